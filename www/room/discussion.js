// A question to the room: notes in three columns and shows of hands. In memory, in files, and, only where
// the presenter ticks it, on this computer. The frame and all words are in the page already.
import { offer } from '../save.js';
import { minutes } from './minutes.js';

const TYPES = { txt: 'text/plain', md: 'text/markdown', json: 'application/json' };
const fresh = () => Math.random().toString(36).slice(2, 10);

function tool(kind, sign, words) {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'nl-button nl-round' });
  Object.assign(button.dataset, { tool: kind, sign });
  button.setAttribute('aria-label', words);
  button.title = words;
  return button;
}

function field(tag, part, words) {
  const element = document.createElement(tag);
  element.dataset.field = part;
  element.setAttribute('aria-label', words);
  return element;
}

/** Names one of several that would be called the same. */
function entitle(element, words, ...which) {
  const told = [words, ...which.filter(Boolean)].join(': ');
  if (element.getAttribute('aria-label') !== told) element.setAttribute('aria-label', told);
}

/** The beginning of what somebody wrote. */
const brief = text => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);

/** Makes `list` have one row for each of `items`, keeping rows that stay, and with them the focus. */
function rows(list, items, make, fill) {
  const known = new Map([...list.children].map(row => [row.dataset.id, row]));
  known.forEach((row, id) => items.some(item => item.id === id) || row.remove());
  items.forEach((item, i) => {
    const row = known.get(item.id) ?? make();
    row.dataset.id = item.id;
    if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null);
    fill(row, item, i);
  });
}

function noteRow(words, open) {
  const row = document.createElement('li');
  if (!open) return row;
  const text = field('textarea', 'note', words.wordsNote);
  Object.assign(text, { rows: 1, maxLength: 4000 });
  const tools = document.createElement('span');
  tools.append(tool('left', '←', words.wordsLeft), tool('right', '→', words.wordsRight), tool('remove', '×', words.wordsRemove));
  row.append(text, tools);
  return row;
}

function handRow(words, open) {
  const row = document.createElement('li');
  const bar = document.createElement('span');
  bar.className = 'nl-hands-bar';
  const label = open ? field('input', 'hand', words.wordsLabel) : document.createElement('b');
  const count = document.createElement('output');
  row.append(label, ...(open ? [tool('less', '−', words.wordsLess), count, tool('more', '+', words.wordsMore), tool('forget', '×', words.wordsForget)] : [count]), bar);
  return row;
}

function fill(element, text) {
  const key = /^(INPUT|TEXTAREA)$/.test(element.tagName) ? 'value' : 'textContent';
  if (element[key] !== text) element[key] = text;
  if (element.tagName !== 'TEXTAREA') return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
}

