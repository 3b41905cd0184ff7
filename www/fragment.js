// The state of a view as text (the app's address fragment) and as a plain object; attributes as both.

/** Attributes that are part of the state, with their names in the fragment. */
export const STATE = {
  year: 'year', people: 'people', origin: 'origin', area: 'pin', classes: 'classes', sort: 'sort', lang: 'lang', theme: 'theme',
  show: 'show', mode: 'mode', base: 'base', measure: 'measure', from: 'from', to: 'to', counted: 'counted', with: 'with', trails: 'trails',
};

/** Attributes that say where a view begins. */
export const PAGE = ['indicator', 'page'];

/** Attributes that say how the view is framed, with their defaults. */
export const SETTINGS = { view: 'map', controls: 'year,breakdown,show', lock: '', heading: '3' };

/** `#1/indicator/x?year=2022&…` → `{ page: 'indicator/x', year: '2022', … }` */
export function read(text) {
  const [page, query = ''] = text.replace(/^#1\//, '').split('?');
  return { page, ...Object.fromEntries(query.split('&').filter(Boolean).map(pair => pair.split('='))) };
}

/** The inverse of `read`; which view is shown is no part of it. */
export function write({ page, view, ...rest }) {
  return `#1/${page}?${Object.entries(rest).map(pair => pair.join('=')).join('&')}`;
}

/** One setting of an element, or its default. */
export const setting = (element, name) => element.getAttribute(name) ?? SETTINGS[name];

/** All settings of an element as text. */
export const settings = element => Object.keys(SETTINGS).map(name => `${name}=${setting(element, name)}`).join('&');

/** The state an element's attributes ask for. */
export function wanted(element) {
  const named = Object.entries(STATE).filter(([name]) => element.hasAttribute(name));
  return write({ page: begins(element), ...Object.fromEntries(named.map(([name, key]) => [key, element.getAttribute(name)])) });
}

/** Where an element begins: at its indicator, else at the page it names. */
const begins = element => element.hasAttribute('indicator')
  ? `indicator/${element.getAttribute('indicator')}`
  : element.getAttribute('page') ?? 'start';

/** The change of state that a changed attribute of an element means. */
export const change = (element, name, value) => (PAGE.includes(name) ? { page: begins(element) } : { [STATE[name]]: value ?? '' });

/** What to tell between two states: that it changed, and which areas came and went. */
export function chosen(before, now) {
  if (!before || before === now) return [];
  const [old, areas] = [before, now].map(state => (read(state).pin ?? '').split(',').filter(Boolean));
  const detail = { areas, added: areas.filter(a => !old.includes(a)), removed: old.filter(a => !areas.includes(a)) };
  return [['state'], ...(detail.added.length + detail.removed.length ? [['select', detail]] : [])];
}
