// Where the focus goes when what had it is gone from the page: a reader of speech would be lost there.

/** Leaves the focus of a pin that is let go to the next one, else to the last, else to what says how to pin. */
function heir(pin) {
  const [item, part] = [pin.parentElement, pin.closest('[data-part=pins]')];
  const n = [...item.parentElement.children].indexOf(item);
  setTimeout(() => {
    const left = part.querySelectorAll('.nl-pins button');
    part.tabIndex = -1;
    (left[n] ?? left[left.length - 1] ?? part).focus();
  });
}

/** Leads to a place on the page without touching the address, which holds the state and no place beside it. */
function lead(from) {
  const { jump } = from.dataset;
  // In what holds the page, not in the document: that may be a shadow root, or one of two slides.
  const place = from.closest('.nl-slide, .nulage').querySelector(jump ? `[data-focus="${jump}"] h2` : '#nl-main');
  if (jump) place.closest('section').scrollIntoView();
  place.focus();
}

/** Moves the focus along with what is pressed, in all apps and elements of the document. */
export function leading() {
  // On a phone the ways to look stand in a row that scrolls: what has the focus is seen whole.
  addEventListener('focusin', event => {
    const [origin] = event.composedPath();
    if (origin.closest?.('.nl-segments')) origin.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, true);
  addEventListener('click', event => {
    const [origin] = event.composedPath();
    const [pin, from] = ['.nl-pins button', '.nl-skip, [data-jump]'].map(css => origin.closest?.(css));
    if (pin) heir(pin);
    if (!from) return;
    event.preventDefault();
    lead(from);
  }, true);
}

/** Gives the focus to the heading of each page of the app in `root` that comes after the first, so that it is
    spoken; on a stage, and where the heading will be another when the values are there, to what holds it. */
export function arriving(root) {
  // The address is written before the page is shown.
  const place = () => location.hash.split('?')[0] || '#1/start';
  let [at, last, due] = [null, null, false];
  new MutationObserver(() => {
    const main = root.querySelector('#nl-main');
    if (!main) return;
    // On a stage scenes turn pages.
    const staged = main.matches('[data-stage]');
    const [now, head] = staged ? ['stage', main] : [place(), main.querySelector('h1') ?? main];
    if (now !== at) [at, due] = [now, at !== null];
    // Until another heading stands there, the page is still the old one.
    const come = due && head !== last;
    last = head;
    if (!come) return;
    due = false;
    setTimeout(() => {
      const heading = root.querySelector('#nl-main:not([data-stage], :has(.nl-wait)) h1') ?? root.querySelector('#nl-main');
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus();
    });
  }).observe(root, { childList: true, subtree: true });
}
