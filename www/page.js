// The standalone page: start the wasm, hand it the root element. Everything else is Rust.
import init, { Bundle, mount, mountBytes } from '../pkg/nulage.js';
import { embedding } from './embedding.js';
import { arriving, leading } from './focus.js';
import { menus } from './menus.js';
import { papers } from './paper.js';
import { wire, wrong } from './save.js';
import { stage } from './stage.js';
import { taking } from './take.js';
import { copying } from './told.js';

const root = document.getElementById('app');

try {
  await init();
  let [address, opened] = [root.dataset.bundle];
  window.nulage = mount(root, address);
  const get = async url => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
    return answer;
  };
  const host = {
    page: async () => (await get(new URL('../pkg/nulage.html', import.meta.url))).text(),
    bundle: async () => opened ?? new Uint8Array(await (await get(address)).arrayBuffer()),
    address: () => address,
    published: () => !opened,
    wrong: (bytes, name) => wrong(Bundle, bytes, name),
    show: (bytes, name) => {
      window.nulage.unmount();
      [address, opened] = [name, bytes];
      setTimeout(() => { window.nulage = mountBytes(root, bytes, name); });
    },
  };
  wire(root, host);
  embedding(root, host);
  stage(root, host);
  copying(root);
  taking(root);
  menus(() => [root]);
  leading();
  arriving(root);
  papers();
} catch (error) {
  const message = document.createElement('p');
  message.className = 'nl-wait';
  message.setAttribute('role', 'alert');
  message.textContent =
    'Sidan kunde inte starta i den här webbläsaren. Prova att ladda om, eller använd en nyare webbläsare. (' + error + ')';
  root.replaceChildren(message);
}
