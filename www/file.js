
// The app as one file, opened from a disk: everything is in the page, nothing is fetched. `boot.js` has run.
(async () => {
  const root = document.getElementById('app');
  const packed = id => document.getElementById(id).textContent;
  try {
    await nulage({ module_or_path: unpack(packed('nulage-wasm'), 'application/wasm') });
    let bytes = new Uint8Array(await unpack(packed('nulage-bundle'), 'application/json').arrayBuffer());
    if (!location.hash && root.dataset.start) location.replace(root.dataset.start);
    let app = nulage.mountBytes(root, bytes, root.dataset.bundle);
    const host = {
      page: async () => page,
      bundle: async () => bytes,
      address: () => root.dataset.bundle,
      published: () => false,
      wrong: (bytes, name) => wrong(nulage.Bundle, bytes, name),
      show: (other, name) => {
        app.unmount();
        bytes = other;
        setTimeout(() => { app = nulage.mountBytes(root, other, name); });
      },
    };
    wire(root, host);
    embedding(root, host);
    stage(root, host);
    copying(root);
    taking(root);
    menus(() => [root]);
    leading();
    arriving(root);
    papers();
  } catch (error) {
    unopened(error);
  }
})();
