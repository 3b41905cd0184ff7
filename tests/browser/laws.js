// What a reader would call broken, found by measuring the page. Returns one line per breach.
const breaches = [];
const short = el => {
  const id = el.id ? '#' + el.id : '';
  const part = el.getAttribute('data-part');
  const cls = typeof el.className === 'string' && el.className ? '.' + el.className.trim().split(/\s+/).join('.') : '';
  return el.tagName.toLowerCase() + id + (part ? `[${part}]` : cls);
};
const where = el => (el.parentElement ? short(el.parentElement) + ' > ' : '') + short(el);
const say = (law, el, more) => breaches.push(`${law}: ${where(el)} ${more || ''}`.trim());
const quote = text => '“' + text.trim().replace(/\s+/g, ' ').slice(0, 60) + '”';

const shown = el => {
  if (!el.checkVisibility || !el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const box = el.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
};
// Text for screen readers only: a pixel large, or clipped to nothing.
const hushed = el => {
  for (let e = el; e && e !== document.body; e = e.parentElement) {
    const style = getComputedStyle(e);
    if (/inset\(50%|inset\(100%|rect\(0/.test(style.clipPath + style.clip)) return true;
    const box = e.getBoundingClientRect();
    if (style.position === 'absolute' && box.width <= 1.5 && box.height <= 1.5) return true;
  }
  return false;
};
const own = el => [...el.childNodes].filter(n => n.nodeType === 3 && n.data.trim());
const textBox = el => {
  const range = document.createRange();
  range.selectNodeContents(el);
  return range.getBoundingClientRect();
};
// Where a label's ink can be: its box is as high as the font's line, which differs by browser.
const inkBox = el => {
  const box = el.getBoundingClientRect();
  const matrix = el.getScreenCTM && el.getScreenCTM();
  if (!matrix || Math.abs(matrix.b) > 1e-6) return box;
  const height = Math.min(box.height, parseFloat(getComputedStyle(el).fontSize) * Math.abs(matrix.d) * 0.8);
  const middle = (box.top + box.bottom) / 2;
  return { left: box.left, right: box.right, top: middle - height / 2, bottom: middle + height / 2, height };
};

const page = document.scrollingElement;
if (page.scrollWidth > innerWidth + 1) {
  const widest = [...document.body.querySelectorAll('*')].filter(shown)
    .filter(el => el.getBoundingClientRect().right > innerWidth + 1 && !inScroller(el)).slice(0, 3);
  breaches.push(`page scrolls sideways: ${page.scrollWidth} > ${innerWidth}: ${widest.map(where).join(' | ')}`);
}
function inScroller(el) {
  for (let e = el.parentElement; e && e !== document.body; e = e.parentElement)
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX)) return true;
  return false;
}

const all = [...document.body.querySelectorAll('*')];
const texts = [];
for (const el of all) {
  if (!shown(el) || /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|OPTION|OPTGROUP)$/i.test(el.tagName) || hushed(el)) continue;
  const style = getComputedStyle(el);
  const nodes = own(el);
  const svg = el instanceof SVGElement;
  if (nodes.length) {
    texts.push(el);
    const scale = svg && el.getScreenCTM && el.getScreenCTM() ? Math.abs(el.getScreenCTM().d) : 1;
    const size = parseFloat(style.fontSize) * scale;
    if (size < 11.95) say('text under 12 px', el, `${size.toFixed(1)} px ${quote(el.textContent)}`);
    if (style.color === 'rgb(0, 0, 238)') say('default link blue', el, quote(el.textContent));
  }
  if (!svg && nodes.length && !/inline|contents/.test(style.display) && !/^(SELECT|TEXTAREA)$/.test(el.tagName)) {
    const box = el.getBoundingClientRect(), text = textBox(el);
    if (style.overflowX === 'visible' && (text.left < box.left - 2 || text.right > box.right + 2))
      say('text leaves its box', el, `${text.width.toFixed(0)} > ${box.width.toFixed(0)} ${quote(el.textContent)}`);
  }
  if (!svg && el.textContent.trim() && el.tagName !== 'INPUT') {
    const hides = axis => /hidden|clip/.test(style['overflow' + axis]);
    if (hides('X') && el.clientWidth > 2 && el.scrollWidth > el.clientWidth + 1)
      say('text cut off at the side', el, `${el.scrollWidth} > ${el.clientWidth} ${quote(el.textContent)}`);
    if (hides('Y') && el.clientHeight > 2 && el.scrollHeight > el.clientHeight + 2)
      say('text cut off below', el, `${el.scrollHeight} > ${el.clientHeight} ${quote(el.textContent)}`);
  }
  if (el.tagName === 'TEXT' || el.tagName === 'text') {
    const box = el.getBoundingClientRect(), frame = el.ownerSVGElement.getBoundingClientRect();
    if (getComputedStyle(el.ownerSVGElement).overflow !== 'visible' &&
      (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2))
      say('label leaves its picture', el, quote(el.textContent));
  }
  if (el.tagName === 'CANVAS') {
    const box = el.getBoundingClientRect();
    if (el.width < box.width * devicePixelRatio - 1.5) say('blurry canvas', el, `${el.width} px for ${box.width} CSS px`);
    let data = null;
    try { data = el.getContext('2d').getImageData(0, 0, el.width, el.height).data; } catch (e) { /* not a 2d canvas */ }
    if (data) {
      const first = new Uint32Array(data.buffer);
      // A canvas over another one is for what passes by, and mostly empty.
      const below = (el.closest('.nl-layer') || el).previousElementSibling;
      const over = below && below.matches('canvas, .nl-layer');
      if (!over && first.every(p => p === first[0])) say('empty canvas', el);
    }
  }
}

// Texts that lie on one another: in one picture, or children of one parent.
const groups = new Map();
for (const el of texts) {
  const key = el.ownerSVGElement || el.parentElement;
  if (!groups.has(key)) groups.set(key, []);
  groups.get(key).push([el, el instanceof SVGElement ? inkBox(el) : textBox(el)]);
}
for (const members of groups.values()) {
  for (let i = 0; i < members.length; i++) for (let j = i + 1; j < members.length; j++) {
    const [a, p] = members[i], [b, q] = members[j];
    if (a.contains(b) || b.contains(a)) continue;
    const w = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const h = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (w > 2 && h > Math.min(p.height, q.height) * 0.3)
      say('texts overlap', a, `${quote(a.textContent)} and ${quote(b.textContent)}`);
  }
}

const said = document.body.innerText;
for (const wrong of said.match(/.{0,20}(\bNaN\b|\bundefined\b|\bnull\b|\[object|[-−]0(?![.,\d])|\d[.,]\d{4,}|\{\w*\}).{0,20}/g) || [])
  breaches.push('a machine’s word on the page: ' + wrong.trim());

const named = el => {
  const by = (el.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean)
    .map(id => { const e = document.getElementById(id); return e ? e.textContent : ''; }).join(' ');
  const labels = el.labels ? [...el.labels].map(l => l.textContent).join(' ') : '';
  return (by + labels + (el.getAttribute('aria-label') || '') + (el.tagName === 'SELECT' ? '' : el.textContent) + (el.title || '')).trim();
};
for (const el of document.body.querySelectorAll(
  'button, a[href], input:not([type=hidden]), select, textarea, summary, canvas[tabindex], svg[tabindex], [role=button], [role=tab], [role=slider], [role=option], [role=radio], [role=img]')) {
  if (!shown(el)) continue;
  if (!named(el)) say('nameless control', el);
  if (el instanceof SVGElement || /img|option/.test(el.getAttribute('role') || '') || hushed(el)) continue;
  if (el.tagName === 'BUTTON' && getComputedStyle(el).borderStyle === 'outset') say('browser-grey button', el, quote(el.textContent));
  // A link inside running text is as high as its line, and that is allowed.
  if (el.tagName === 'A' && getComputedStyle(el).display === 'inline' && own(el.parentElement).length) continue;
  let box = el.getBoundingClientRect();
  // A control inside its label is as large as the label.
  if (el.labels && el.labels[0] && el.labels[0].contains(el)) box = el.labels[0].getBoundingClientRect();
  if (box.width < 23.5 || box.height < 23.5)
    say('target under 24 px', el, `${box.width.toFixed(0)} × ${box.height.toFixed(0)} ${quote(named(el))}`);
}
for (const el of document.querySelectorAll('[style]')) {
  // Styles set one by one from script are allowed by the content policy; markup may carry none.
  if (/url\(/.test(el.getAttribute('style'))) say('style fetches', el);
}
return [...new Set(breaches)];
