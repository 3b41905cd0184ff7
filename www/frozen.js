// Figures that stay: a bundle cut down to what one view needs, to be kept beside the page that shows it.
import { filled, offer } from './save.js';

/** What is left of a bundle for these indicators alone; everything, without the story, if none are named. */
function extract(bundle, ids) {
  const { story, ...rest } = bundle;
  if (!ids.length) return rest;
  // The indicator that weights the areas goes along: views count per inhabitant by it.
  const indicators = bundle.indicators.filter(one => ids.includes(one.id) || one.id === bundle.meta.weights);
  const named = (list, key) => list?.filter(one => indicators.some(indicator => indicator[key] === one.id)) ?? [];
  const units = Object.entries(bundle.units).filter(([name]) => indicators.some(one => one.unit === name));
  const { title, focusAreas, priorityAreas } = bundle.strategy ?? {};
  const strategy = { title, focusAreas: named(focusAreas, 'focusArea'), priorityAreas: named(priorityAreas, 'priorityArea') };
  return { ...rest, indicators, units: Object.fromEntries(units), ...(bundle.strategy && { strategy }) };
}

/** SHA-256 of a text; nothing where the browser does not hash, which is on pages without https. */
async function digest(text) {
  const hash = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return hash && new Uint8Array(hash);
}

/** A bundle with the hash that it carries of itself. */
async function sealed(bundle) {
  const open = JSON.stringify({ ...bundle, sha256: '' });
  const hash = await digest(open);
  if (!hash) return JSON.stringify({ ...bundle, sha256: undefined });
  const digits = Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
  return open.replace('"sha256":""', `"sha256":"${digits}"`);
}

/** The file for these indicators, or for all: its name, its text and what `integrity` says of it, where that can be said. */
export async function freeze(bytes, address, ids) {
  const bundle = await filled(extract(JSON.parse(new TextDecoder().decode(bytes)), ids), address);
  const text = await sealed(bundle);
  const hash = await digest(text);
  const integrity = hash && `sha256-${btoa(String.fromCharCode(...hash))}`;
  return { name: `nulage-${ids[0] ?? bundle.meta.id}-${bundle.meta.updated}.json`, text, integrity };
}

/** Gives the reader such a file. */
export const keep = ({ name, text }) => offer(name, 'application/json', text);
