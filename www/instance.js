// What all elements of a page share: one wasm instance, one stylesheet, one parsed bundle per address.
import init, { Bundle, View, onPanic, __wbg_reset_state as reset } from '../pkg/nulage.js';

const bundles = new Map();
let started;
let busy;

/** Elements with a view, restarted together when the instance stops. */
export const elements = new Set();

/** Starts the instance once; resolves to the stylesheet. */
export function start() {
  const style = new CSSStyleSheet();
  started ??= Promise.all([init(), get(new URL('../pkg/nulage.css', import.meta.url)).then(css => css.text())])
    .then(([, css]) => (onPanic(stopped), style.replace(css)))
    .catch(error => { started = undefined; throw error; });
  return started;
}

/** The parsed bundle of a key: an address, or an object that holds one. Give it back with `give`. */
export function take(key, geometry, own) {
  const name = own === undefined ? `${key} ${geometry ?? ''}` : own;
  if (!bundles.has(name)) bundles.set(name, { users: 0, parsed: parse(key, geometry, own) });
  const held = bundles.get(name);
  held.users += 1;
  const give = () => {
    if (--held.users || bundles.get(name) !== held) return;
    bundles.delete(name);
    held.parsed.then(({ bundle }) => bundle.free(), () => {});
  };
  return { parsed: held.parsed, give };
}

async function parse(address, geometry, own) {
  const read = url => get(url).then(answer => answer.arrayBuffer());
  let bytes = own === undefined ? new Uint8Array(await read(address)) : toBytes(own);
  // Anything else than a bundle is tried as plain JSON-stat, by code that others need not load.
  const head = new TextDecoder().decode(bytes.subarray(0, 400));
  const plain = !/"format"\s*:\s*"nulage"/.test(head);
  if (plain) {
    const { bundleOf } = await import('./plain.js');
    const borders = geometry && JSON.parse(new TextDecoder().decode(await read(geometry)));
    bytes = toBytes(await bundleOf(JSON.parse(new TextDecoder().decode(bytes)), borders, address));
  }
  await start();
  return { bundle: new Bundle(bytes, address ?? ''), plain };
}

function toBytes(value) {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new Uint8Array(value.buffer ?? value);
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
  return answer;
}

/** Makes a view; if the instance stops while or after this element was at work, it is blamed. */
export function view(element, ...rest) {
  blame(element);
  return new View(...rest);
}

export function blame(element) {
  busy = element;
}

/** A panic ends the instance for all: the one at work shows its fallback, the others begin anew. */
function stopped(message) {
  const blamed = busy;
  setTimeout(async () => {
    reset();
    onPanic(stopped);
    bundles.clear();
    for (const element of [...elements]) {
      element.again(element === blamed ? new Error(message) : undefined);
      await new Promise(done => setTimeout(done, 50));
    }
  });
}
