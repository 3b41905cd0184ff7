// Keys and clickers. A key presses a button of the stage, or does what that button would do.

const KEYS = {
  PageDown: 'next', ArrowRight: 'next', ' ': 'next',
  PageUp: 'previous', ArrowLeft: 'previous',
  Home: 'first', End: 'last',
  b: 'black', '.': 'black', f: 'full', s: 'presenter',
  g: 'grid', '?': 'help', r: 'again',
  l: 'laser', d: 'draw', e: 'wipe',
};

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';
// Fields in which Page Up and Page Down mean nothing a clicker could not be forgiven for.
const NOT_TEXT = 'input:is([type=range], [type=checkbox], [type=radio], [type=button], [type=file])';

/** Answers keys while `room` is on stage. */
export function keys(room) {
  // The Escape that leaves full screen must not leave the stage as well.
  let small = 0;
  document.addEventListener('fullscreenchange', () => { small = document.fullscreenElement ? 0 : Date.now(); });

  const meant = event => {
    const lone = !event.ctrlKey && !event.altKey && !event.metaKey && (!event.shiftKey || event.key === '?');
    return room.on() && lone && !event.isComposing && !event.target.closest?.('dialog[open]');
  };
  const answer = (event, name) => {
    event.preventDefault();
    if (!event.repeat) room.press(name);
  };
  const pages = event => event.key === 'PageDown' || event.key === 'PageUp';

  // Pages turn wherever the focus is, before any picture takes the key for itself.
  addEventListener('keydown', event => {
    if (!pages(event) || !meant(event)) return;
    const field = event.target.closest?.(FIELDS);
    if (field && !field.matches(NOT_TEXT)) return;
    event.stopPropagation();
    answer(event, KEYS[event.key]);
  }, true);

  addEventListener('keydown', event => {
    if (event.defaultPrevented || pages(event) || !meant(event) || event.target.closest?.(FIELDS)) return;
    if (event.key === 'Escape') {
      if (document.fullscreenElement || Date.now() - small < 400) return;
      event.preventDefault();
      if (!event.repeat) room.escape();
      return;
    }
    // Space presses the button that has the focus.
    if (event.key === ' ' && event.target.closest?.('button, a[href], summary, [role=button]')) return;
    const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (name) answer(event, name);
  });
}
