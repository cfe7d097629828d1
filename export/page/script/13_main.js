// SPDX-License-Identifier: Apache-2.0
// Puts the parts together.

const KEYS = [
  ['/', 'search'], ['T', 'table or diagram'], ['?', 'this help'], ['Esc', 'close, clear, show all'],
  ['Arrows', 'on the diagram: to the next actor that way'], ['Home', 'the best connected actor'], ['N P', 'its next, previous relation'],
  ['Enter', 'its details'], ['O', 'only its neighbourhood'], ['+ − 0', 'zoom in, out, fit'], ['Shift + arrows', 'pan'],
  ['Drag, wheel', 'pan, zoom; drag an actor to move it; double click for its neighbourhood'],
];

function startTheme() {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    document.documentElement.dataset.theme = state.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : state.theme;
    palette = readPalette();
    byId('theme').textContent = sentenceCase(state.theme);
    byId('theme').setAttribute('aria-label', `Colours: ${state.theme === 'auto' ? 'as the system' : state.theme}`);
    redraw();
  };
  dark.addEventListener('change', apply);
  byId('theme').addEventListener('click', () => change({theme: {auto: 'light', light: 'dark', dark: 'auto'}[state.theme]}));
  onChange((changed) => { if (changed.includes('theme')) apply(); });
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.theme = 'light';
    palette = readPalette();
    printing = true;
    drawNow();
  });
  addEventListener('afterprint', () => { printing = false; apply(); });
}

function legendItems() {
  const kinds = KINDS.filter((kind) => choices.kind.some(([value]) => value === kind));
  const quads = QUADS.filter((quad) => relations.some((relation) => relation.quad === quad));
  const statuses = STATUSES.filter((status) => status !== 'actual' && relations.some((relation) => relation.status === status));
  return [
    ...kinds.map((kind) => make('li', {}, glyph(kind), kindName(kind))),
    ...quads.map((quad) => make('li', {}, swatch(quad), QUAD_NAMES[quad])),
    ...statuses.map((status) => make('li', {}, swatch('tie', status), sentenceCase(status))),
  ];
}

function startHelp() {
  byId('key').replaceChildren(...legendItems());
  byId('help-legend').replaceChildren(...legendItems(), make('li', {}, 'The wider a line, the more often it is stated.'));
  byId('help-keys').replaceChildren(...KEYS.flatMap(([key, what]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, what)]));
  byId('help').addEventListener('click', () => byId('help-dialog').showModal());
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId('help-dialog').open) return;
  if (event.key === 'Escape') return escape();
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox' && event.target.type !== 'range') return;
  if (event.key === '/') byId('search').focus();
  else if (event.key === '?') byId('help-dialog').showModal();
  else if (event.key === 't' || event.key === 'T') change({table: state.table ? null : 'relations'});
  else return;
  event.preventDefault();
}

// Takes back the last narrowing: the choice, then the search, then the neighbourhood.
function escape() {
  if (state.chosen) choose(null);
  else if (state.query) change({query: ''});
  else if (state.focus) unfocus();
}

function applyAddress() {
  const {fresh, camera: text} = readAddress();
  change(fresh, {remember: false});
  measureStage();
  if (text) readCamera(text);
  else fit();
}

function start() {
  if (!state.table) measureStage();
  startTheme();
  buildFilters();
  startTimeline();
  startDetails();
  startStage();
  startTables();
  startSearch();
  startSave();
  startHelp();
  document.addEventListener('keydown', onKey);
  addEventListener('hashchange', applyAddress);
  applyAddress();
  document.documentElement.dataset.ready = 'yes';
}

start();
