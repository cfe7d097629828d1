// SPDX-License-Identifier: Apache-2.0
// Two ways to draw a scene: as SVG elements and on a canvas. Both draw the same curves, glyphs and words, so a saved
// picture looks as the page does.

// Outlines of the kinds for a radius of 1.
const SHAPES = {
  country: 'M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z',
  bloc: 'M-.4-.96H.4L.96-.4V.4L.4.96H-.4L-.96.4V-.4Z',
  institution: 'M-.7-.9H.7A.2.2 0 0 1 .9-.7V.7A.2.2 0 0 1 .7.9H-.7A.2.2 0 0 1-.9.7V-.7A.2.2 0 0 1-.7-.9Z',
  official: 'M-.56-.95H.56L1.08 0L.56.95H-.56L-1.08 0Z',
  person: 'M-.56-.95H.56L1.08 0L.56.95H-.56L-1.08 0Z',
};
// Signs inside the outlines: columns under a roof, head and shoulders, a ring of members, a globe.
const PERSON_SIGN = 'M.24-.3A.24.24 0 1 1-.24-.3A.24.24 0 1 1 .24-.3ZM-.46.5C-.46.1-.26.04 0 .04S.46.1.46.5Z';
const SIGNS = {
  institution: 'M0-.58L.56-.24V-.14H-.56V-.24ZM-.44-.04H-.26V.34H-.44ZM-.09-.04H.09V.34H-.09ZM.26-.04H.44V.34H.26ZM-.56.4H.56V.54H-.56Z',
  official: PERSON_SIGN, person: PERSON_SIGN,
  bloc: 'M.2-.42A.2.2 0 1 1-.2-.42A.2.2 0 1 1 .2-.42ZM.58.22A.2.2 0 1 1 .18.22A.2.2 0 1 1 .58.22ZM-.18.22A.2.2 0 1 1-.58.22A.2.2 0 1 1-.18.22Z',
  country: 'M0-.5L.5 0L0 .5L-.5 0Z',
};
const OUTER = 1.26;  // of a bloc's second outline
const COLOURS = ['ink', 'faint', 'paper', 'halo', 'glyph-ink', 'ring', 'person-fill', ...KINDS, ...QUADS, ...QUADS.map((quad) => 'text-' + quad)];

let palette = {};

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue('--' + name).trim()]));
}

// The palette of light paper, whatever the page shows: for saved pictures.
function lightPalette() {
  const root = document.documentElement, before = root.dataset.theme;
  root.dataset.theme = 'light';
  const light = readPalette();
  root.dataset.theme = before;
  return light;
}

const tenth = (value) => Math.round(value * 10) / 10;
const curveText = (edge) => (edge.straight ? `M${tenth(edge.x0)} ${tenth(edge.y0)}L${tenth(edge.x1)} ${tenth(edge.y1)}` :
  `M${tenth(edge.x0)} ${tenth(edge.y0)}Q${tenth(edge.cx)} ${tenth(edge.cy)} ${tenth(edge.x1)} ${tenth(edge.y1)}`);

function headPoints(end, head, width) {
  const wide = head * 0.42 + width * 0.3;
  const {x, y, ux, uy} = end;
  return [[x + ux * head, y + uy * head], [x - uy * wide, y + ux * wide], [x + uy * wide, y - ux * wide]];
}

// The stroke across a denied relation, near its target.
function strikePoints(edge) {
  const {x, y, dx, dy} = pointAt(edge, 0.76), length = Math.hypot(dx, dy) || 1, arm = 5 + edge.width;
  const ux = dx / length, uy = dy / length, a = 0.5, b = 0.87;
  return [[x + (a * ux - b * uy) * arm, y + (a * uy + b * ux) * arm, x - (a * ux - b * uy) * arm, y - (a * uy + b * ux) * arm],
    [x + (a * ux + b * uy) * arm, y + (a * uy - b * ux) * arm, x - (a * ux + b * uy) * arm, y - (a * uy - b * ux) * arm]];
}

// --- SVG

function drawSvg(scene, colours) {
  const edges = makeSvg('g', {fill: 'none', 'stroke-linecap': 'butt'}), heads = makeSvg('g');
  for (const edge of [...scene.edges].sort(dimFirst)) edges.append(svgEdge(edge, colours));
  const nodes = makeSvg('g');
  for (const node of [...scene.nodes].reverse()) nodes.append(svgNode(node, colours));
  const text = makeSvg('g', {'font-family': FONT.replaceAll('"', "'"), 'text-anchor': 'middle', 'stroke-linejoin': 'round'});
  for (const word of scene.words) text.append(...svgWords(word, colours));
  return makeSvg('g', {}, edges, heads, nodes, text);
}

