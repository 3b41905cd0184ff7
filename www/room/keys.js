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

// What takes keys for itself, on a stage only those that mean nothing there, and arrows for whoever came by keyboard.
const PICTURES = '.nl-picture, .nl-legend';
const TURNS = ['next', 'previous', 'first', 'last', 'again'];

// How far an arrow scrolls a slide that flows, px: it has not the focus itself, which is the stage's.
const SCROLLED = 60;

/** Answers keys while `room` is on stage. */
export function keys(room) {
  // The Escape that leaves full screen must not leave the stage as well.
  let small = 0;
  document.addEventListener('fullscreenchange', () => { small = document.fullscreenElement ? 0 : Date.now(); });

  // While a scene is written keys are letters, whatever has the focus; those that close what is open still do.
  const written = ({ key }) => room.root.querySelector('[data-part=fields]') && !/^(g|escape)$/i.test(key);
  const meant = event => {
    const lone = !event.ctrlKey && !event.altKey && !event.metaKey && (!event.shiftKey || event.key === '?');
    return room.on() && lone && !written(event) && !event.isComposing && !event.target.closest?.('dialog[open]');
  };
  const answer = (event, name) => {
    event.preventDefault();
    if (!event.repeat) room.press(name);
  };
  /** Leaves a field; a note that is not yet among the others goes there. */
  const rest = field => {
    if (field.closest('form[data-add]') && field.value.trim()) field.form.requestSubmit();
    field.blur();
    room.ground().focus({ preventScroll: true });
  };
  const pages = event => event.key === 'PageDown' || event.key === 'PageUp';
  const deed = ({ key }) => KEYS[key.length === 1 ? key.toLowerCase() : key];
  const leave = event => {
    if (document.fullscreenElement || Date.now() - small < 400) return;
    event.preventDefault();
    if (!event.repeat) room.escape();
  };

  // Pages turn wherever the focus is, before any picture takes the key for itself; what covers the scene goes first.
  addEventListener('keydown', event => {
    if (!pages(event) || !meant(event)) return;
    const field = event.target.closest?.(FIELDS);
    // Where a story is written pages turn the text; a note is taken along when the room goes on.
    if (field && !field.matches(NOT_TEXT) && !field.closest('[data-discussion]')) return;
    if (field) rest(field);
    event.stopPropagation();
    room.uncover();
    answer(event, KEYS[event.key]);
  }, true);

  addEventListener('keydown', event => {
    const picture = event.target.closest?.(PICTURES);
    if (!picture || pages(event) || !meant(event)) return;
    const [name, arrow, escape] = [deed(event), event.key.startsWith('Arrow'), event.key === 'Escape'];
    if (room.keyed() ? arrow || !name : !(name || arrow || escape)) return;
    event.stopPropagation();
    if (escape) leave(event);
    else if (name) answer(event, name);
  }, true);

  addEventListener('keydown', event => {
    if (event.defaultPrevented || pages(event) || !meant(event)) return;
    const field = event.target.closest?.(FIELDS);
    const text = field && !field.matches(NOT_TEXT);
    if (event.key === 'Escape') {
      if (!field || (room.covered() && !text)) leave(event);
      else {
        event.preventDefault();
        room.ground().focus({ preventScroll: true });
      }
      return;
    }
    // A slider or a box takes keys, but no letters.
    if (text || (field && (event.key === ' ' || event.key.length > 1))) return;
    // Space presses the button that has the focus.
    if (event.key === ' ' && event.target.closest?.('button, a[href], summary, [role=button]')) return;
    if (/^Arrow(Up|Down)$/.test(event.key) && room.flows() && !room.covered()) {
      event.preventDefault();
      room.slide().scrollBy(0, event.key === 'ArrowDown' ? SCROLLED : -SCROLLED);
      return;
    }
    const name = deed(event);
    // What covers the scene is moved in by keys, and no page turns behind it.
    if (name && !(room.covered() && TURNS.includes(name))) answer(event, name);
  });
}
