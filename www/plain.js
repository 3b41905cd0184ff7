// Plain JSON-stat 2.0 (a dataset or a collection) and borders as TopoJSON or GeoJSON → a bundle.
// Loaded only for statistics that are no bundle. What the source does not say is not made up:
// no direction is wanted, nothing is judged, and the words around the numbers are the source's own.

const GRID = 1; // metres a step
const EARTH = 6371008.8;
const WHOLE = '_all';

/** A bundle of everything in `json`; relative links of a collection are followed from `address`. */
export async function bundleOf(json, borders, address) {
  if (json?.format === 'nulage') return json;
  const items = json?.class === 'collection' ? json.link?.item ?? [] : [json];
  const read = item => (item.value ? item : fetch(new URL(item.href, address)).then(answer => answer.json()));
  const datasets = (await Promise.all(items.map(read))).filter(one => one?.class === 'dataset' && one.value);
  if (!datasets.length) throw new Error(`${address ?? 'the data'}: neither a bundle nor a JSON-stat 2.0 dataset with values`);
  const plans = datasets.map(plan);
  const areas = areasOf(plans);
  const units = {};
  const indicators = plans.flatMap((one, n) => one.contents.map((content, m) => indicator(one, content, `d${n}-${m}`, units)));
  return {
    format: 'nulage', version: 1, areas: areas.all, units, indicators,
    meta: {
      id: 'plain', title: text(json.label ?? datasets[0].label ?? 'Statistik'), publisher: text(sourceOf(datasets[0])),
      licence: text('–'), updated: /^\d{4}-\d\d-\d\d/.exec(datasets[0].updated ?? '')?.[0] ?? '1970-01-01',
      languages: ['sv', 'en'], county: areas.county,
    },
    ...(borders && { geometry: topology(borders, new Set(areas.all.map(area => area.code))) }),
  };
}

const text = sv => ({ sv: String(sv) });
const sourceOf = dataset => dataset.source ?? '–';
const codes = ({ category: { index, label } }) =>
  (Array.isArray(index) ? index : Object.keys(index ?? label).sort((a, b) => (index ? index[a] - index[b] : 0)));

/** Which dimension is what. Roles decide; well-known names help where there are none. */
function plan(dataset) {
  const named = (role, pattern) => dataset.role?.[role]?.[0] ?? dataset.id.find(id => pattern.test(id));
  const area = named('geo', /^(area|geo|region|kommun|l[äa]n)/i);
  const period = named('time', /^(tid|time|period|year|[åa]r)/i);
  if (!area || !period) throw new Error(`${dataset.label ?? 'dataset'}: no dimension of ${area ? 'time' : 'areas'} (role, or a name such as Region and Tid)`);
  const sex = dataset.id.find(id => /^(sex|k[öo]n|gender)$/i.test(id));
  const metric = named('metric', /^ContentsCode$/i);
  const fixed = {};
  for (const id of dataset.id.filter(one => ![area, period, sex, metric].includes(one))) {
    const all = codes(dataset.dimension[id]);
    if (all.length > 1) fixed[id] = all.find(code => /^(t|tot|totsa|total|totalt|all|alla)$/i.test(code)) ?? all[0];
  }
  const contents = metric ? codes(dataset.dimension[metric]) : [undefined];
  return { dataset, area, period, sex, metric, fixed, contents };
}

function areasOf(plans) {
  const names = new Map();
  for (const { dataset, area } of plans) {
    const { category } = dataset.dimension[area];
    for (const code of codes(dataset.dimension[area])) names.set(code, category.label?.[code] ?? code);
  }
  const nation = [...names].find(([code, name]) => /^(00|0000|SE)$/.test(code) || /^(riket|sverige|sweden)$/i.test(name))?.[0];
  const rest = [...names.keys()].filter(code => code !== nation);
  const counties = rest.filter(code => /^\d\d$/.test(code));
  const inside = rest.filter(code => !counties.includes(code));
  const one = counties.length === 1 && inside.length && inside.every(code => code.length === 4 && code.startsWith(counties[0]));
  // Without one county around them, the areas lie in a whole that has a name and no values.
  const county = one ? counties[0] : WHOLE;
  const all = nation ? [{ code: nation, name: text(names.get(nation)), level: 'nation' }] : [];
  const around = plans[0].dataset.dimension[plans[0].area].label ?? plans[0].area;
  all.push({ code: county, name: text(one ? names.get(county) : around), level: 'county' });
  for (const code of one ? inside : rest) all.push({ code, name: text(names.get(code)), level: 'municipality', parent: county });
  return { all, county };
}

