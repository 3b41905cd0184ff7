// The dialog “Bädda in”: reads its form, writes the two pieces of code, shows the view as it will look.
import './embed.js';
import { read } from './fragment.js';
import { freeze, keep } from './frozen.js';
import { shutAll } from './menus.js';

const quoted = text => text.replace(/[&"<>]/g, c => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' })[c]);

/** What a view is without being told. */
const USUAL = { people: 'all', origin: 'total', classes: 'natural.5', sort: 'value.0', show: 'levels', mode: 'published', measure: 'sd.0', counted: 'absolute', trails: '0' };

/** What is chosen about each way to look at the development. */
const CHOSEN = { levels: ['mode', 'base'], spread: ['measure'], slope: ['from', 'to'], change: ['from', 'to', 'counted'], scatter: ['with', 'trails'] };

/** The id of the indicator shown; nothing on other pages. */
const indicator = page => page.match(/^indicator\/(.*)/)?.[1];

/** What the app shows now; the other indicator also where it is one that was suggested. */
function shown() {
  const now = read(location.hash);
  return { ...now, with: document.querySelector('#app [data-part=with]')?.value ?? now.with };
}

/** Attributes of the view beside its data: what the form says, and what the app shows now. */
function dressed(data) {
  const now = shown();
  const [view, id, show] = [data.get('view'), indicator(now.page), data.get('show') ?? now.show];
  // Only what the view can offer: over time the year is in the picture, but against another indicator.
  const idle = view === 'time' ? show !== 'scatter' && 'year' : 'show';
  const controls = data.getAll('controls').filter(name => name !== idle);
  const of = (...names) => Object.fromEntries(names.map(name => [name, now[name]]));
  const all = {
    ...(id ? { indicator: id } : { page: now.page }),
    view,
    area: now.pin,
    year: data.get('year'),
    ...of('people', 'origin'),
    ...(['map', 'ranking', 'page'].includes(view) && of('classes')),
    ...(['table', 'page'].includes(view) && of('sort')),
    ...(['time', 'page'].includes(view) && id && { ...of(...(CHOSEN[show] ?? [])), show }),
    controls: id ? controls.join(',') || 'none' : '',
    lock: data.getAll('lock').join(','),
    lang: data.get('lang'),
    theme: data.get('theme'),
  };
  if (all.mode !== 'index') delete all.base;
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => value && value !== USUAL[name]));
}

/** Opens and answers the dialog of the app in `root`. `host` knows the bundle, and whether it is published
    at an address, so that a page elsewhere can follow it. */
export function embedding(root, host) {
  const find = name => root.querySelector(`[data-embed-${name}]`);
  let frozen, turn = 0;

  /** What is to be kept for this view: one indicator, unless it leads to others. */
  async function kept(data) {
    const bytes = await host.bundle();
    const leads = data.get('view') === 'page' || data.getAll('controls').includes('indicator');
    const { page, with: other } = shown();
    // What a view against another indicator chooses by itself, it chooses among all.
    const against = data.get('view') === 'time' && data.get('show') === 'scatter';
    const ids = leads || (against && !other) ? [] : [indicator(page), ...(against ? [other] : [])];
    return freeze(bytes, host.address(), ids);
  }

  async function renew() {
    const [dialog, now] = [find('dialog'), ++turn];
    const data = new FormData(dialog.querySelector('form'));
    const made = data.get('data') === 'frozen' ? await kept(data) : undefined;
    // Whoever chooses something else meanwhile gets that.
    if (now !== turn) return;
    frozen = made;
    // The one file has no site around it to point at: the reader puts an address there.
    const site = root.dataset.embed ? new URL('.', document.baseURI).href : dialog.dataset.site;
    const [more, title] = [root.dataset.embed ? location.href : site + location.hash, document.title];
    const wanted = dressed(data);
    const source = frozen ? { src: frozen.name, ...(frozen.integrity && { integrity: frozen.integrity }) } : { src: host.address() };
    const attributes = Object.entries({ ...source, ...(!frozen && { src: new URL(source.src, site).href }), ...wanted });
    const tag = attributes.map(([name, value]) => `${name}="${quoted(value)}"`).join(' ');
    find('element').value = `<script type="module" src="${site}pkg/element.js"></script>\n`
      + `<nulage-view ${tag}><a href="${quoted(more)}">${quoted(title)}</a></nulage-view>`;
    // No style attribute: a page whose policy refuses those would show a border, and complain.
    const framed = some => `${site}embed.html#${new URLSearchParams(some)}`;
    find('frame').value = `<iframe src="${quoted(framed({ ...source, ...wanted }))}" title="${quoted(title)}" width="100%" height="640" frameborder="0" loading="lazy"></iframe>\n`
      + `<script src="${site}www/embed.js" async></script>`;
    find('kept').hidden = !frozen;
    find('name').textContent = frozen?.name ?? '';
    if (root.dataset.embed) preview(framed(frozen ? wanted : { ...source, ...wanted }), frozen?.text);
  }

  /** Shows the view at this address, with this text as its bundle where it is not the site's. */
  function preview(shown, text) {
    const frame = find('preview');
    const fill = () => {
      const view = frame.contentDocument?.querySelector('nulage-view');
      if (!view?.start || view.bundle === text) return;
      view.bundle = text;
      view.start();
    };
    // Escape closes the dialog from inside the view, too, where nothing there has a use for it.
    frame.onload = () => {
      frame.contentWindow.addEventListener('keydown', event => {
        if (event.key === 'Escape' && !event.defaultPrevented) find('dialog').close();
      });
      fill();
    };
    fill();
    // Only the fragment changes after the first time: the frame follows without loading anew.
    if (frame.src !== shown) frame.contentWindow?.location.pathname?.endsWith('embed.html') ? frame.contentWindow.location.replace(shown) : (frame.src = shown);
  }

  const told = text => { find('said').textContent = text; };
  const again = () => renew().catch(error => told(String(error.message)));

  root.addEventListener('click', event => {
    const on = name => event.target.closest?.(`[data-embed-${name}]`);
    if (on('open')) {
      shutAll(root);
      const form = find('dialog').querySelector('form');
      const [live, stays] = form.elements.data;
      live.disabled = !host.published();
      find('local').hidden = !root.dataset.embed || !/^(localhost|127\..*|\[::1\])$/.test(location.hostname);
      if (live.disabled) stays.checked = true;
      find('dialog').showModal();
      again();
    } else if (on('copy')) {
      const code = find(on('copy').dataset.embedCopy);
      code.select();
      const { words, byHand } = find('said').dataset;
      (navigator.clipboard?.writeText(code.value) ?? Promise.reject()).then(() => told(words), () => told(byHand));
    } else if (on('keep')) keep(frozen);
    else if (on('close')) find('dialog').close();
  });
  root.addEventListener('input', event => {
    if (!event.target.closest?.('[data-embed-dialog] form')) return;
    told('');
    again();
  });
}
