// A view as a picture of its own: headline, what is measured and by whom, the picture, the map's legend.
const NS = 'http://www.w3.org/2000/svg';

function node(name, attributes, text = '') {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** Words in lines no wider than `width`. */
function lines(words, font, width) {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = font;
  return words.split(/[ \n]+/).reduce((all, word) => {
    const longer = [...all.slice(-1), word].join(' ').trim();
    return pen.measureText(longer).width <= width ? [...all.slice(0, -1), longer] : [...all, word];
  }, []);
}

/** SVG text of a picture of its own: the drawn `scene` under its headline and words, the legend of a map below. */
export function composed({ scene, style, headline, words, defs, legend }) {
  const [width, height] = ['width', 'height'].map(name => Number(scene.getAttribute(name)));
  const out = node('svg', { xmlns: NS, role: 'img', 'font-family': style.fontFamily });
  const paper = node('rect', { width, fill: style.getPropertyValue('--nl-paper') });
  out.append(node('title', {}, headline), paper);
  if (defs) out.append(defs.cloneNode(true));
  let y = 8;
  const muted = style.getPropertyValue('--nl-muted');
  const set = [[headline, 18, 'bold', style.color], ...words.filter(Boolean).map(text => [text, 13, 'normal', muted])];
  for (const [text, size, weight, fill] of set) {
    for (const line of lines(text, `${weight} ${size}px ${style.fontFamily}`, width - 16)) {
      out.append(node('text', { x: 8, y: y += size * 1.3, 'font-size': size, 'font-weight': weight, fill }, line));
    }
    y += 4;
  }
  const put = (drawn, tall) => {
    const group = node('g', { transform: `translate(0 ${(y += 8)})` });
    group.append(...drawn);
    out.append(group);
    y += tall;
  };
  put([...scene.childNodes], height);
  if (legend) put([...legend.cloneNode(true).childNodes], Number(legend.getAttribute('height')));
  const tall = Math.ceil(y + 8);
  paper.setAttribute('height', tall);
  for (const [name, value] of Object.entries({ width, height: tall, viewBox: `0 0 ${width} ${tall}` })) out.setAttribute(name, value);
  return new XMLSerializer().serializeToString(out);
}

/** SVG text of what `stage` shows; null where there is no picture. */
export function svg(stage, view) {
  const scene = node('svg', {});
  if (!view.paint(scene)) return null;
  const said = name => stage.querySelector(`[data-part=${name}]`)?.textContent ?? '';
  return composed({
    scene,
    style: getComputedStyle(stage.querySelector('.nl-in')),
    headline: said('headline'),
    words: [said('subtitle')],
    defs: stage.querySelector('defs'),
    legend: stage.querySelector('[data-part=legend] svg'),
  });
}

/** SVG text as a PNG blob, `scale` device pixels per CSS px. */
export async function png(text, scale) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  await image.decode().finally(() => URL.revokeObjectURL(image.src));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * scale, image.height * scale];
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}
