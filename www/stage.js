// The room around the stage: keys, windows, black, laser, ink, clock, discussion, files. The app shows the
// scenes and says where it stands by attributes; what is here listens to those and presses the app's buttons.
import { shut } from './menus.js';
import { agreement } from './room/talk.js';
import { clock } from './room/clock.js';
import { discussion } from './room/discussion.js';
import { footing } from './room/footing.js';
import { keys } from './room/keys.js';
import { overlay } from './room/overlay.js';
import { storyFiles } from './room/story.js';
import { windows } from './room/windows.js';

const SCENE = /([?&]stage=[a-z0-9-]+)(?:\.[a-z]+)?/;

/** The fragment as all windows share it, and as a window of this role shows it. */
const neutral = fragment => fragment.replace(SCENE, '$1');
const withRole = (fragment, role) => fragment.replace(SCENE, role === 'stage' ? '$1' : `$1.${role}`);

/** Looks after the stage of the app in `root`, whenever there is one. `host` is that of `wire`. */
export function stage(root, host) {
  // The element on stage; what it showed when last seen; the address it has been asked to show; what hides a warning.
  let element = null, shown = null, edit = null, awaited = null, quiet;
  // Whether the address before the stage's is the page one came from.
  let came = false;
  let [storyText, story] = ['', null];
  const role = () => element?.dataset.role ?? '';
  const talk = agreement(() => role() === 'stage' || role() === 'presenter');
  const { reach, company } = windows(talk, role);
  const tale = () => root.querySelector('textarea[data-story]');
  const voice = document.createElement('div');
  voice.className = 'nl-hidden';
  voice.setAttribute('role', 'status');

  const room = {
    root, host, talk, role, company,
    element: () => element,
    on: () => element !== null && role() !== 'handout',
    scene: () => element?.dataset.scene ?? '',
    slide: () => element?.querySelector('[data-slide]') ?? null,
    /** Whether the slide flows: then it is scrolled, and has things at other places than in other windows. */
    flows: () => room.slide()?.dataset.flows !== undefined,
    language: () => element?.closest('[lang]')?.lang ?? 'sv',
    /** Says what the stage has words for to those who listen. */
    say(words) {
      if (!voice.parentNode) document.body.append(voice);
      voice.textContent = element?.dataset[words] ?? '';
    },
    /** Says it to those who look, too, for a while. */
    warn(words) {
      room.say(words);
      voice.className = 'nl-voice';
      // What is said anew stays its whole time, too.
      clearTimeout(quiet);
      quiet = setTimeout(() => { voice.className = 'nl-hidden'; }, 9000);
    },
    /** The story as it stands now; null where there is none to read. */
    story() {
      const text = tale()?.value ?? '';
      if (text !== storyText) {
        storyText = text;
        try { story = JSON.parse(text); } catch { story = null; }
      }
      return story;
    },
    /** Gives the app another story, and does something then if it was taken. */
    tell(text, then) {
      const field = tale();
      if (!field || field.value === text) return;
      const [before, { edit: last }] = [field.value, element.dataset];
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      // What the app has not taken by then leaves the story as it was.
      setTimeout(() => {
        if (element?.dataset.edit === last) field.value = before;
        else then?.();
      });
    },
    /** Presses the button of this name, or does what it would do where there is none. */
    press(name) {
      const button = root.querySelector(`[data-go="${name}"], [data-room="${name}"]`);
      if (button) button.click();
      else answers[name]?.();
    },
    pressed: (name, on) => root.querySelectorAll(`[data-room="${name}"]`).forEach(button => button.setAttribute('aria-pressed', on)),
    /** Asks before the page is left, from `due()` to `done()`, unless another window remembers or it is `kept()`.
        Nobody listens while there is nothing to lose: a browser puts a page that does aside less readily. */
    asking(kept) {
      const ask = event => {
        // Browsers ask only those who have touched the page, and complain of the rest.
        const touched = navigator.userActivation?.hasBeenActive !== false;
        if (touched && !kept?.() && !company()) event.preventDefault();
      };
      return { due: () => addEventListener('beforeunload', ask), done: () => removeEventListener('beforeunload', ask) };
    },
    /** Leaves one thing: black, a tool, what lies over the stage, in the end the stage. */
    escape() {
      if (over.shown() || !room.covered()) room.press(over.shown() ?? 'leave');
      else room.uncover();
    },
    /** Takes away what lies over the stage. */
    uncover: () => root.querySelector('[data-over-close]')?.click(),
    covered: () => foot.covered(),
    ground: () => foot.ground(),
    keyed: () => foot.keyed(),
  };
  const [over, time, talked, foot] = [overlay(room), clock(room), discussion(room), footing(room)];
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  const answers = {
    ...over.answers, ...storyFiles(room),
    clock: time.clock,
    full: () => full().catch(() => {}),
    presenter: () => bring(role() === 'presenter' ? 'stage' : 'presenter'),
    audience: () => bring('audience'),
  };
  const bring = wanted => reach(wanted, withRole(shown ?? location.hash, wanted)) || room.warn('wordsBlocked');
  const SHOWN_BY = { shape: { refresh: shape }, black: over, laser: over, ink: over, start: time, notes: talked, hands: talked, keep: talked };
  /** Lays slides out alike in all windows, as the stage's own: else a laser would point at other things in each. */
  function shape() {
    const box = room.slide()?.parentElement;
    if (!box || !room.on()) return;
    if (role() === 'stage') {
      const { width, height } = box.getBoundingClientRect();
      if (height > 0) talk.put('shape', Math.round((width / height) * 1000) / 1000);
      return;
    }
    const ratio = talk.get('shape');
    const { clientWidth, clientHeight } = box.parentElement;
    const wide = clientWidth / clientHeight > ratio;
    // A phone is held as it is held, and where one writes there is no slide to look like.
    const free = !ratio || clientWidth < 400 || (role() === 'presenter' ? room.slide().dataset.layout === 'question' : room.flows());
    Object.assign(box.style, free ? { flex: '', margin: '', width: '', height: '' } : {
      flex: 'none', margin: 'auto', width: `${wide ? clientHeight * ratio : clientWidth}px`, height: `${wide ? clientHeight : clientWidth / ratio}px`,
    });
  }
  const refresh = () => {
    shape();
    [over, time, talked].forEach(part => part.refresh());
  };

  /** Makes this window show what the talk is about. */
  function follow() {
    const address = talk.get('address');
    if (!element || !address || address === shown) return;
    awaited = address;
    location.replace(withRole(address, role()));
    // Where the app shows something else than asked for, or nothing new, the next step is the reader's own.
    setTimeout(() => { if (awaited === address) awaited = null; }, 500);
  }

  /** Sees what the app shows now, and tells the other windows if it was changed here. */
  function look() {
    const before = element;
    const found = root.querySelector('[data-stage]');
    if (before && !found) {
      over.rest();
      came = false;
    }
    element = found;
    foot.refresh();
    if (!element) {
      if (before) over.refresh();
      // Whoever comes back to the stage shows the others where it goes on.
      if (shown !== null) shown = '';
      return;
    }
    const address = neutral(element.dataset.address ?? '');
    if (element === before && element.dataset.edit !== edit) talk.put('story', tale()?.value);
    edit = element.dataset.edit;
    if (shown === null) {
      // Loaded a moment ago: what the others know is later than what this address says.
      shown = address;
      if (talk.get('story')) room.tell(talk.get('story'));
      follow();
    } else if (address !== shown) {
      const [own, turned] = [awaited === null, shown && sceneOf(address) !== sceneOf(shown)];
      [awaited, shown] = [null, address];
      if (own) talk.put('address', address);
      if (own && turned) time.begin();
      if (turned) room.slide()?.scrollTo(0, 0);
    }
    refresh();
  }
  const sceneOf = address => SCENE.exec(address)?.[1];

  const seen = ['data-stage', 'data-role', 'data-scene', 'data-address', 'data-edit', 'data-flows'];
  new MutationObserver(look).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: seen });
  talk.watch((changes, from) => {
    if (from && 'story' in changes && element) room.tell(talk.get('story'));
    if (from && 'address' in changes) follow();
    const touched = Object.keys(changes).map(key => SHOWN_BY[key.split('/')[0]]);
    new Set(touched).forEach(part => part?.refresh());
  });
  addEventListener('resize', refresh);
  /** Closes a menu out of which something was chosen. By mouse the focus does not stay: its keys are the stage's. */
  const close = menu => {
    const chosen = menu.querySelector(':focus:not(:focus-visible)');
    shut(menu);
    if (chosen) room.ground()?.focus({ preventScroll: true });
  };
  root.addEventListener('click', event => {
    const name = event.target.closest?.('button[data-room]')?.dataset.room;
    if (name && Object.hasOwn(answers, name)) answers[name]();
    if (event.target.closest?.('[data-go], [data-room]')) root.querySelectorAll('details[open].nl-menu').forEach(close);
  });
  // Leaving goes back to where one came from, and Back from there does not lead onto the stage again.
  root.addEventListener('click', event => {
    if (event.target.closest?.('[data-part=present], [data-part=capture-page]')) came = true;
    if (!came || !location.hash.includes('stage=') || !event.target.closest?.('.nl-stage [data-go=leave]') || role() === 'handout') return;
    event.stopPropagation();
    history.back();
  }, true);
  root.addEventListener('change', event => event.target.matches?.('[data-room="open-story"]') && answers['open-story'](event.target));
  document.addEventListener('fullscreenchange', () => room.pressed('full', document.fullscreenElement !== null));
  // An audience looks on: what it would do with keys and clicks is left to those who speak.
  for (const kind of ['click', 'pointerdown', 'pointerup', 'keydown', 'submit', 'input', 'change']) {
    addEventListener(kind, event => {
      const free = event.ctrlKey || event.metaKey || event.altKey || ['Tab', 'f', 'F', 'F11', 'F5'].includes(event.key)
        || event.target.closest?.('[data-room=full], [data-story]');
      if (role() !== 'audience' || free) return;
      event.stopImmediatePropagation();
      if (event.cancelable) event.preventDefault();
    }, true);
  }
  keys(room);
  look();
}
