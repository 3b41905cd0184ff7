// The story as files: by itself, in its bundle, in the one file with the app.
import { fileOf, offer, whole } from '../save.js';

/** Answers to the buttons that save and open stories. */
export function storyFiles(room) {
  const { host } = room;
  /** The bundle with the story as it stands now, everything inside. */
  async function bundle() {
    const { id, bytes } = await whole(await host.bundle(), host.address());
    const told = { ...JSON.parse(new TextDecoder().decode(bytes)), story: room.story() };
    return { id, bytes: new TextEncoder().encode(JSON.stringify(told)) };
  }
  return {
    'save-story': async () => {
      const { id } = await bundle();
      offer(`nulage-${id}.story.json`, 'application/json', `${JSON.stringify(room.story(), null, 1)}\n`);
    },
    'save-bundle': async () => {
      const { id, bytes } = await bundle();
      offer(`nulage-${id}.bundle.json`, 'application/json', bytes);
    },
    'save-file': async () => {
      const { id, bytes } = await bundle();
      offer(`nulage-${id}.html`, 'text/html', await fileOf(await host.page(), bytes, ''));
    },
    /** Gives the app the story of a file; the app says what is wrong with it, if anything is. */
    'open-story': async input => {
      const [file] = input.files;
      if (file) room.tell(await file.text());
      input.value = '';
    },
  };
}
