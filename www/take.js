// “Ladda ner”: a picture with its headline and its source as SVG or PNG, a table as CSV.
import { shut } from './menus.js';
import { composed, png } from './picture.js';
import { offer } from './save.js';
import { message } from './told.js';

/** A text as part of a file's name. */
const slug = text => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** A table's rows as they are shown, with codes where rows have them, and without headings over several rows. */
function rowsOf(table) {
  const coded = table.querySelector('[data-code]') !== null;
  return [...table.rows].filter(row => row.cells.length > 1).map((row, i) => {
    const cells = [...row.cells].map(cell => ({ text: (cell.querySelector('button')?.firstChild ?? cell).textContent.trim(), missing: cell.matches('.nl-none'), whole: cell.matches('th') }));
    return coded ? [{ text: i ? row.dataset.code ?? '' : table.dataset.code, whole: true }, ...cells] : cells;
  });
}

/** A cell's number as programs read it, and what follows it; no number where the text is none, as a span of places
    or a quarter. Figures of four and more digits are grouped by spaces or commas. */
function figure(text, point) {
  const [, sign, digits, rest] = /^([+\u2212-]?)(\d[\d\s\u00a0\u202f.,]*)(.*)$/s.exec(text) ?? [];
  if (/\d$/.test(digits) && /^[\u2013\p{L}]/u.test(rest)) return { rest: text };
  const bare = digits?.replace(/[\s\u00a0\u202f]/g, '').replace(point === '.' ? /,(?=\d{3})/g : '', '');
  if (!(point === '.' ? /^\d+(\.\d+)?$/ : /^\d+(,\d+)?$/).test(bare ?? '')) return { rest: text };
  return { number: `${sign && sign !== '+' ? '-' : ''}${bare}`, rest: rest.trim() };
}

/** A table as CSV: in Swedish as Excel there opens it, in English as programs read it. What is missing is an empty
    cell; why, and remarks on single figures, stand in a last column. A text that a sheet would take for a formula is
    told apart by an apostrophe. */
export function csv(table, { lang, reasons }) {
  const [comma, point, mark] = lang === 'sv' ? [';', ',', '\ufeff'] : [',', '.', ''];
  const [head, ...body] = rowsOf(table);
  const read = body.map(row => row.map(cell => (cell.missing || cell.whole ? cell : { ...cell, ...figure(cell.text, point) })));
  const notes = body.map(() => []);
  const alike = row => new Set(row.filter(cell => cell.number && cell.rest).map(cell => cell.rest)).size === 1;
  const safe = text => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const quoted = text => (text.includes(comma) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const titles = head.map(({ text }, i) => {
    const figures = read.map(row => row[i]).filter(cell => cell?.number);
    const [unit] = figures.map(cell => cell.rest);
    // A unit that all have stands at the head.
    const shared = unit && figures.every(cell => cell.rest === unit);
    read.forEach((row, n) => {
      const cell = row[i];
      if (cell?.missing) notes[n].push(`${text}: ${cell.text}`);
      else if (cell?.number && cell.rest && !shared) notes[n].push(alike(row) ? cell.rest : `${text}: ${cell.rest}`);
    });
    return shared ? `${text} (${unit})` : text;
  });
  const noted = notes.some(all => all.length);
  const lines = [
    [...titles, ...(noted ? [reasons] : [])].map(safe),
    ...read.map((row, n) => [...row.map(({ missing, number, text }) => (missing ? '' : number ?? safe(text))), ...(noted ? [safe([...new Set(notes[n])].join('; '))] : [])]),
  ];
  return `${mark}${lines.map(line => line.map(quoted).join(comma)).join('\r\n')}\r\n`;
}

/** Answers the buttons of the app in `root`. The app has put the picture beside its button as a bare SVG. */
export function taking(root) {
  const said = (name, inside = '') => root.querySelector(`[data-part=${name}] ${inside}`)?.textContent ?? '';
  function picture(panel, scene) {
    const told = panel.querySelector('[data-take-told]')?.textContent;
    scene.remove();
    return composed({
      scene,
      style: getComputedStyle(panel),
      // What is said of the county in a year is no headline for a picture that shows something else.
      headline: panel.querySelector('h1')?.textContent ?? (told === undefined ? said('headline') : scene.dataset.title),
      words: [told, said('subtitle'), `${said('home')}. ${said('foot', 'span')}`.replace(/\.?$/, '.')],
      defs: root.querySelector('defs'),
      legend: panel.querySelector('[data-part=legend] svg'),
    });
  }
  async function take(button) {
    const { take: kind } = button.dataset;
    const panel = button.closest('section, .nl-overview');
    const name = slug(panel.dataset.file ?? panel.querySelector('[data-file]').dataset.file);
    if (kind === 'csv') {
      const table = (button.closest('[data-grid]') ?? panel).querySelector('table');
      offer(`${name}.csv`, 'text/csv;charset=utf-8', csv(table, { lang: root.querySelector('[lang]').lang, reasons: button.dataset.reasons }));
      return;
    }
    const text = picture(panel, button.closest('details').querySelector('svg.nl-taken'));
    if (kind === 'svg') offer(`${name}.svg`, 'image/svg+xml', text);
    else offer(`${name}.png`, 'image/png', await png(text, 2));
  }
  root.addEventListener('click', event => {
    const button = event.target.closest?.('[data-take]');
    if (!button) return;
    const menu = button.closest('details.nl-menu');
    take(button).catch(error => message(root, button.textContent, String(error)));
    if (menu) shut(menu);
  });
}
