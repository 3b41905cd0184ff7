// The dialog “Bädda in”: reads its form, writes the two pieces of code, shows the view as it will look.
import './embed.js';
import { read } from './fragment.js';

const escape = text => text.replace(/[&"<>]/g, c => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' })[c]);

/** Attributes of the view: what the form says, and whom the app shows now. */
function attributes(form, address) {
  const [data, now] = [new FormData(form), read(location.hash)];
  const list = name => data.getAll(name).join(',');
  const all = {
    indicator: now.page.replace(/^indicator\//, ''),
    view: data.get('view'),
    area: now.pin,
    year: data.get('year'),
    people: now.people === 'all' ? '' : now.people,
    origin: now.origin === 'total' ? '' : now.origin,
    controls: list('controls') || 'none',
    lock: list('lock'),
    lang: data.get('lang'),
    theme: data.get('theme'),
  };
  return { src: address, ...Object.fromEntries(Object.entries(all).filter(([, value]) => value)) };
}

/** Opens and answers the dialog of the app in `root`; `address` is the bundle's. */
export function wire(root, address) {
  const site = new URL('.', document.baseURI).href;
  const find = name => root.querySelector(`[data-embed-${name}]`);

  function renew() {
    const dialog = find('dialog');
    const wanted = attributes(dialog.querySelector('form'), address);
    const query = new URLSearchParams(wanted).toString();
    const title = document.title;
    const tag = Object.entries({ ...wanted, src: new URL(address, site).href }).map(([name, value]) => `${name}="${escape(value)}"`).join(' ');
    find('element').value = `<script type="module" src="${site}pkg/element.js"></script>\n`
      + `<nulage-view ${tag}><a href="${escape(location.href)}">${escape(title)}</a></nulage-view>`;
    find('frame').value = `<iframe src="${escape(`${site}embed.html#${query}`)}" title="${escape(title)}" width="100%" height="640" loading="lazy"></iframe>\n`
      + `<script src="${site}www/embed.js" async></script>`;
    const preview = find('preview');
    const shown = `${site}embed.html#${query}`;
    // Only the fragment changes after the first time: the frame follows without loading anew.
    if (preview.src !== shown) preview.contentWindow?.location.pathname?.endsWith('embed.html') ? preview.contentWindow.location.replace(shown) : (preview.src = shown);
  }

  root.addEventListener('click', event => {
    const on = name => event.target.closest?.(`[data-embed-${name}]`);
    if (on('open')) {
      root.querySelectorAll('details[open].nl-menu').forEach(menu => { menu.open = false; });
      find('dialog').showModal();
      renew();
    } else if (on('copy')) {
      const code = find(on('copy').dataset.embedCopy);
      code.select();
      navigator.clipboard?.writeText(code.value).then(() => { find('said').textContent = find('said').dataset.words; });
    } else if (on('close')) find('dialog').close();
  });
  root.addEventListener('input', event => {
    if (!event.target.closest?.('[data-embed-dialog] form')) return;
    find('said').textContent = '';
    renew();
  });
}
