// The story as files: by itself, in its bundle, in the one file with the app.
import { fileOf, offer, whole } from '../save.js';
import { message } from '../told.js';

/** Answers to the buttons that save and open stories. */
export function storyFiles(room) {
  const { host, root, talk } = room;
  // What has been changed since it was opened or last saved is asked about before the page is left.
  const unsaved = room.asking();
  talk.watch(changes => 'story' in changes && unsaved.due());
  root.addEventListener('input', event => event.target.closest?.('[data-part=fields]') && unsaved.due());
  root.addEventListener('click', event => event.target.closest?.('[data-part=capture-page]') && unsaved.due(), true);
  const save = (name, type, content) => {
    offer(name, type, content);
    unsaved.done();
  };
  /** The bundle with the story as it stands now, everything inside. */
  async function bundle() {
    const { id, bytes } = await whole(await host.bundle(), host.address());
    const told = { ...JSON.parse(new TextDecoder().decode(bytes)), story: room.story() };
    return { id, bytes: new TextEncoder().encode(JSON.stringify(told)) };
  }
  /** What cannot be saved is told, under the name of its button. */
  const told = saves => Object.fromEntries(Object.entries(saves).map(([name, deed]) => [name, () => deed().catch(error => {
    message(root, root.querySelector(`[data-room="${name}"]`)?.textContent ?? '', String(error));
  })]));
  const saves = told({
    'save-story': async () => {
      const { id } = await bundle();
      save(`nulage-${id}.story.json`, 'application/json', `${JSON.stringify(room.story(), null, 1)}\n`);
    },
    'save-bundle': async () => {
      const { id, bytes } = await bundle();
      save(`nulage-${id}.bundle.json`, 'application/json', bytes);
    },
    'save-file': async () => {
      const { id, bytes } = await bundle();
      save(`nulage-${id}.html`, 'text/html', await fileOf(await host.page(), bytes, ''));
    },
  });
  return {
    ...saves,
    /** Gives the app the story of a file; the app says what is wrong with it, if anything is. */
    'open-story': async input => {
      const [file] = input.files;
      if (file) room.tell(await file.text(), unsaved.done);
      input.value = '';
    },
  };
}
