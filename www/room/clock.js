// The speaker's clock: time of day, time since the start, and whether that is more or less than planned.

// Within this many seconds, or this share of the plan, one is on time.
const SLACK = { seconds: 30, share: 0.1 };

/** Seconds as `4:05` or `1:04:05`. */
export function duration(seconds) {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return [...(h ? [h, String(m).padStart(2, '0')] : [m]), String(s).padStart(2, '0')].join(':');
}

/** `early`, `on` or `late`, `elapsed` seconds into a talk whose present scene is planned from `from` to `to`. */
export function pace(elapsed, from, to) {
  const slack = plan => Math.max(SLACK.seconds, SLACK.share * plan);
  if (elapsed < from - slack(from)) return 'early';
  return elapsed > to + slack(to) ? 'late' : 'on';
}

const put = (element, text) => element.textContent === text || (element.textContent = text);

/** Keeps the clocks in `room` going. */
export function clock(room) {
  const { root, talk } = room;
  function tick() {
    const start = talk.get('start') ?? null;
    const elapsed = start === null ? 0 : Math.max(0, (Date.now() - start) / 1000);
    const language = room.language();
    for (const element of root.querySelectorAll('[data-clock]')) {
      put(element, new Date().toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' }));
    }
    for (const element of root.querySelectorAll('[data-elapsed]')) {
      const { planned, wordsEarly, wordsOn, wordsLate } = element.dataset;
      const to = Number.parseFloat(planned);
      const from = to - (room.story()?.scenes?.find(scene => scene.id === room.scene())?.seconds ?? 0);
      const now = start !== null && to > 0 ? pace(elapsed, from, to) : null;
      const word = { early: wordsEarly, on: wordsOn, late: wordsLate }[now] ?? '';
      put(element, duration(elapsed));
      if (now) element.dataset.pace = now;
      else delete element.dataset.pace;
      element.title = word;
      if (word) element.setAttribute('aria-label', `${duration(elapsed)}, ${word}`);
      else element.removeAttribute('aria-label');
    }
  }
  setInterval(() => room.on() && tick(), 500);
  return {
    refresh: tick,
    clock: () => talk.put('start', Date.now()),
    /** The first page is turned: the talk has begun. */
    begin: () => talk.get('start') || talk.put('start', Date.now()),
  };
}
