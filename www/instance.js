// What all elements of a page share: one wasm instance, one stylesheet, one parsed bundle per address.
import { leading } from './focus.js';
import { menus } from './menus.js';
import { papers } from './paper.js';
import { load } from './modules.js';

/** What the files beside this one must be; filled in by the build. */
const INTEGRITY = {};
const WASM = new URL('../pkg/nulage_bg.wasm', import.meta.url);
const VIEW = new URL('../pkg/view_bg.wasm', import.meta.url);
const STYLE = new URL('../pkg/nulage.css', import.meta.url);
const WORK = ['click', 'change', 'input', 'keydown', 'pointermove', 'pointerup'];

let bundles = new Map();
let whole = false;
let started;
let busy;
let halted = false;

/** Elements that have begun, restarted together when the instance stops. */
export const elements = new Set();

papers();
leading();
menus(() => [...elements].map(element => element.shadowRoot));

/** Starts elements that come near the window. */
export const near = new IntersectionObserver(all => all.forEach(one => one.isIntersecting && one.target.start()), { rootMargin: '400px' });

/** Sees to it that the instance holds what a view needs; elements on one that does not leave it for one that does.
    What the views of a page need is known before the first of them begins. */
export function need(large) {
  if (!large || whole) return;
  whole = true;
  started = undefined;
  bundles = new Map();
  elements.forEach(element => element.leave());
}

/** Starts the instance once; resolves to its code and the stylesheet. */
export function start() {
  const large = whole;
  started ??= Promise.all([
    load(large),
    get(large ? WASM : VIEW, large ? INTEGRITY.wasm : INTEGRITY.view),
    get(STYLE, INTEGRITY.css).then(answer => answer.text()).then(css => new CSSStyleSheet().replace(css)),
  ]).then(async ([glue, wasm, style]) => {
    await glue.default({ module_or_path: wasm });
    watch(glue, large);
    return { glue, style };
  }).catch(error => { if (large === whole) started = undefined; throw error; });
  return started;
}

/** The parsed bundle of an address, or of an object that holds one; `give` returns it. */
export function take(address, geometry, integrity, own) {
  const name = own ?? `${address} ${geometry ?? ''} ${integrity ?? ''}`;
  const all = bundles;
  if (!all.has(name)) all.set(name, { users: 0, parsed: parse(address, geometry, integrity, own) });
  const held = all.get(name);
  held.users += 1;
  const give = () => {
    if (--held.users || all.get(name) !== held) return;
    all.delete(name);
    // A bundle that a panic caught in use cannot be freed; its instance goes as a whole.
    held.parsed.then(({ bundle }) => bundle.free()).catch(() => {});
  };
  return { parsed: held.parsed, give };
}

async function parse(address, geometry, integrity, own) {
  const read = url => get(url).then(answer => answer.arrayBuffer());
  const words = buffer => new TextDecoder().decode(buffer);
  let bytes = own === undefined ? new Uint8Array(await read(address)) : toBytes(own);
  if (integrity && own === undefined) await vouch(address, bytes, integrity);
  // Anything else than a bundle is tried as plain JSON-stat, by code that others need not load.
  const plain = !/"format"\s*:\s*"nulage"/.test(words(bytes.subarray(0, 400)));
  if (plain) {
    const { bundleOf } = await import('./plain.js');
    const borders = geometry && JSON.parse(words(await read(geometry)));
    bytes = toBytes(await bundleOf(JSON.parse(words(bytes)), borders, address));
  }
  const { glue } = await start();
  return { bundle: new glue.Bundle(bytes, address ?? ''), plain };
}

/** Refuses bytes that none of the hashes vouches for (`sha256-…`, as browsers write integrity). */
async function vouch(address, bytes, integrity) {
  // Browsers hash on pages from https and from this machine only.
  if (!globalThis.crypto?.subtle) throw new Error(`${address}: integrity cannot be checked on a page without https`);
  const digest = String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  const found = `sha256-${btoa(digest)}`;
  if (!integrity.trim().split(/\s+/).includes(found)) throw new Error(`${address}: not what integrity says, but ${found}`);
}

function toBytes(value) {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

async function get(url, integrity = '') {
  const answer = await fetch(url, { integrity });
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
  return answer;
}

/** Names parts for the host's styles as they come, and remembers which element is at work. Panels are
    landmarks of the app's own page; among a host's landmarks they are groups. */
export function attend(element, stage) {
  WORK.forEach(type => stage.addEventListener(type, () => blame(element), true));
  const name = () => {
    stage.querySelectorAll('[data-part]:not([part])').forEach(one => { one.part = one.dataset.part; });
    stage.querySelectorAll('section:not([role])').forEach(one => one.setAttribute('role', 'group'));
  };
  new MutationObserver(name).observe(stage, { childList: true, subtree: true });
}

export function blame(element) {
  busy = element;
}

/** Is told when the instance stops, unless all have left it. */
function watch(glue, large) {
  glue.onPanic(message => large === whole && stopped(glue, message));
}

/** A panic ends the instance for all: the element at work shows its fallback, the others begin anew. */
function stopped(glue, message) {
  // What was about to run in a dead instance fails as well.
  if (halted) return;
  halted = true;
  const blamed = busy;
  setTimeout(async () => {
    halted = false;
    glue.__wbg_reset_state();
    watch(glue, whole);
    bundles.clear();
    for (const element of [...elements]) {
      try { element.again(element === blamed ? new Error(message) : undefined); } catch (error) { reportError(error); }
      // One after the other, so that a second panic is laid at the right door.
      await new Promise(done => setTimeout(done, 50));
    }
  });
}
