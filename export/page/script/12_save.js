// SPDX-License-Identifier: Apache-2.0
// Saving: the picture as SVG or PNG, the graph as JSON. All made here; nothing is sent anywhere.

const PICTURE = {width: 1600, height: 1100};
const SAVED_NAME = (source.id || document.title || 'graph').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'graph';

function download(name, blob) {
  const link = make('a', {href: URL.createObjectURL(blob), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(`Saved ${name}`);
}

// The shown part fitted to a sheet, with title and legend, on light paper.
function pictureScene() {
  const saved = {...camera}, chosen = state.chosen, matches = found;
  const picture = {camera: fittingCamera(PICTURE.width, PICTURE.height - 130), width: PICTURE.width, height: PICTURE.height, margin: 1e6};
  picture.camera.y += 76;
  state.chosen = null;  // a picture for others has nothing dimmed
  found = [];
  const made = buildScene(picture);
  state.chosen = chosen;
  found = matches;
  Object.assign(camera, saved);
  return made;
}

function pictureSvg() {
  const colours = lightPalette(), {width, height} = PICTURE;
  const text = (x, y, size, weight, fill, content) => makeSvg('text', {x, y, 'font-size': size, 'font-weight': weight, fill, 'font-family': FONT.replaceAll('"', "'")}, content);
  const picture = makeSvg('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img'}, makeSvg('title', {}, document.title),
    makeSvg('rect', {width, height, fill: colours.paper}), drawSvg(pictureScene(), colours),
    makeSvg('rect', {width, height: 70, fill: colours.paper}), text(28, 38, 24, 650, colours.ink, shorten(document.title, 90)), text(28, 60, 14, 400, colours.faint, subtitle()),
    makeSvg('rect', {y: height - 44, width, height: 44, fill: colours.paper}));
  let x = 28;
  for (const kind of KINDS.filter((one) => shown.actors.some((actor) => actor.kind === one))) {
    const node = {actor: {label: kind, id: ''}, kind, x: x + 9, y: height - 22, r: 9, icon: true, code: ''};
    picture.append(svgNode(node, colours), text(x + 26, height - 17, 14, 400, colours.ink, kindName(kind)));
    x += 26 + textWidth(kindName(kind), 14, 400) + 22;
  }
  for (const quad of QUADS.filter((one) => shown.relations.some((relation) => relation.quad === one))) {
    picture.append(makeSvg('path', {d: `M${x} ${height - 22}h26`, stroke: colours[quad], 'stroke-width': 4}), text(x + 34, height - 17, 14, 400, colours.ink, QUAD_NAMES[quad]));
    x += 34 + textWidth(QUAD_NAMES[quad], 14, 400) + 22;
  }
  return picture;
}

// Names may hold control characters, which XML cannot.
function svgText() {
  const text = new XMLSerializer().serializeToString(pictureSvg()).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + text + '\n';
}

// Through an image of the SVG, which the page's policy lets in as a blob.
function savePng() {
  const url = URL.createObjectURL(new Blob([svgText()], {type: 'image/svg+xml'}));
  const image = new Image();
  image.onload = () => {
    const sheet = make('canvas', {width: PICTURE.width * 2, height: PICTURE.height * 2});
    sheet.getContext('2d').drawImage(image, 0, 0, sheet.width, sheet.height);
    URL.revokeObjectURL(url);
    sheet.toBlob((blob) => (blob ? download(SAVED_NAME + '.png', blob) : say('The picture could not be made')), 'image/png');
  };
  image.onerror = () => say('The picture could not be made');
  image.src = url;
}

const SAVERS = {
  svg: () => download(SAVED_NAME + '.svg', new Blob([svgText()], {type: 'image/svg+xml'})),
  png: savePng,
  json: () => download(SAVED_NAME + '.json', new Blob([graphJson(shown.actors, shown.relations)], {type: 'application/json'})),
  all: () => download(SAVED_NAME + '.json', new Blob([graphJson(actors, relations)], {type: 'application/json'})),
  print: () => window.print(),
};

function startSave() {
  const button = byId('save'), menu = byId('save-menu'), items = [...menu.querySelectorAll('button')];
  const open = (on) => {
    menu.hidden = !on;
    button.setAttribute('aria-expanded', String(on));
    if (on) items[0].focus();
  };
  button.addEventListener('click', () => open(menu.hidden));
  menu.addEventListener('click', (event) => {
    const how = event.target.dataset.save;
    if (!how) return;
    open(false);
    button.focus();
    SAVERS[how]();
  });
  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') items[(at + 1) % items.length].focus();
    else if (event.key === 'ArrowUp') items[(at + items.length - 1) % items.length].focus();
    else if (event.key === 'Escape') { event.stopPropagation(); open(false); button.focus(); }
    else return;
    event.preventDefault();
  });
  document.addEventListener('pointerdown', (event) => { if (!menu.hidden && !event.target.closest('.menu')) open(false); });
}
