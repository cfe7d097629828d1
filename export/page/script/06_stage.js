// SPDX-License-Identifier: Apache-2.0
// The diagram on the page: draws the scene as SVG, or on a canvas when it is large, and answers pointer and keys.

const MOST_SVG_ELEMENTS = 2000;
const stage = byId('stage');
const canvas = byId('canvas');
const svg = byId('svg');
const view = {camera, width: 0, height: 0, margin: 0};
let scene = null;
let drawn = null;     // the camera that the canvas was drawn with
let settleTimer = 0;
let printing = false;  // on paper all is SVG, which scales to it
let found = [];       // actors that the search matches

// What the scene will have in elements: an edge is a group with line, title and head, a node one with outline and sign.
const wantsCanvas = () => !printing && 4 * shown.actors.length + 4 * shown.relations.length > MOST_SVG_ELEMENTS;

function measureStage() {
  view.width = stage.clientWidth;
  view.height = stage.clientHeight;
}

const redraw = oncePerFrame(drawNow);

function drawNow() {
  clearTimeout(settleTimer);
  if (!view.width || !view.height) return;
  const large = wantsCanvas();
  canvas.hidden = !large;
  svg.style.display = large ? 'none' : '';
  stage.dataset.renderer = large ? 'canvas' : 'svg';
  byId('empty').hidden = shown.actors.length > 0;
  if (large) drawOnCanvas();
  else drawAsSvg();
}

function drawAsSvg() {
  view.margin = 1e6;  // all of it: a pan only moves the group
  scene = buildScene(view);
  svg.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
  svg.replaceChildren(drawSvg(scene, palette));
  drawn = {...camera};
}

// The canvas is larger than the stage by a margin on each side, so that a pan can move it before it is drawn anew.
function drawOnCanvas() {
  view.margin = Math.round(Math.min(view.width, view.height) * 0.4);
  scene = buildScene(view);
  const ratio = Math.min(2, window.devicePixelRatio || 1), {margin} = view;
  const width = view.width + 2 * margin, height = view.height + 2 * margin;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    Object.assign(canvas.style, {inset: 'auto', left: -margin + 'px', top: -margin + 'px', width: width + 'px', height: height + 'px'});
  }
  const context = canvas.getContext('2d');
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  drawCanvas(context, scene, palette, ratio, margin, margin);
  canvas.style.transform = '';
  drawn = {...camera};
}

// After a camera move: shift what is drawn, and draw anew when it is at rest or has moved too far.
const moved = oncePerFrame(() => {
  if (!drawn || !scene) return drawNow();
  const scale = camera.k / drawn.k, dx = camera.x - drawn.x * scale, dy = camera.y - drawn.y * scale;
  if (stage.dataset.renderer === 'svg') {
    if (scale !== 1) drawNow();
    else svg.firstChild.setAttribute('transform', `translate(${tenth(dx)} ${tenth(dy)})`);
  } else {
    const {margin} = view;
    canvas.style.transformOrigin = `${margin}px ${margin}px`;
    canvas.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
    const far = Math.abs(dx) > margin || Math.abs(dy) > margin || scale > 1.6 || scale < 0.7;
    if (far) drawNow();
  }
  clearTimeout(settleTimer);
  settleTimer = setTimeout(() => { drawNow(); writeAddress(); }, 140);
});

// --- Camera

let cameraIsFit = true;

function fit() {
  Object.assign(camera, fittingCamera(view.width, view.height));
  cameraIsFit = true;
  redraw();
  writeAddress();
}

function pan(dx, dy) {
  camera.x += dx;
  camera.y += dy;
  cameraIsFit = false;
  moved();
}

function zoom(factor, x = view.width / 2, y = view.height / 2) {
  const k = clamp(camera.k * factor, 0.01, 8), scale = k / camera.k;
  Object.assign(camera, {k, x: x - (x - camera.x) * scale, y: y - (y - camera.y) * scale});
  cameraIsFit = false;
  moved();
}

// Brings the actor, or the middle of a relation, into sight.
function reveal(item) {
  const at = item.from ? {x: (item.from.x + item.to.x) / 2, y: (item.from.y + item.to.y) / 2} : item;
  const x = at.x * camera.k + camera.x, y = at.y * camera.k + camera.y, edge = 70;
  if (x > edge && y > edge && x < view.width - edge && y < view.height - edge) return;
  pan(view.width / 2 - x, view.height / 2 - y);
}

