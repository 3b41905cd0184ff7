// Over the slide: black, the laser's dot, ink. Places are shares of the slide, so they are the same in every window.

const LINE = 0.004;

const piece = (tag, name) => {
  const element = document.createElement(tag);
  element.className = name;
  element.setAttribute('aria-hidden', 'true');
  return element;
};

/** Shows what the talk in `room` says; `refresh()` after anything has moved. */
export function overlay(room) {
  const { talk } = room;
  const [cover, dot, canvas] = [piece('div', 'nl-black'), piece('div', 'nl-laser'), piece('canvas', 'nl-ink')];
  // At the slide's edge the dot is cut: beyond it, it would make the slide longer.
  const glass = piece('div', 'nl-glass');
  glass.append(dot);
  // Whether the pointer of this window is a laser, a pen, or neither.
  let pointer = null;
  let stroke = null;
  let painted = [];
  let dark = false;

  const ink = () => `ink/${room.scene()}`;
  /** Whether there is a slide of the shape it has in all windows. */
  const shaped = () => room.slide() !== null && !room.flows();
  const at = event => {
    const box = room.slide().getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map(n => Math.round(n * 1e4) / 1e4);
  };
  const inside = ([x, y]) => x >= 0 && x <= 1 && y >= 0 && y <= 1;

  function paint() {
    const slide = room.slide();
    const strokes = (slide && talk.get(ink())) || [];
    if (!shaped() || (!strokes.length && pointer !== 'draw')) {
      canvas.remove();
      return;
    }
    if (canvas.parentNode !== slide) slide.append(canvas);
    const box = slide.getBoundingClientRect();
    const [width, height] = [box.width, box.height].map(size => Math.round(size * devicePixelRatio));
    const { color } = getComputedStyle(canvas);
    const now = [strokes, width, height, color];
    if (now.every((value, i) => value === painted[i])) return;
    painted = now;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const pen = canvas.getContext('2d');
    pen.clearRect(0, 0, width, height);
    Object.assign(pen, { lineCap: 'round', lineJoin: 'round', lineWidth: LINE * width, strokeStyle: color });
    for (const line of strokes) {
      pen.beginPath();
      pen.moveTo(line[0] * width, line[1] * height);
      // A curve through the middles: a hand does not draw corners.
      for (let i = 2; i < line.length - 2; i += 2) {
        pen.quadraticCurveTo(line[i] * width, line[i + 1] * height, (line[i] + line[i + 2]) / 2 * width, (line[i + 1] + line[i + 3]) / 2 * height);
      }
      pen.lineTo(line.at(-2) * width, line.at(-1) * height);
      pen.stroke();
    }
  }

  // Ink is painted in device pixels: anew when the slide, or the box it is scaled to, has another size.
  const sizes = new ResizeObserver(paint);
  let watched = null;
  function watch(slide) {
    if (slide === watched) return;
    sizes.disconnect();
    if (slide) [slide, slide.parentElement].forEach(element => sizes.observe(element));
    watched = slide;
  }

  function refresh() {
    const slide = room.slide();
    watch(slide);
    const [black, laser] = [talk.get('black') === true && room.on(), talk.get('laser')];
    const whole = room.role() !== 'presenter';
    if (black !== dark) room.say(black ? 'wordsBlack' : 'wordsShown');
    dark = black;
    if (black) {
      const parent = whole ? document.body : slide;
      if (cover.parentNode !== parent) parent?.append(cover);
    } else cover.remove();
    // What is not seen has no focus, or the browser would drop it.
    if (black && whole && slide?.contains(document.activeElement)) room.ground().focus({ preventScroll: true });
    slide?.toggleAttribute('inert', black && whole);
    if (black && whole) slide?.setAttribute('aria-hidden', 'true');
    else slide?.removeAttribute('aria-hidden');
    if (laser && shaped()) {
      if (glass.parentNode !== slide) slide.append(glass);
      [dot.style.left, dot.style.top] = laser.map(share => `${share * 100}%`);
    } else glass.remove();
    slide?.toggleAttribute('data-pointing', pointer === 'laser');
    canvas.toggleAttribute('data-drawing', pointer === 'draw');
    paint();
    room.pressed('black', black);
    room.pressed('laser', pointer === 'laser');
    room.pressed('draw', pointer === 'draw');
  }

  function use(tool) {
    pointer = shaped() ? tool : null;
    if (tool !== 'laser') talk.put('laser', null);
    refresh();
  }

  document.addEventListener('pointermove', event => {
    if (pointer !== 'laser' || !shaped()) return;
    const place = at(event);
    talk.put('laser', inside(place) ? place : null);
  });
  document.documentElement.addEventListener('pointerleave', () => pointer === 'laser' && talk.put('laser', null));
  canvas.addEventListener('pointerdown', event => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    stroke = at(event);
    talk.put(ink(), [...(talk.get(ink()) ?? []), stroke]);
  });
  canvas.addEventListener('pointermove', event => {
    if (!stroke || !event.isPrimary) return;
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const move of moves.length ? moves : [event]) {
      const [x, y] = at(move);
      if (Math.hypot(x - stroke.at(-2), y - stroke.at(-1)) > 0.001 && stroke.length < 4000) stroke = [...stroke, x, y];
    }
    talk.put(ink(), [...(talk.get(ink()) ?? []).slice(0, -1), stroke]);
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) canvas.addEventListener(end, () => { stroke = null; });
  cover.addEventListener('click', () => talk.put('black', false));

  return {
    refresh,
    answers: {
      black: () => talk.put('black', !talk.get('black')),
      laser: () => use(pointer === 'laser' ? null : 'laser'),
      draw: () => use(pointer === 'draw' ? null : 'draw'),
      wipe: () => talk.put(ink(), []),
    },
    /** What Escape would leave: `black`, `laser`, `draw`, or nothing. */
    shown: () => (talk.get('black') ? 'black' : pointer),
    /** Lays the tools down when the stage is left. */
    rest: () => use(null),
  };
}