const dimFirst = (a, b) => Number(b.dim) - Number(a.dim) || Number(a.strong) - Number(b.strong);

function svgEdge(edge, colours) {
  const colour = colours[edge.quad], d = curveText(edge);
  const group = makeSvg('g', {opacity: edge.dim ? 0.2 : null, 'data-relation': edge.relation.index},
    makeSvg('title', {}, relationLine(edge.relation)));
  if (edge.strong) group.append(makeSvg('path', {d, stroke: colours.ring, 'stroke-width': tenth(edge.width + 7), 'stroke-opacity': 0.7, 'stroke-linecap': 'round'}));
  group.append(makeSvg('path', {d, stroke: colour, 'stroke-width': tenth(edge.width), 'stroke-dasharray': edge.dash.length ? edge.dash.join(' ') : null}));
  for (const end of edge.ends) {
    group.append(makeSvg('path', {d: 'M' + headPoints(end, edge.head, edge.width).map((p) => p.map(tenth).join(' ')).join('L') + 'Z', fill: colour}));
  }
  if (edge.denied) {
    for (const [x0, y0, x1, y1] of strikePoints(edge)) {
      group.append(makeSvg('path', {d: `M${tenth(x0)} ${tenth(y0)}L${tenth(x1)} ${tenth(y1)}`, stroke: colour, 'stroke-width': 2}));
    }
  }
  return group;
}

function svgNode(node, colours) {
  const colour = colours[node.kind] || colours.tie, hollow = node.kind === 'person', {r} = node;
  const group = makeSvg('g', {transform: `translate(${tenth(node.x)} ${tenth(node.y)})`, opacity: node.dim ? 0.32 : null, 'data-actor': node.actor.id},
    makeSvg('title', {}, `${node.actor.label}, ${node.kind}`));
  if (node.ring) group.append(makeSvg('circle', {r: tenth(r + 6), fill: 'none', stroke: colours.ring, 'stroke-width': 4}));
  if (node.kind === 'bloc') group.append(makeSvg('path', {d: SHAPES.bloc, transform: `scale(${tenth(r * OUTER * 10) / 10})`, fill: colours.halo, stroke: colour, 'stroke-width': 0.09}));
  group.append(makeSvg('path', {d: SHAPES[node.kind] || SHAPES.country, transform: `scale(${tenth(r * 10) / 10})`, fill: hollow ? colours['person-fill'] : colour,
    stroke: hollow ? colour : colours.halo, 'stroke-width': hollow ? 0.17 : 0.1}));
  if (!node.icon) return group;
  if (node.code) {
    group.append(makeSvg('text', {y: tenth(r * 0.25), 'font-size': tenth(r * 0.72), 'font-weight': 700, 'text-anchor': 'middle', 'font-family': FONT.replaceAll('"', "'"),
      fill: colours['glyph-ink']}, node.code));
  } else {
    group.append(makeSvg('path', {d: SIGNS[node.kind] || SIGNS.country, transform: `scale(${tenth(r * 10) / 10})`, fill: hollow ? colour : colours['glyph-ink']}));
  }
  return group;
}

function svgWords(word, colours) {
  return word.lines.map((line, i) => makeSvg('text', {
    x: tenth(word.x), y: tenth(word.y + word.font * (0.86 + 1.15 * i)), 'font-size': tenth(word.font), 'font-weight': word.weight,
    fill: colours[word.colour], stroke: colours.halo, 'stroke-width': 3.4, 'paint-order': 'stroke', opacity: word.dim ? 0.42 : null,
  }, line));
}

// --- Canvas

const shapePaths = new Map(), signPaths = new Map();

function pathOf(cache, table, kind) {
  if (!cache.has(kind)) cache.set(kind, new Path2D(table[kind] || table.country));
  return cache.get(kind);
}

// Draws on `context`, whose unit is the screen's pixel times `ratio`, moved by (left, top).
function drawCanvas(context, scene, colours, ratio, left, top) {
  const home = () => context.setTransform(ratio, 0, 0, ratio, left * ratio, top * ratio);
  home();
  for (const edge of scene.edges) if (edge.dim) canvasEdge(context, edge, colours, scene);
  for (const edge of scene.edges) if (!edge.dim) canvasEdge(context, edge, colours, scene);
  context.globalAlpha = 1;
  context.setLineDash([]);
  for (let i = scene.nodes.length - 1; i >= 0; --i) canvasNode(context, scene.nodes[i], colours, ratio, left, top);
  home();
  context.globalAlpha = 1;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  for (const word of scene.words) canvasWords(context, word, colours);
}