function cameraText() {
  if (cameraIsFit) return null;
  return [(view.width / 2 - camera.x) / camera.k, (view.height / 2 - camera.y) / camera.k, camera.k].map((part) => Number(part.toPrecision(5))).join(',');
}

function readCamera(text) {
  const [x, y, k] = text.split(',').map(Number);
  if (![x, y, k].every(Number.isFinite) || k <= 0) return fit();
  Object.assign(camera, {k: clamp(k, 0.01, 8), x: view.width / 2 - x * k, y: view.height / 2 - y * k});
  cameraIsFit = false;
  redraw();
}

// --- Pointer

const pointers = new Map();
let gesture = null;

// Where the pointer is in the scene, which a pan has moved since it was built.
function scenePoint(event) {
  const box = stage.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
  const scale = drawn ? camera.k / drawn.k : 1;
  return {x, y, sceneX: (x - camera.x) / scale + (drawn ? drawn.x : 0), sceneY: (y - camera.y) / scale + (drawn ? drawn.y : 0)};
}

function itemAt(event) {
  if (!scene) return null;
  const {sceneX, sceneY} = scenePoint(event);
  return nodeAt(scene, sceneX, sceneY)?.actor || edgeAt(scene, sceneX, sceneY)?.relation || null;
}

function onPointerDown(event) {
  if (event.button > 0) return;
  stage.setPointerCapture(event.pointerId);
  const {x, y} = scenePoint(event);
  pointers.set(event.pointerId, {x, y});
  if (pointers.size === 2) gesture = {pinch: pinchSize()};
  else gesture = {x, y, item: itemAt(event), far: false};
  hideTip();
}

function onPointerMove(event) {
  const {x, y} = scenePoint(event);
  const last = pointers.get(event.pointerId);
  if (!last || !gesture) return hover(event, x, y);
  pointers.set(event.pointerId, {x, y});
  if (gesture.pinch) return pinch();
  if (!gesture.far && Math.hypot(x - gesture.x, y - gesture.y) < 4) return;
  gesture.far = true;
  stage.classList.add('dragging');
  if (gesture.item && !gesture.item.from) dragActor(gesture.item, x - last.x, y - last.y);
  else pan(x - last.x, y - last.y);
}

function onPointerUp(event) {
  pointers.delete(event.pointerId);
  stage.classList.remove('dragging');
  if (gesture && !gesture.far && !gesture.pinch && event.type === 'pointerup') choose(gesture.item);
  gesture = null;
}

function dragActor(actor, dx, dy) {
  actor.x += dx / camera.k;
  actor.y += dy / camera.k;
  redraw();
}

function pinchSize() {
  const [a, b] = [...pointers.values()];
  return {far: Math.hypot(a.x - b.x, a.y - b.y) || 1, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2};
}

function pinch() {
  if (pointers.size < 2) return;
  const now = pinchSize(), before = gesture.pinch;
  pan(now.x - before.x, now.y - before.y);
  zoom(now.far / before.far, now.x, now.y);
  gesture.pinch = now;
}

const hover = (() => {
  let last = null;
  const look = oncePerFrame(() => {
    const item = itemAt(last.event);
    stage.classList.toggle('over', Boolean(item));
    if (item) showTip(item, last.x, last.y);
    else hideTip();
  });
  return (event, x, y) => {
    last = {event, x, y};
    look();
  };
})();

function showTip(item, x, y) {
  const tip = byId('tip');
  tip.replaceChildren(...(item.from ? [make('strong', {}, relationLine(item)), make('small', {}, relationFacts(item))] :
    [make('strong', {}, item.label), make('small', {}, actorFacts(item))]));
  tip.hidden = false;
  const left = x + 14 + tip.offsetWidth > view.width ? x - 14 - tip.offsetWidth : x + 14;
  tip.style.left = Math.max(4, left) + 'px';
  tip.style.top = clamp(y + 14, 4, Math.max(4, view.height - tip.offsetHeight - 4)) + 'px';
}

function hideTip() {
  byId('tip').hidden = true;
}

function relationFacts(relation) {
  const facts = [typeName(relation.type), relation.status];
  if (relation.by) facts.push('according to ' + relation.by.label);
  if (relation.link.date) facts.push(showPeriod(relation.link.date));
  facts.push(plural(relation.evidence.length || relation.weight, 'quote'));
  return facts.join(' · ');
}

function actorFacts(actor) {
  const office = actor.offices.find((one) => one.current !== false) || actor.offices[0];
  return [kindName(actor.kind), office && office.title, plural(actor.relations.length, 'relation'), actor.mentions && plural(actor.mentions, 'mention')]
    .filter(Boolean).join(' · ');
}

