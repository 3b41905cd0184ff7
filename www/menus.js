// Menus (`details.nl-menu`): one open at a time, inside the window, closed by Escape and by a click or the focus elsewhere.
// Without a menu Escape takes away what is said beside the pointer (WCAG 1.4.13).

/** Least room between a menu and the edges of the window, px. */
const EDGE = 8;

/** Moves what a menu holds sideways into the window. */
function fit(menu) {
  const { style } = menu.querySelector('.nl-pop');
  style.translate = '';
  const { left, right } = menu.querySelector('.nl-pop').getBoundingClientRect();
  const over = Math.max(right - document.documentElement.clientWidth + EDGE, 0);
  style.translate = `${Math.max(EDGE - left, -over)}px`;
}

/** Closes a menu. Focus that was inside goes to its button, for what is hidden holds none. */
export function shut(menu) {
  const held = menu.contains(menu.getRootNode().activeElement);
  menu.open = false;
  if (held) menu.querySelector('summary').focus();
}

/** Closes the menus in a root that are open. */
export const shutAll = root => root.querySelectorAll('details[open].nl-menu').forEach(shut);

/** Looks after the menus in all roots that `roots()` gives, now and later. */
export function menus(roots) {
  const open = () => [...roots()].flatMap(root => [...root.querySelectorAll('details[open].nl-menu')]);
  const fitted = () => open().forEach(fit);
  // Keys that press a button click it, too.
  addEventListener('click', event => {
    const [path, before] = [event.composedPath(), open()];
    before.forEach(menu => { menu.open = path.includes(menu); });
    // A menu opens when the click is over, and stands in its place when it is first seen.
    requestAnimationFrame(() => {
      fitted();
      const opened = open().filter(menu => !before.includes(menu));
      opened.forEach(menu => menu.querySelector('.nl-pop').scrollIntoView({ block: 'nearest' }));
    });
  }, true);
  // Focus that goes on by keyboard leaves no menu open over what it comes to.
  addEventListener('focusin', event => {
    const path = event.composedPath();
    open().filter(menu => !path.includes(menu)).forEach(menu => { menu.open = false; });
  }, true);
  addEventListener('resize', fitted);
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.isComposing) return;
    const [menu] = open();
    if (!menu) {
      for (const root of roots()) root.querySelector('.nl-picture:hover')?.dispatchEvent(new PointerEvent('pointerleave'));
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary').focus();
  }, true);
}
