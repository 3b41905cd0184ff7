// What all windows of a talk agree on: small parts, each with a stamp. The later stamp wins in every window.

const said = (value, most) => typeof value === 'string' && value.length <= most;
const flag = value => typeof value === 'boolean';
const many = (value, most, fits) => Array.isArray(value) && value.length <= most && value.every(fits);
// A place on the slide as a share of its width or height, a little outside allowed.
const place = value => typeof value === 'number' && value >= -0.5 && value <= 1.5;
const count = value => Number.isInteger(value) && value >= 0 && value <= 1e6;

/** The parts there are, and what each may hold; those of one scene have its id after a slash. */
const PARTS = {
  address: value => said(value, 8000) && value.startsWith('#1/'),
  story: value => said(value, 4e6),
  shape: value => value > 0.2 && value < 5,
  black: flag,
  keep: flag,
  laser: value => value === null || (many(value, 2, place) && value.length === 2),
  start: value => value === null || (Number.isFinite(value) && value > 0),
  ink: value => many(value, 1000, stroke => many(stroke, 4000, place) && stroke.length % 2 === 0),
  notes: value => many(value.titles, 3, title => title === null || said(title, 200)) && value.titles.length === 3
    && many(value.notes, 1000, note => said(note.id, 20) && [0, 1, 2].includes(note.column) && said(note.text, 4000)),
  hands: value => many(value, 100, hand => said(hand.id, 20) && said(hand.label, 200) && count(hand.count)),
};
const OF_A_SCENE = ['ink', 'notes', 'hands'];
// More parts than any story has scenes for; a window that sends more is up to no good.
const MOST = 2000;

function fits(key, part) {
  const [name, scene] = key.split('/');
  const known = Object.hasOwn(PARTS, name) && OF_A_SCENE.includes(name) === /^[a-z0-9-]{1,100}$/.test(scene ?? '');
  if (!known || !(part?.stamp > 0 && part.stamp < 2 ** 40)) return false;
  try {
    return PARTS[name](part.value);
  } catch {
    return false;
  }
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The agreement of one window. Changes of its own are made only while `mayWrite()`. */
export function agreement(mayWrite) {
  const parts = new Map();
  const watchers = [];
  let latest = 0;
  const set = (changes, from) => {
    Object.entries(changes).forEach(([key, part]) => parts.set(key, part));
    if (Object.keys(changes).length) watchers.forEach(told => told(changes, from));
  };
  return {
    get: key => parts.get(key)?.value,
    keys: () => [...parts.keys()],
    /** Changes a part here. The fraction of a stamp keeps two windows' simultaneous changes apart. */
    put(key, value) {
      if (!mayWrite() || same(value, parts.get(key)?.value) || !fits(key, { value, stamp: 1 })) return;
      latest = Math.floor(latest) + 1 + Math.random();
      set({ [key]: { value, stamp: latest } }, null);
    },
    /** Remembers a part from before this talk: anything said in the talk is later. */
    recall(key, value) {
      const part = { value, stamp: 0.5 };
      if (!parts.has(key) && fits(key, part)) set({ [key]: part }, null);
    },
    /** Takes over what another window knows better; anything unfitting is passed over. */
    take(changes, from) {
      const news = Object.entries(changes ?? {}).slice(0, MOST)
        .filter(([key, part]) => fits(key, part) && part.stamp > (parts.get(key)?.stamp ?? 0) && (parts.has(key) || parts.size < MOST))
        .map(([key, { value, stamp }]) => [key, { value, stamp }]);
      news.forEach(([, part]) => { latest = Math.max(latest, part.stamp); });
      set(Object.fromEntries(news), from);
    },
    stamps: () => Object.fromEntries([...parts].map(([key, part]) => [key, part.stamp])),
    /** Parts of which the owner of `stamps` does not know, or knows an older form. */
    missing: stamps => Object.fromEntries([...parts].filter(([key, part]) => !(stamps?.[key] >= part.stamp))),
    /** Whether the owner of `stamps` knows better about something. */
    behind: stamps => Object.entries(stamps ?? {}).slice(0, MOST).some(([key, stamp]) => stamp > (parts.get(key)?.stamp ?? 0)),
    /** Calls `told(changes, from)` after each change; `from` is the window it came from, or null. */
    watch: told => watchers.push(told),
  };
}