// --- Keys on the stage: the same reach as the pointer

const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

function onStageKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = ARROWS[event.key];
  if (arrow && event.shiftKey) pan(-arrow[0] * 60, -arrow[1] * 60);
  else if (arrow) stepTo(arrow);
  else if (event.key === '+' || event.key === '=') zoom(1.25);
  else if (event.key === '-') zoom(0.8);
  else if (event.key === '0') fit();
  else if (event.key === 'n' || event.key === 'p') stepRelation(event.key === 'n' ? 1 : -1);
  else if (event.key === 'o') focusOn(currentActor());
  else if (event.key === 'Enter' || event.key === ' ') byId('details').focus();
  else if (event.key === 'Home') chooseAndTell(mostImportant());
  else return;
  event.preventDefault();
}

const currentActor = () => (state.chosen ? (state.chosen.from || state.chosen) : null);
const mostImportant = () => shown.actors.reduce((best, actor) => (!best || actor.weight > best.weight ? actor : best), null);

// To the nearest actor in that direction: far ones and ones aside count as farther.
function stepTo([ux, uy]) {
  const from = currentActor();
  if (!from || !shown.actorSet.has(from)) return chooseAndTell(mostImportant());
  let best = null, least = Infinity;
  for (const actor of shown.actors) {
    const dx = actor.x - from.x, dy = actor.y - from.y, ahead = dx * ux + dy * uy, aside = Math.abs(dx * uy) + Math.abs(dy * ux);
    if (actor === from || ahead <= 0 || aside > 2 * ahead) continue;
    if (ahead + 1.6 * aside < least) { best = actor; least = ahead + 1.6 * aside; }
  }
  if (best) chooseAndTell(best);
  else say('No actor further that way');
}

let walkFrom = null;  // the actor whose relations N and P go through

function stepRelation(step) {
  if (state.chosen && !state.chosen.from) walkFrom = state.chosen;
  if (!walkFrom) walkFrom = currentActor();
  const list = (walkFrom ? walkFrom.relations : shown.relations).filter((relation) => shown.relationSet.has(relation));
  if (list.length === 0) return say('No relation here');
  const at = list.indexOf(state.chosen);
  chooseAndTell(list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length]);
}

function chooseAndTell(item) {
  if (!item) return;
  if (!item.from) walkFrom = item;
  choose(item);
  reveal(item);
  say(item.from ? `${relationLine(item)}. ${relationFacts(item)}` : `${item.label}. ${actorFacts(item)}`);
}

function focusOn(actor) {
  if (!actor) return say('Choose an actor first');
  change({focus: actor});
  fit();
  say(`Neighbourhood of ${actor.label}: ${plural(shown.actors.length, 'actor')}, ${plural(shown.relations.length, 'relation')}`);
}

function unfocus() {
  change({focus: null});
  fit();
}

function startStage() {
  stage.addEventListener('pointerdown', onPointerDown);
  stage.addEventListener('pointermove', onPointerMove);
  stage.addEventListener('pointerup', onPointerUp);
  stage.addEventListener('pointercancel', onPointerUp);
  stage.addEventListener('pointerleave', hideTip);
  stage.addEventListener('dblclick', (event) => {
    const item = itemAt(event);
    if (item && !item.from) focusOn(item);
  });
  stage.addEventListener('wheel', (event) => {
    event.preventDefault();
    const {x, y} = scenePoint(event);
    zoom(Math.exp(-clamp(event.deltaY * (event.deltaMode ? 20 : 1), -240, 240) * 0.0022), x, y);
  }, {passive: false});
  stage.addEventListener('keydown', onStageKey);
  byId('zoom-in').addEventListener('click', () => zoom(1.3));
  byId('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
  byId('zoom-fit').addEventListener('click', fit);
  byId('unfocus').addEventListener('click', unfocus);
  byId('hops').addEventListener('change', (event) => { change({hops: Number(event.target.value)}); fit(); });
  byId('edge-labels').addEventListener('change', (event) => change({words: event.target.value}));
  new ResizeObserver(() => {
    measureStage();
    if (cameraIsFit) Object.assign(camera, fittingCamera(view.width, view.height));
    redraw();
  }).observe(stage);
  onChange(() => {
    byId('focus-bar').hidden = !state.focus;
    byId('focus-text').textContent = state.focus ? `Only what is near ${state.focus.label}` : '';
    byId('hops').value = String(state.hops);
    byId('edge-labels').value = state.words;
    redraw();
  });
}
