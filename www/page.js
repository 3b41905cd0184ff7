// The standalone page: start the wasm, hand it the root element. Everything else is Rust.
import init, { mount } from '../pkg/nulage.js';

const root = document.getElementById('app');

try {
  await init();
  window.nulage = mount(root, root.dataset.bundle);
} catch (error) {
  const message = document.createElement('p');
  message.className = 'nl-wait';
  message.setAttribute('role', 'alert');
  message.textContent =
    'Sidan kunde inte starta i den här webbläsaren. Prova att ladda om, eller använd en nyare webbläsare. (' + error + ')';
  root.replaceChildren(message);
}