function canvasEdge(context, edge, colours, scene) {
  context.globalAlpha = edge.dim ? 0.1 : scene.simple ? 0.55 : 1;
  context.beginPath();
  context.moveTo(edge.x0, edge.y0);
  if (edge.straight || scene.simple) context.lineTo(edge.x1, edge.y1);
  else context.quadraticCurveTo(edge.cx, edge.cy, edge.x1, edge.y1);
  if (edge.strong) {
    context.strokeStyle = colours.ring;
    context.lineWidth = edge.width + 7;
    context.stroke();
  }
  context.strokeStyle = colours[edge.quad];
  context.lineWidth = edge.width;
  const dashed = edge.dash.length > 0 && !scene.simple;
  if (dashed) context.setLineDash(edge.dash);
  context.stroke();
  if (dashed) context.setLineDash([]);
  if (scene.simple) return;
  context.fillStyle = colours[edge.quad];
  for (const end of edge.ends) {
    const [tip, one, two] = headPoints(end, edge.head, edge.width);
    context.beginPath();
    context.moveTo(...tip);
    context.lineTo(...one);
    context.lineTo(...two);
    context.fill();
  }
  if (!edge.denied) return;
  context.lineWidth = 2;
  for (const [x0, y0, x1, y1] of strikePoints(edge)) {
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }
}

function canvasNode(context, node, colours, ratio, left, top) {
  const colour = colours[node.kind] || colours.tie, hollow = node.kind === 'person', {r} = node;
  context.globalAlpha = node.dim ? 0.32 : 1;
  context.setTransform(ratio * r, 0, 0, ratio * r, (node.x + left) * ratio, (node.y + top) * ratio);
  if (node.ring) canvasRing(context, 1 + 6 / r, colours.ring, 4 / r);
  const shape = pathOf(shapePaths, SHAPES, node.kind);
  if (node.kind === 'bloc' && node.icon) canvasOuter(context, shape, colour, colours.halo);
  context.fillStyle = hollow ? colours['person-fill'] : colour;
  context.fill(shape);
  if (hollow || node.icon) {
    context.strokeStyle = hollow ? colour : colours.halo;
    context.lineWidth = hollow ? 0.17 : 0.1;
    context.stroke(shape);
  }
  if (!node.icon) return;
  context.fillStyle = hollow ? colour : colours['glyph-ink'];
  if (!node.code) return context.fill(pathOf(signPaths, SIGNS, node.kind));
  context.setTransform(ratio, 0, 0, ratio, (node.x + left) * ratio, (node.y + top) * ratio);
  context.font = `700 ${tenth(r * 0.72)}px ${FONT}`;
  context.textAlign = 'center';
  context.fillText(node.code, 0, r * 0.25);
}

// A bloc's second outline.
function canvasOuter(context, shape, colour, ground) {
  context.save();
  context.scale(OUTER, OUTER);
  context.fillStyle = ground;
  context.fill(shape);
  context.strokeStyle = colour;
  context.lineWidth = 0.09;
  context.stroke(shape);
  context.restore();
}

function canvasRing(context, radius, colour, width) {
  context.beginPath();
  context.arc(0, 0, radius, 0, 7);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function canvasWords(context, word, colours) {
  context.globalAlpha = word.dim ? 0.42 : 1;
  context.font = `${word.weight} ${tenth(word.font)}px ${FONT}`;
  context.strokeStyle = colours.halo;
  context.lineWidth = 3.4;
  context.fillStyle = colours[word.colour];
  word.lines.forEach((line, i) => {
    const y = word.y + word.font * (0.86 + 1.15 * i);
    context.strokeText(line, word.x, y);
    context.fillText(line, word.x, y);
  });
}

// --- Small pictures for lists and legends

function glyph(kind, size = 16) {
  const actor = {label: sentenceCase(kind), id: ''};
  const node = {actor, kind, x: 0, y: 0, r: size * 0.42, icon: true, code: ''};
  const drawing = svgNode(node, glyphColours);
  drawing.querySelector('title').remove();
  return makeSvg('svg', {class: 'glyph', width: size, height: size, viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`, 'aria-hidden': 'true'}, drawing);
}

// The style sheet's own variables, so that a change of theme recolours what stands in lists.
const glyphColours = Object.fromEntries(COLOURS.map((name) => [name, `var(--${name})`]));

function swatch(quad, status = 'actual') {
  const line = makeSvg('svg', {class: 'swatch', viewBox: '0 0 22 10', 'aria-hidden': 'true'},
    makeSvg('path', {d: 'M0 5H22', stroke: `var(--${quad})`, 'stroke-width': 3, 'stroke-dasharray': (DASHES[status] || []).map((part) => part * 0.7).join(' ') || null}));
  if (status === 'denied') line.append(makeSvg('path', {d: 'M8 1L14 9M14 1L8 9', stroke: `var(--${quad})`, 'stroke-width': 1.6}));
  return line;
}
