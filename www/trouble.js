// What stands beside an element's fallback when its view cannot be shown.
const WORDS = {
  sv: ['Diagrammet kan inte visas just nu.', 'Försök igen'],
  en: ['The chart cannot be shown right now.', 'Try again'],
};

export const make = (name, more) => Object.assign(document.createElement(name), more);

/** Words and a link that tries again, in the language around the element. */
export function trouble(element, retry) {
  const language = element.getAttribute('lang') ?? element.closest('[lang]')?.lang ?? 'sv';
  const [words, again] = WORDS[language.startsWith('en') ? 'en' : 'sv'];
  const link = make('a', { href: '', textContent: again });
  link.part = 'reload';
  link.addEventListener('click', event => { event.preventDefault(); retry(); });
  return [`${words} `, link];
}
