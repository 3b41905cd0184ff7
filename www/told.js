// Short messages over the app, and the copying of text.

/** Says something for a while, to eyes and ears. */
export function passing(root, words) {
  const voice = document.createElement('p');
  Object.assign(voice, { className: 'nl-passing' });
  voice.setAttribute('role', 'status');
  frame(root).append(voice);
  // A region must be there before what it says, or it is not read.
  setTimeout(() => { voice.textContent = words; });
  setTimeout(() => voice.remove(), 6000);
}

const frame = root => root.querySelector('[data-part=app]') ?? root;

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/** Shows words until they are closed, `what` can be done, and under them a text: marked, to be copied by hand, or a
    fault in full, in English. */
export function message(root, title, text, { marked, what } = {}) {
  const close = made('button', { type: 'button', className: 'nl-button', textContent: frame(root).dataset.wordsClose ?? 'Stäng' });
  const box = made('dialog', { className: 'nl-dialog nl-message' });
  const field = marked ? made('textarea', { readOnly: true, rows: 3, value: text }) : made('pre', { textContent: text, tabIndex: 0 });
  box.setAttribute('aria-label', title);
  field.setAttribute('aria-label', title);
  if (!marked) Object.assign(field, { role: 'group', lang: 'en' });
  box.dataset.part = 'message';
  box.append(made('h2', { textContent: title }), ...(what ? [made('p', { textContent: what })] : []), field, close);
  close.addEventListener('click', () => box.close());
  box.addEventListener('close', () => box.remove());
  frame(root).append(box);
  box.showModal();
  if (marked) field.select();
  else close.focus();
}

/** Copies a text and says that it is there, once it is; else shows it to be copied by hand. */
export async function copy(root, text, { copied, byHand }) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    message(root, byHand, text, { marked: true });
    return;
  }
  passing(root, copied);
}

/** Answers the buttons that copy: what they hold, or the page's address. */
export function copying(root) {
  root.addEventListener('click', event => {
    const button = event.target.closest?.('[data-copy]');
    if (button) copy(root, button.dataset.copy || location.href, button.dataset);
  });
}
