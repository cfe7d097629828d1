// SPDX-License-Identifier: Apache-2.0
// What stands where on the screen: from the shown graph and the camera to curves, glyphs and words that do not cover
// each other. Knows nothing of SVG or canvas; 05_pens.js draws it.

const BASE_RADIUS = {country: 17, bloc: 16, institution: 14, official: 14, person: 12};
const DASHES = {actual: [], planned: [9, 5], possible: [2, 5], denied: [2, 5]};
const FONT = '"Inter","Segoe UI","Helvetica Neue","Liberation Sans",Arial,system-ui,sans-serif';
const MOST_INK = 0.2;  // of the area for glyphs
const MOST_NODE_WORDS = 320;
const MOST_EDGE_WORDS = 260;

const camera = {x: 0, y: 0, k: 1};
const ruler = document.createElement('canvas').getContext('2d');
const widths = new Map();

// How large glyphs and words are at a zoom: they grow slower than the distances, and where actors stand close, glyphs
// keep small enough that the lines between them can be seen.
function sizesAt(k) {
  const text = clamp(Math.sqrt(k), 0.18, 1.7), box = bounds();
  const spacing = k * Math.sqrt((box.right - box.left + 150) * (box.bottom - box.top + 150) / Math.max(1, shown.actors.length));
  const sizes = {text, glyph: Math.min(text, Math.max(0.1, spacing / 60)), growth: spacing > 60 ? 0.55 : 2.4 - 1.85 * spacing / 60};
  const area = shown.actors.reduce((sum, actor) => sum + radius(actor, sizes) ** 2, 0) * Math.PI / Math.max(1, shown.actors.length);
  sizes.glyph *= Math.min(1, Math.sqrt(MOST_INK * spacing * spacing / area));
  return sizes;
}

const radius = (actor, sizes) => (BASE_RADIUS[actor.kind] || 13) * sizes.glyph * (1 + sizes.growth * Math.sqrt(actor.weight / mostWeight));

