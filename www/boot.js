// The first script of the app as one file: its styles and its code lie packed in the page, as all the rest does.

/** The page as it was opened, before anything is added: what a saved copy is made from. */
const page = `<!DOCTYPE html>\n${document.documentElement.outerHTML}\n`;

/** Says that nothing comes. */
function unopened(error) {
  const message = document.createElement('p');
  message.className = 'nl-wait';
  message.setAttribute('role', 'alert');
  message.textContent = `Filen kunde inte öppnas i den här webbläsaren. Prova en nyare. (${error})`;
  document.getElementById('app').replaceChildren(message);
}

(async () => {
  try {
    for (const name of ['style', 'script']) {
      const element = document.createElement(name);
      element.textContent = await unpack(document.getElementById(`nulage-${name}`).textContent).text();
      document.head.append(element);
    }
  } catch (error) {
    unopened(error);
  }
})();
