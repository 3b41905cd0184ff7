// For pages with Nuläge in an iframe: gives every such iframe the height of its content.
// A message counts only from the window of an iframe on this page, and from the origin that iframe was given.
(() => {
  const frames = () => [...document.querySelectorAll('iframe')].filter(frame => {
    const address = new URL(frame.src, document.baseURI);
    return /^https?:$/.test(address.protocol) && address.pathname.endsWith('/embed.html');
  });
  const origin = frame => new URL(frame.src, document.baseURI).origin;

  addEventListener('message', event => {
    if (event.data?.nulage !== 'height') return;
    const frame = frames().find(one => one.contentWindow === event.source);
    if (!frame || event.origin !== origin(frame)) return;
    const height = Math.round(Number(event.data.height));
    if (height >= 40 && height <= 20000) frame.height = height;
  });

  // Frames that were ready before this script was are asked to say it again.
  const ask = () => frames().forEach(frame => frame.contentWindow?.postMessage({ nulage: 'hello' }, origin(frame)));
  if (document.readyState === 'complete') ask();
  else addEventListener('load', ask);
})();