function indicator({ dataset, area, period, sex, metric, fixed, contents }, content, id, units) {
  const category = metric && dataset.dimension[metric].category;
  const unit = category?.unit?.[content] ?? dataset.extension?.unit ?? {};
  const unitName = String(typeof unit === 'string' ? unit : unit.label ?? unit.base ?? '–');
  const share = /procent|per ?cent|^%$|percentage/i.test(unitName);
  units[id] = { kind: share ? 'percent' : 'number', label: text(unitName), short: text(share ? '%' : '') };
  const title = (contents.length > 1 && category.label?.[content]) || dataset.label || category?.label?.[content] || id;
  const places = value => (/\.(\d+)/.exec(String(value ?? ''))?.[1] ?? '').length;
  const decimals = unit.decimals ?? Math.min(1, Math.max(0, ...Object.values(dataset.value).slice(0, 500).map(places)));
  return {
    id, title: text(title), subject: text(title), definition: text(dataset.note?.[0] ?? title), unit: id, decimals: Math.min(3, decimals), direction: 'none',
    base: text(dataset.dimension[area].label ?? area), source: { publisher: sourceOf(dataset) },
    values: { dataset, mapping: { area, period, ...(sex && { sex }), fixed: { ...fixed, ...(contents.length > 1 && { [metric]: content }) } } },
  };
}

/** Borders as the bundle's topology: shared arcs stay shared, degrees become metres. */
function topology(borders, known) {
  const arcs = [], geometries = [];
  const objects = borders.type === 'Topology' ? Object.values(borders.objects).flatMap(o => o.geometries ?? [o]) : (borders.features ?? []);
  const { scale: [sx, sy], translate: [tx, ty] } = borders.transform ?? { scale: [1, 1], translate: [0, 0] };
  const absolute = arc => { let x = 0, y = 0; return arc.map(([dx, dy]) => (borders.transform ? [(x += dx) * sx + tx, (y += dy) * sy + ty] : [dx, dy])); };
  const lines = (borders.arcs ?? []).map(absolute);
  const shapes = objects.map(object => {
    const shape = object.geometry ?? object;
    const parts = shape.arcs ?? shape.coordinates;
    const code = [object.id, ...Object.values(object.properties ?? {})].map(String).find(value => known.has(value));
    return { code, polygons: shape.type === 'Polygon' ? [parts] : shape.type === 'MultiPolygon' ? parts : [] };
  }).filter(shape => shape.code && shape.polygons.length);
  if (borders.type !== 'Topology') {
    for (const shape of shapes) shape.polygons = shape.polygons.map(rings => rings.map(ring => [lines.push(ring) - 1]));
  }
  const flat = projection(lines);
  for (const line of lines) {
    const points = line.map(flat).map(([x, y]) => [Math.round(x / GRID), Math.round(y / GRID)]);
    arcs.push(points.map(([x, y], i) => (i ? [x - points[i - 1][0], y - points[i - 1][1]] : [x, y])).filter(([x, y], i, all) => !i || x || y || all.length < 3));
  }
  const whole = arcs.map(arc => { let x = 0, y = 0; return arc.map(([dx, dy]) => [x += dx, y += dy]); });
  const walk = ring => ring.flatMap(n => (n < 0 ? [...whole[~n]].reverse() : whole[n]).slice(0, -1));
  for (const { code, polygons } of shapes) {
    geometries.push({ type: 'MultiPolygon', id: code, arcs: polygons, properties: { label: inner(polygons.map(rings => rings.map(walk))), neighbours: [] } });
  }
  return { type: 'Topology', transform: { scale: [GRID, GRID], translate: [0, 0] }, arcs, source: text(borders.source?.sv ?? '–'),
    objects: { municipalities: { type: 'GeometryCollection', geometries } } };
}

/** Degrees by a transverse Mercator through the middle of the data; anything else is metres already. */
function projection(lines) {
  let [west, east, degrees] = [Infinity, -Infinity, true];
  for (const line of lines) for (const [x, y] of line) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    degrees &&= Math.abs(x) <= 180 && Math.abs(y) <= 90;
  }
  if (!degrees) return point => point;
  const radians = Math.PI / 180, middle = (west + east) / 2 * radians;
  return ([lon, lat]) => {
    const [l, p] = [lon * radians - middle, lat * radians];
    return [EARTH * Math.atanh(Math.cos(p) * Math.sin(l)), EARTH * Math.atan2(Math.tan(p), Math.cos(l))];
  };
}

/** A point well inside: of a grid over the largest polygon, the one farthest from its border. */
function inner(polygons) {
  const size = ring => Math.abs(ring.reduce((sum, [x, y], i) => { const [a, b] = ring[(i + 1) % ring.length]; return sum + x * b - a * y; }, 0));
  const rings = polygons.reduce((best, one) => (size(one[0]) > size(best[0]) ? one : best));
  const [xs, ys] = [0, 1].map(axis => rings[0].map(point => point[axis]));
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = [-1, (x0 + x1) / 2, (y0 + y1) / 2];
  for (let i = 1; i < 16; i++) for (let j = 1; j < 16; j++) {
    const [x, y] = [x0 + (x1 - x0) * i / 16, y0 + (y1 - y0) * j / 16];
    let [inside, near] = [false, Infinity];
    for (const ring of rings) ring.forEach(([ax, ay], k) => {
      const [bx, by] = ring[(k + 1) % ring.length];
      if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) inside = !inside;
      near = Math.min(near, Math.hypot(ax - x, ay - y));
    });
    if (inside && near > best[0]) best = [near, x, y];
  }
  return best.slice(1).map(Math.round);
}
