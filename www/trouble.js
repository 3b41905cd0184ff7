// What stands beside an element's fallback when its view cannot be shown; and a picture as PNG.
const WORDS = {
  sv: ['Diagrammet kan inte visas just nu.', 'Försök igen'],
  en: ['The chart cannot be shown right now.', 'Try again'],
};

export const make = (name, more) => Object.assign(document.createElement(name), more);

/** Words and a link that tries again, in the language around the element. */
export function trouble(element, retry) {
  const language = element.getAttribute('lang') ?? element.closest('[lang]')?.lang ?? 'sv';
  const [words, again] = WORDS[language.startsWith('en') ? 'en' : 'sv'];
  const link = make('a', { href: '', textContent: again, part: 'reload' });
  link.addEventListener('click', event => { event.preventDefault(); retry(); });
  return [`${words} `, link];
}

/** SVG text as a PNG blob, `scale` device pixels per CSS px. */
export async function png(svg, scale) {
  const image = make('img', { src: URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })) });
  await image.decode().finally(() => URL.revokeObjectURL(image.src));
  const canvas = make('canvas', { width: image.width * scale, height: image.height * scale });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}
