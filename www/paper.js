// Printing. A browser takes its picture right after `beforeprint`, Firefox before any microtask has run, and in
// microtasks the app draws. What it puts off while it is told of the paper is done at once instead.

/** Tells the app, before each picture for the paper, that it is looked at as on paper; it draws before this returns. */
export function papers() {
  addEventListener('beforeprint', () => {
    const [later, deeds] = [globalThis.queueMicrotask, []];
    globalThis.queueMicrotask = deed => { deeds.push(deed); };
    try {
      dispatchEvent(new Event('nulage-print'));
      // One deed may put off another.
      for (const deed of deeds) deed();
    } finally {
      globalThis.queueMicrotask = later;
    }
  });
}