/** Fills and answers the discussions in `room`. */
export function discussion(room) {
  const { root, talk, host } = room;
  const shelf = `nulage-discussion ${location.pathname} ${host.address()}`;
  const notesOf = scene => talk.get(`notes/${scene}`) ?? { titles: [null, null, null], notes: [] };
  const handsOf = scene => talk.get(`hands/${scene}`) ?? [];
  const put = { notes: (scene, change) => talk.put(`notes/${scene}`, { ...notesOf(scene), ...change }), hands: (scene, hands) => talk.put(`hands/${scene}`, hands) };

  function show(frame) {
    const { discussion: scene } = frame.dataset;
    const open = room.role() === 'stage' || room.role() === 'presenter';
    // Rows of a window that may write are other rows than those of one that may not.
    if (frame.dataset.open !== String(open)) {
      frame.querySelectorAll('[data-notes], [data-hands]').forEach(list => list.replaceChildren());
      frame.dataset.open = open;
    }
    const { titles, notes } = notesOf(scene);
    // Lists of which the latest note is to be seen, which stands last.
    const below = [];
    frame.querySelectorAll('[data-column]').forEach((column, i) => {
      const title = column.querySelector('[data-field=title]');
      title.disabled = !open;
      if (document.activeElement !== title || !open) fill(title, titles[i] ?? title.defaultValue);
      const [list, called, { wordsNote, wordsLeft, wordsRight, wordsRemove }] = [column.querySelector('[data-notes]'), titles[i] ?? title.defaultValue, frame.dataset];
      const [input, button] = column.querySelector('form').elements;
      entitle(title, `${title.dataset.called ??= title.getAttribute('aria-label')} ${i + 1}`);
      entitle(list, called);
      entitle(input, input.placeholder, called);
      entitle(button, button.textContent, called);
      const known = list.children.length;
      const followed = list.scrollTop + list.clientHeight > list.scrollHeight - 4;
      rows(list, notes.filter(note => note.column === i), () => noteRow(frame.dataset, open), (row, note, n) => {
        fill(open ? row.firstChild : row, note.text);
        if (!open) return;
        entitle(row.firstChild, `${wordsNote} ${n + 1}`, called);
        for (const [kind, words] of [['left', wordsLeft], ['right', wordsRight], ['remove', wordsRemove]]) {
          const tool = row.querySelector(`[data-tool=${kind}]`);
          entitle(tool, words, brief(note.text));
          tool.disabled = (kind === 'left' && i === 0) || (kind === 'right' && i === 2);
        }
      });
      if (followed || list.children.length > known) below.push(list);
    });
    const hands = handsOf(scene);
    const most = Math.max(1, ...hands.map(hand => hand.count));
    frame.toggleAttribute('data-counted', hands.length > 0);
    const [list, { wordsHands, wordsLabel, wordsLess, wordsMore, wordsForget }] = [frame.querySelector('[data-hands]'), frame.dataset];
    const add = frame.querySelector('[data-add=hand] button');
    entitle(add, add.textContent, wordsHands);
    rows(list, hands, () => handRow(frame.dataset, open), (row, { label, count }, n) => {
      fill(row.firstChild, label);
      if (open) {
        entitle(row.firstChild, `${wordsLabel} ${n + 1}`);
        for (const [kind, words] of [['less', wordsLess], ['more', wordsMore], ['forget', wordsForget]]) entitle(row.querySelector(`[data-tool=${kind}]`), words, brief(label));
      }
      fill(row.querySelector('output'), String(count));
      row.lastChild.style.inlineSize = `${(count / most) * 100}%`;
    });
    below.forEach(list => { list.scrollTop = list.scrollHeight; });
    frame.querySelectorAll('[data-keep]').forEach(box => { box.checked = talk.get('keep') === true; });
  }

  /** Everything that was said, in the order of the story; the discussion in `frame` also when it is empty. */
  function said(frame) {
    const here = frame.dataset.discussion;
    const names = [...frame.querySelectorAll('[data-field=title]')].map(title => title.defaultValue);
    const text = words => words?.[room.language()] ?? words?.sv ?? '';
    const asked = new Map((room.story()?.scenes ?? []).filter(scene => scene.layout === 'question').map(({ id, headline }) => [id, text(headline)]));
    asked.set(here, frame.querySelector('[data-question]').textContent);
    return [...asked].map(([scene, question]) => {
      const [{ titles, notes }, hands] = [notesOf(scene), handsOf(scene)];
      const columns = titles.map((title, i) => ({ title: title ?? names[i], notes: notes.filter(note => note.column === i).map(note => note.text) }));
      return { scene, question, columns, hands: hands.map(({ label, count }) => ({ label, count })) };
    }).filter(({ scene, columns, hands }) => scene === here || hands.length || columns.some(column => column.notes.length));
  }

  const TOOLS = {
    left: (scene, id) => move(scene, id, -1),
    right: (scene, id) => move(scene, id, 1),
    remove: (scene, id) => put.notes(scene, { notes: notesOf(scene).notes.filter(note => note.id !== id) }),
    less: (scene, id) => count(scene, id, -1),
    more: (scene, id) => count(scene, id, 1),
    forget: (scene, id) => put.hands(scene, handsOf(scene).filter(hand => hand.id !== id)),
  };
  function move(scene, id, by) {
    const { notes } = notesOf(scene);
    const moved = notes.find(note => note.id === id);
    const column = Math.min(2, Math.max(0, moved.column + by));
    put.notes(scene, { notes: [...notes.filter(note => note !== moved), { ...moved, column }] });
  }
  const count = (scene, id, by) => put.hands(scene, handsOf(scene).map(hand => (hand.id === id ? { ...hand, count: Math.max(0, hand.count + by) } : hand)));

  // What is on the shelf is there because it was ticked; nothing is written there before.
  function keep() {
    const kept = talk.keys().filter(key => /^(notes|hands)\//.test(key)).map(key => [key, talk.get(key)]);
    localStorage.setItem(shelf, JSON.stringify(Object.fromEntries(kept)));
  }
  try {
    const kept = JSON.parse(localStorage.getItem(shelf));
    Object.entries(kept ?? {}).forEach(([key, value]) => talk.recall(key, value));
    if (kept) talk.recall('keep', true);
  } catch { /* No storage here, or somebody else's text in it: the talk begins empty. */ }
  talk.watch(changes => {
    if (room.role() === 'audience' || !Object.keys(changes).some(key => /^(keep$|notes\/|hands\/)/.test(key))) return;
    try {
      if (talk.get('keep')) keep();
      else if ('keep' in changes) localStorage.removeItem(shelf);
    } catch {
      talk.put('keep', false);
      root.querySelectorAll('[data-discussion] [role=status]').forEach(place => { place.textContent = place.closest('[data-discussion]').dataset.wordsUnkept; });
    }
  });

  // What has been said since it was last saved is asked about before the page is left.
  const unsaved = room.asking(() => talk.get('keep'));
  talk.watch(changes => {
    if (Object.keys(changes).some(key => /^(notes|hands)\//.test(key))) unsaved.due();
  });

  const frameOf = event => (room.role() === 'audience' ? null : event.target.closest?.('[data-discussion]'));
  const rowOf = event => event.target.closest('[data-id]')?.dataset.id;
  root.addEventListener('click', event => {
    const [frame, button] = [frameOf(event), event.target.closest?.('[data-tool], [data-export]')];
    if (!frame || !button) return;
    const { tool: kind, export: form } = button.dataset;
    if (form) {
      unsaved.done();
      offer(`nulage-${frame.dataset.wordsFile}.${form}`, TYPES[form], minutes(said(frame), form, frame.dataset.wordsHands));
      return;
    }
    const [id, list] = [rowOf(event), button.closest('[data-notes], [data-hands]')];
    const at = [...list.children].findIndex(row => row.dataset.id === id);
    TOOLS[kind](frame.dataset.discussion, id);
    // The focus stays with what was moved, or goes to what comes after what is gone.
    const row = frame.querySelector(`[data-id="${id}"]`);
    const next = row?.querySelector(`[data-tool=${kind}]:enabled`) ?? row?.firstChild ?? list.children[at]?.firstChild ?? list.parentElement.querySelector('form input');
    if (document.activeElement !== next) next?.focus();
  });
  root.addEventListener('submit', event => {
    const frame = frameOf(event);
    if (!frame) return;
    event.preventDefault();
    const [input] = event.target.elements;
    const [scene, text] = [frame.dataset.discussion, input.value.trim()];
    if (!text) return;
    const column = Number(event.target.closest('[data-column]')?.dataset.column);
    if (event.target.dataset.add === 'note') put.notes(scene, { notes: [...notesOf(scene).notes, { id: fresh(), column, text }] });
    else put.hands(scene, [...handsOf(scene), { id: fresh(), label: text, count: 0 }]);
    input.value = '';
  });
  root.addEventListener('input', event => {
    const frame = frameOf(event);
    if (!frame) return;
    const [scene, id, { value, dataset }] = [frame.dataset.discussion, rowOf(event), event.target];
    const { titles, notes } = notesOf(scene);
    if (dataset.field === 'note') put.notes(scene, { notes: notes.map(note => (note.id === id ? { ...note, text: value } : note)) });
    if (dataset.field === 'hand') put.hands(scene, handsOf(scene).map(hand => (hand.id === id ? { ...hand, label: value } : hand)));
    if (dataset.field === 'title') {
      const at = Number(event.target.closest('[data-column]').dataset.column);
      const title = value.trim() && value !== event.target.defaultValue ? value : null;
      put.notes(scene, { titles: titles.map((old, i) => (i === at ? title : old)) });
    }
  });
  root.addEventListener('change', event => {
    const frame = frameOf(event);
    if (frame && event.target.matches('[data-keep]')) talk.put('keep', event.target.checked);
  });
  root.addEventListener('focusout', event => {
    const [frame, { value, dataset }] = [frameOf(event), event.target];
    if (!frame) return;
    // A note without words is none; a title without words gets its first ones back.
    if (dataset.field === 'note' && !value.trim()) TOOLS.remove(frame.dataset.discussion, rowOf(event));
    if (dataset.field === 'title') show(frame);
  });
  root.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.target.dataset?.field !== 'note') return;
    event.preventDefault();
    event.target.closest('[data-column]').querySelector('form input').focus();
  });

  return { refresh: () => root.querySelectorAll('[data-discussion]').forEach(show) };
}
