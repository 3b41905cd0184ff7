// Files out of the page and into it: the app with its data as one HTML file; another bundle, chosen or dropped.
import { shutAll } from './menus.js';
import { message } from './told.js';

/** Bytes → text of a page, the inverse of `unpack`. NUL, LF, CR and < are written 256 higher: HTML would not leave them alone. */
export async function pack(bytes) {
  const zip = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  const symbol = low => String.fromCharCode(low === 0 || low === 10 || low === 13 || low === 60 ? 256 + low : low);
  const text = [];
  let held = 0, bits = 0;
  for (const byte of new Uint8Array(await new Response(zip).arrayBuffer())) {
    held = ((held << 8) | byte) & 0x7fff;
    bits += 8;
    while (bits >= 7) text.push(symbol((held >> (bits -= 7)) & 127));
  }
  if (bits) text.push(symbol((held << (7 - bits)) & 127));
  return text.join('');
}

/** A bundle with all its values inside. */
export async function filled(bundle, address) {
  for (const { values } of bundle.indicators.filter(indicator => indicator.values.href)) {
    const answer = await fetch(new URL(values.href, new URL(address, document.baseURI)));
    if (!answer.ok) throw new Error(`${answer.url}: HTTP ${answer.status}`);
    values.dataset = await answer.json();
    delete values.href;
  }
  return bundle;
}

/** The bundle with all its values inside, as bytes; untouched where they are inside already. */
export async function whole(bytes, address) {
  const bundle = JSON.parse(new TextDecoder().decode(bytes));
  const { id } = bundle.meta;
  if (!bundle.indicators.some(indicator => indicator.values.href)) return { id, bytes };
  return { id, bytes: new TextEncoder().encode(JSON.stringify(await filled(bundle, address))) };
}

/** A page with this bundle in it, beginning at `start` (a fragment, or nothing for the start page). */
export async function fileOf(page, bytes, start) {
  const packed = await pack(bytes);
  const quoted = start.replace(/[&"<]/g, c => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;' })[c]);
  return page
    .replace(/data-start="[^"]*"/, () => `data-start="${quoted}"`)
    .replace(/(id="nulage-bundle">)[^<]*/, (_, open) => open + packed);
}

/** Gives the reader a file to keep. */
export function offer(name, type, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** What is wrong with the bytes of a bundle, if anything is; `Bundle` reads them as the app does. */
export function wrong(Bundle, bytes, name) {
  try {
    new Bundle(bytes, name).free();
    return '';
  } catch (problem) {
    return `${name}\n${problem}`;
  }
}

/** Stays at the address where this bundle has what it names, else goes to the start: nobody has followed a link. */
function stay({ areas, indicators, story }) {
  const named = [/^#1\/(?:area|indicator|stage)\/([^?]+)/, /[?&]stage=([^&.]+)/].map(part => part.exec(location.hash)?.[1]);
  const known = [...areas.map(area => area.code), ...[...indicators, ...(story?.scenes ?? [])].map(one => one.id)];
  if (named.some(name => name && !known.includes(name))) {
    location.replace(location.hash.replace(/^[^?]*/, '#1/start').replace(/&stage=[^&]*/, ''));
  }
}

/** Answers the buttons of the app in `root`. `host` knows the page, the bundle, and how to show another. */
export function wire(root, host) {
  const save = async now => {
    const { id, bytes } = await whole(await host.bundle(), host.address());
    offer(`nulage-${id}.html`, 'text/html', await fileOf(await host.page(), bytes, now ? location.hash : ''));
  };
  /** Shows what is in a file; where that is no bundle, says why and keeps the page. */
  const open = async file => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const said = root.querySelector('[data-part=app]')?.dataset.wordsUnopened;
    const wrong = said && host.wrong(bytes, file.name);
    shutAll(root);
    if (wrong) {
      // What the menu says of the files one can choose.
      const what = root.querySelector('label:has([data-part=open-file])')?.previousElementSibling.textContent;
      message(root, said, wrong, { what });
      return;
    }
    stay(JSON.parse(new TextDecoder().decode(bytes)));
    host.show(bytes, file.name);
  };
  root.addEventListener('click', event => {
    const button = event.target.closest?.('[data-save]');
    if (button) save(button.dataset.save === 'now').catch(error => message(root, button.textContent, String(error)));
  });
  root.addEventListener('change', event => {
    if (!event.target.matches?.('[data-part=open-file]')) return;
    open(event.target.files[0]);
    // The same file, mended, may be chosen again.
    event.target.value = '';
  });
  addEventListener('dragover', event => event.dataTransfer?.types.includes('Files') && event.preventDefault());
  addEventListener('drop', event => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    open(event.dataTransfer.files[0]);
  });
}
