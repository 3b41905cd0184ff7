// Menus (`details.nl-menu`): one open at a time, closed by Escape and by a click elsewhere.

/** Looks after the menus in all roots that `roots()` gives, now and later. */
export function menus(roots) {
  const open = () => [...roots()].flatMap(root => [...root.querySelectorAll('details[open].nl-menu')]);
  // Keys that press a button click it, too.
  addEventListener('click', event => {
    const path = event.composedPath();
    open().forEach(menu => { menu.open = path.includes(menu); });
  }, true);
  addEventListener('keydown', event => {
    const [menu] = event.key === 'Escape' && !event.isComposing ? open() : [];
    if (!menu) return;
    event.preventDefault();
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary').focus();
  }, true);
}
