/** Text of a page → bytes: seven bits a character, gzip inside. */
export function unpack(text, type) {
  const bytes = new Uint8Array((text.length * 7) >> 3);
  let held = 0, bits = 0, at = 0;
  for (let i = 0; i < text.length; i++) {
    held = ((held << 7) | (text.charCodeAt(i) & 127)) & 0x7fff;
    bits += 7;
    if (bits >= 8) bytes[at++] = held >> (bits -= 8);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'content-type': type } });
}
