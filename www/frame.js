// embed.html: the attributes of the view are in the address (`#src=data/bundle.json&indicator=…&view=map`),
// its height goes to the page around it. The height is no secret, so any page may be told.
import '../pkg/element.js';
import { PAGE, SETTINGS, STATE } from '../pkg/fragment.js';

const element = document.querySelector('nulage-view');
const names = [...PAGE, ...Object.keys(STATE), ...Object.keys(SETTINGS), 'geometry', 'integrity', 'src'];

/** Only data from this page's folder and below: whoever links here must not be able to show something else
    under its name, neither from elsewhere nor from other people's folders on the same server. */
const here = new URL('.', document.baseURI).href;
const ours = address => new URL(address, here).href.startsWith(here);

function dress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  if (!asked.has('src')) asked.set('src', 'data/bundle.json');
  // Here the view is the page, and its headline that of the page.
  if (!asked.has('heading')) asked.set('heading', '1');
  for (const name of names) {
    const value = asked.get(name);
    const barred = value !== null && (name === 'src' || name === 'geometry') && !ours(value);
    if (value === null || barred) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  document.documentElement.lang = asked.get('lang') ?? 'sv';
  document.documentElement.style.colorScheme = { light: 'light', dark: 'dark' }[asked.get('theme')] ?? 'light dark';
}

/** The page is called what its view says. */
function name() {
  const said = element.shadowRoot?.querySelector('[part~=headline], h1')?.textContent;
  document.title = said ? `${said} – Nuläge` : 'Nuläge';
}

function tell() {
  const height = Math.ceil(element.getBoundingClientRect().height);
  if (parent !== window && height) parent.postMessage({ nulage: 'height', height }, '*');
}

dress();
addEventListener('hashchange', dress);
for (const told of ['nulage-ready', 'nulage-state']) element.addEventListener(told, name);
element.start();
new ResizeObserver(tell).observe(element);
addEventListener('message', event => { if (event.source === parent && event.data?.nulage === 'hello') tell(); });
