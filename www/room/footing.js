// Where the focus is on a stage: in what lies over it as long as something does, else with the scene, never nowhere.

const STOPS = 'button, input, select, textarea, summary, a[href]';

/** Looks after the focus in `room`; `refresh()` after anything has changed. */
export function footing(room) {
  // What had the focus last, and in which scene; what lies over the stage; where the focus goes when that is gone.
  let [held, scene, panel, back] = [null, '', null, null];
  // Whether it came to where it is by keyboard, and nothing was pointed at since.
  let keyed = false;
  const focus = element => element.focus({ preventScroll: true });
  document.addEventListener('focusin', ({ target }) => { [held, keyed] = [target, target.matches(':focus-visible')]; });
  addEventListener('pointerdown', () => { keyed = false; }, true);

  /** All behind is out of reach; the focus is in front. */
  function cover() {
    back ??= { to: document.activeElement, scene, keyed };
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-modal', 'true');
    panel.tabIndex = -1;
    (panel.querySelector('[aria-current] .nl-scene') ?? panel).focus();
  }

  /** The focus goes back to where it was, in a menu that is closed by now to its button; at another scene to that. */
  function uncover(stage) {
    const { to, scene: then, keyed: before } = back;
    const there = then === room.scene() && to !== document.body ? to : stage;
    const place = there.closest('details:not([open])')?.querySelector('summary') ?? there;
    back = null;
    focus(place);
    if (document.activeElement === place) keyed = before;
    else focus(stage);
  }

  function refresh() {
    const stage = room.element();
    if (!stage || !room.on()) {
      [held, scene, panel, back] = [null, '', null, null];
      return;
    }
    const [over, turned] = [stage.querySelector('.nl-over-stage'), scene && scene !== room.scene()];
    if (over !== panel) {
      panel = over;
      for (const part of stage.children) part.toggleAttribute('inert', over !== null && !part.contains(over));
      (over ? cover : uncover)(stage);
    }
    const here = document.activeElement ?? document.body;
    // What has the focus goes with its slide, and what stays in the next one is at another place there.
    if (here === document.body ? held?.isConnected === false : turned && room.slide()?.contains(here)) focus(panel ?? stage);
    scene = room.scene();
  }

  // A browser would go on to its own buttons.
  addEventListener('keydown', event => {
    if (!panel || event.key !== 'Tab' || event.target.closest?.('dialog')) return;
    const stops = [...panel.querySelectorAll(STOPS)].filter(stop => !stop.disabled && stop.checkVisibility());
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    const [here, lost] = [document.activeElement, !panel.contains(document.activeElement)];
    if (!lost && here !== from && !(here === panel && event.shiftKey)) return;
    event.preventDefault();
    to.focus();
  }, true);

  return {
    refresh,
    /** What keys move in: what lies over the stage, else the stage. */
    ground: () => panel ?? room.element(),
    covered: () => panel !== null,
    keyed: () => keyed,
  };
}