function textWidth(text, size, weight) {
  const key = `${size} ${weight} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    ruler.font = `${weight} ${size}px ${FONT}`;
    width = ruler.measureText(text).width;
    if (widths.size > 20000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

// The scene of `view`: camera, width and height, margin (pixels beyond the edges that are drawn too), and `all` for a
// picture that is saved. Nodes and edges outside are left out.
function buildScene(view) {
  const sizes = sizesAt(view.camera.k), size = sizes.glyph;
  const scene = {nodes: [], edges: [], words: [], size, textSize: sizes.text, simple: shown.relations.length > 1500 && view.camera.k < 0.5};
  const place = placer(view);
  const lit = litItems();
  const nodes = new Map();
  for (const actor of shown.actors) {
    const node = sceneNode(actor, view, sizes, lit);
    nodes.set(actor, node);
    if (inside(node.x, node.y, node.r + 60, view)) scene.nodes.push(node);
  }
  for (const bundle of bundles(shown.relations)) addEdges(scene, bundle, nodes, view, lit);
  noteEnds(scene, nodes);
  scene.nodes.sort((a, b) => Number(b.strong) - Number(a.strong) || b.actor.weight - a.actor.weight || a.actor.index - b.actor.index);
  for (const node of scene.nodes) if (node.r >= 6) place.block(node.x - node.r, node.y - node.r, node.x + node.r, node.y + node.r);
  addNodeWords(scene, place, view);
  addEdgeWords(scene, place);
  return scene;
}

function sceneNode(actor, view, sizes, lit) {
  const r = Math.max(1.6, radius(actor, sizes));
  return {
    actor, kind: actor.kind, x: actor.x * view.camera.k + view.camera.x, y: actor.y * view.camera.k + view.camera.y, r,
    dim: lit.any && !lit.near.has(actor), strong: lit.strong.has(actor), ring: lit.strong.has(actor),
    icon: r >= 7, ends: [], code: actor.kind === 'country' ? actor.country : '',
  };
}

// What the choice and the search put into the light; all else is dimmed while there is any.
function litItems() {
  const {chosen} = state;
  const strong = new Set(found), near = new Set(found);
  if (chosen && chosen.from) {
    near.add(chosen.from).add(chosen.to);
  } else if (chosen) {
    strong.add(chosen);
    near.add(chosen);
    for (const relation of chosen.relations) if (shown.relationSet.has(relation)) near.add(otherEnd(relation, chosen));
  }
  return {any: Boolean(chosen) || found.length > 0, strong, near, chosen};
}

function edgeIsDim(relation, lit) {
  if (!lit.any) return false;
  if (relation === lit.chosen) return false;
  return !(lit.strong.has(relation.from) || lit.strong.has(relation.to));
}

function bundles(list) {
  const pairs = new Map();
  for (const relation of list) {
    const bundle = pairs.get(relation.pair);
    if (bundle) bundle.push(relation);
    else pairs.set(relation.pair, [relation]);
  }
  return pairs.values();
}

// Relations of one pair as curves side by side.
function addEdges(scene, bundle, nodes, view, lit) {
  const first = bundle[0];
  const a = nodes.get(first.from), b = nodes.get(first.to);
  if (!a || !b || !crosses(a, b, view)) return;
  const distance = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const gap = Math.min(30 * scene.size + 4, 0.9 * distance / bundle.length);
  bundle.forEach((relation, slot) => {
    const offset = (slot - (bundle.length - 1) / 2) * gap;
    const side = relation.from.index < relation.to.index ? 1 : -1;
    scene.edges.push(sceneEdge(scene, relation, nodes.get(relation.from), nodes.get(relation.to), offset * side, lit));
  });
}

function sceneEdge(scene, relation, from, to, offset, lit) {
  const dx = to.x - from.x, dy = to.y - from.y, length = Math.hypot(dx, dy) || 1;
  const cx = (from.x + to.x) / 2 - dy / length * offset * 2, cy = (from.y + to.y) / 2 + dx / length * offset * 2;
  const width = (1.1 + 0.75 * Math.log2(1 + relation.weight)) * clamp(scene.size + 0.15, 0.3, 1);
  const head = scene.simple ? 0 : 4.5 * scene.size + 1.7 * width;
  const start = toward(from, cx, cy, from.r + 2 * scene.size + (relation.symmetric ? head : 0), length);
  const end = toward(to, cx, cy, to.r + 2 * scene.size + head, length);
  const dim = edgeIsDim(relation, lit);
  return {
    relation, x0: start.x, y0: start.y, cx, cy, x1: end.x, y1: end.y, straight: offset === 0, width, head, quad: relation.quad,
    dash: DASHES[relation.status] || [], denied: relation.status === 'denied', dim, strong: relation === lit.chosen,
    ends: head === 0 ? [] : relation.symmetric ? [end, start] : [end],
  };
}

// The point `gap` from the node's centre on the way to (cx, cy), with the direction there: an arrow's foot.
function toward(node, cx, cy, gap, length) {
  const dx = cx - node.x, dy = cy - node.y, far = Math.hypot(dx, dy) || 1, step = Math.min(gap, 0.48 * length);
  return {x: node.x + dx / far * step, y: node.y + dy / far * step, ux: -dx / far, uy: -dy / far};
}

function pointAt(edge, t) {
  const u = 1 - t;
  return {
    x: u * u * edge.x0 + 2 * u * t * edge.cx + t * t * edge.x1, y: u * u * edge.y0 + 2 * u * t * edge.cy + t * t * edge.y1,
    dx: u * (edge.cx - edge.x0) + t * (edge.x1 - edge.cx), dy: u * (edge.cy - edge.y0) + t * (edge.y1 - edge.cy),
  };
}

function inside(x, y, reach, view) {
  const margin = view.margin + reach;
  return x > -margin && y > -margin && x < view.width + margin && y < view.height + margin;
}

function crosses(a, b, view) {
  const m = view.margin + 40;
  return Math.max(a.x, b.x) > -m && Math.min(a.x, b.x) < view.width + m && Math.max(a.y, b.y) > -m && Math.min(a.y, b.y) < view.height + m;
}

// --- Words

// Remembers taken rectangles in a grid of cells: `free` asks, `block` takes.
function placer() {
  const CELL = 64, cells = new Map();
  const each = (x0, y0, x1, y1, visit) => {
    for (let cy = Math.floor(y0 / CELL); cy <= Math.floor(y1 / CELL); ++cy) {
      for (let cx = Math.floor(x0 / CELL); cx <= Math.floor(x1 / CELL); ++cx) if (visit(cx * 65536 + cy)) return true;
    }
    return false;
  };
  return {
    block(x0, y0, x1, y1) {
      each(x0, y0, x1, y1, (cell) => {
        if (!cells.has(cell)) cells.set(cell, []);
        cells.get(cell).push([x0, y0, x1, y1]);
      });
    },
    free(x0, y0, x1, y1) {
      return !each(x0, y0, x1, y1, (cell) => (cells.get(cell) || []).some((r) => x0 < r[2] && x1 > r[0] && y0 < r[3] && y1 > r[1]));
    },
  };
}

// At most two lines of about 20 characters; what is longer ends in an ellipsis.
function wrap(text, limit = 20) {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines[lines.length - 1];
    if (line && (line + ' ' + word).length > limit && lines.length < 2) lines.push(word);
    else lines[lines.length - 1] = line ? line + ' ' + word : word;
  }
  return lines.map((line) => shorten(line, limit + 4));
}

function shorten(text, limit) {
  const letters = [...text];
  return letters.length <= limit ? text : letters.slice(0, limit - 1).join('').trimEnd() + '…';
}

function addNodeWords(scene, place, view) {
  const font = clamp(12.5 * scene.textSize, 11, 16);
  const most = scene.simple ? 40 : MOST_NODE_WORDS;  // from afar the best connected alone
  let count = 0;
  for (const node of scene.nodes) {
    if (count >= most && !node.strong) break;
    const lines = wrap(node.actor.label);
    const weight = node.kind === 'country' || node.kind === 'bloc' ? 650 : 550;
    const width = Math.max(...lines.map((line) => textWidth(line, font, weight))), height = lines.length * font * 1.15;
    const reach = node.r + (node.ring ? 10 : node.kind === 'bloc' ? 6 : 3), side = reach + 2 + width / 2;
    const spots = [[node.x, node.y + reach], [node.x, node.y - reach - 1 - height], [node.x + side, node.y - height / 2], [node.x - side, node.y - height / 2]];
    const spot = bestSpot(spots, node, width, height, place, view) || (node.strong ? spots[0] : null);
    if (!spot) continue;
    place.block(spot[0] - width / 2 - 1, spot[1], spot[0] + width / 2 + 1, spot[1] + height);
    scene.words.push({x: spot[0], y: spot[1], lines, font, weight, colour: 'ink', dim: node.dim});
    ++count;
  }
}

// The free spot that covers fewest line ends and that the view's edge does not cut; below the glyph where all else is equal.
function bestSpot(spots, node, width, height, place, view) {
  let best = null, least = Infinity;
  spots.forEach((spot, order) => {
    const left = spot[0] - width / 2 - 2, right = spot[0] + width / 2 + 2, top = spot[1] - 1, bottom = spot[1] + height + 1;
    if (!place.free(left + 2, top + 1, right - 2, bottom - 1)) return;
    const isCut = left < 0 || right > view.width || top < 0 || bottom > view.height;
    const cost = order * 0.7 + (isCut ? 4 : 0) + node.ends.filter(({x, y}) => x > left && x < right && y > top && y < bottom).length;
    if (cost < least) { best = spot; least = cost; }
  });
  return best;
}

// Points along the ends of the lines at each node, which its words should leave free. Arrow heads count twice.
function noteEnds(scene, nodes) {
  if (scene.edges.length > 1500) return;
  for (const edge of scene.edges) {
    for (const t of [0, 0, 0.06, 0.13, 0.22]) {
      nodes.get(edge.relation.from).ends.push(pointAt(edge, t));
      nodes.get(edge.relation.to).ends.push(pointAt(edge, 1 - t));
    }
  }
}

function addEdgeWords(scene, place) {
  if (state.words === 'none' || scene.simple) return;
  const font = clamp(11 * scene.textSize, 10, 13.5);
  if (scene.textSize < 0.55) return;
  const edges = scene.edges.filter((edge) => !edge.dim).sort((a, b) => Number(b.strong) - Number(a.strong) || b.relation.weight - a.relation.weight);
  for (const edge of edges.slice(0, MOST_EDGE_WORDS)) {
    const text = shorten(state.words === 'type' ? typeName(edge.relation.type) : edge.relation.label, 26);
    const width = textWidth(text, font, 500), height = font * 1.15;
    if (Math.hypot(edge.x1 - edge.x0, edge.y1 - edge.y0) < width * 0.6 && !edge.strong) continue;
    for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.27]) {
      const {x, y} = pointAt(edge, t);
      if (!place.free(x - width / 2, y - height / 2, x + width / 2, y + height / 2)) continue;
      place.block(x - width / 2 - 2, y - height / 2, x + width / 2 + 2, y + height / 2);
      scene.words.push({x, y: y - height / 2, lines: [text], font, weight: 500, colour: 'text-' + edge.quad, dim: edge.dim});
      break;
    }
  }
}

// The box around the shown actors, in the layout's units.
function bounds() {
  const box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
  for (const {x, y} of shown.actors) {
    box.left = Math.min(box.left, x); box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y); box.bottom = Math.max(box.bottom, y);
  }
  return shown.actors.length ? box : {left: -1, top: -1, right: 1, bottom: 1};
}

// The camera that shows all of it in width × height with room for glyphs and words.
function fittingCamera(width, height) {
  const box = bounds();
  const pad = {x: Math.min(92, width * 0.13), y: Math.min(58, height * 0.14)};
  const k = clamp(Math.min((width - 2 * pad.x) / (box.right - box.left || 1), (height - 2 * pad.y) / (box.bottom - box.top || 1)), 0.005, 1.6);
  return {k, x: width / 2 - k * (box.left + box.right) / 2, y: height / 2 - 6 - k * (box.top + box.bottom) / 2};
}

// --- What is under a point

function nodeAt(scene, x, y) {
  let best = null, least = Infinity;
  for (const node of scene.nodes) {
    const far = Math.hypot(node.x - x, node.y - y) - Math.max(node.r, 5);
    if (far < Math.min(least, 3)) { best = node; least = far; }
  }
  return best;
}

function edgeAt(scene, x, y) {
  let best = null, least = 7;
  for (const edge of scene.edges) {
    if (x < Math.min(edge.x0, edge.cx, edge.x1) - 8 || x > Math.max(edge.x0, edge.cx, edge.x1) + 8) continue;
    if (y < Math.min(edge.y0, edge.cy, edge.y1) - 8 || y > Math.max(edge.y0, edge.cy, edge.y1) + 8) continue;
    const far = distanceTo(edge, x, y) - edge.width / 2;
    if (far < least) { best = edge; least = far; }
  }
  return best;
}

function distanceTo(edge, x, y) {
  let least = Infinity, last = pointAt(edge, 0);
  const steps = edge.straight ? 1 : 12;
  for (let i = 1; i <= steps; ++i) {
    const next = pointAt(edge, i / steps);
    const dx = next.x - last.x, dy = next.y - last.y, square = dx * dx + dy * dy || 1;
    const t = clamp(((x - last.x) * dx + (y - last.y) * dy) / square, 0, 1);
    least = Math.min(least, Math.hypot(last.x + t * dx - x, last.y + t * dy - y));
    last = next;
  }
  return least;
}
