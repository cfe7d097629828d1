// SPDX-License-Identifier: Apache-2.0
// The filters on the left: what each actor and relation must be to show.

const FILTER_NAMES = {kind: 'Kinds of actor', type: 'Types of relation', status: 'Status', country: 'Countries', document: 'Documents'};
const MANY = 12;  // a longer list gets a box to search it


// The country's name as the graph has it; else its code.
function countryName(code) {
  if (!code) return 'No country';
  const actor = actorById.get('country:' + code);
  return actor ? actor.label : code;
}

function documentName(id) {
  const info = documents.get(id);
  return info && info.title ? info.title : id;
}

function choiceName(name, value) {
  if (name === 'kind') return kindName(value);
  if (name === 'type') return typeName(value);
  if (name === 'country') return countryName(value);
  if (name === 'document') return documentName(value);
  return sentenceCase(value);
}

function buildFilters() {
  const groups = Object.keys(FILTER_NAMES).filter((name) => choices[name].length > (name === 'type' || name === 'kind' ? 0 : 1));
  byId('filter-groups').replaceChildren(...groups.map(filterGroup), keepOption());
  byId('reset').addEventListener('click', () => {
    const fresh = freshState();
    change({off: fresh.off, from: null, to: null, undated: true, keep: false, focus: null});
    say('All filters reset');
  });
  onChange(updateFilters);
}

function filterGroup(name) {
  const values = choices[name];
  const list = make('div', {class: 'list', role: 'group', 'aria-label': FILTER_NAMES[name]});
  if (name === 'type') list.append(...QUADS.flatMap((quad) => typeChoices(quad)));
  else list.append(...values.map(([value, count]) => choiceBox(name, value, count)));
  return make('details', {class: 'filter', 'data-filter': name, open: name !== 'country' && name !== 'document'},
    make('summary', {}, FILTER_NAMES[name], make('small', {'data-count': name})),
    values.length > MANY && name !== 'type' && findBox(name, list),
    make('div', {class: 'all'},
      make('button', {class: 'quiet', onclick: () => setAll(name, true)}, 'All'),
      make('button', {class: 'quiet', onclick: () => setAll(name, false)}, 'None')),
    list);
}

function typeChoices(quad) {
  const values = choices.type.filter(([value]) => (quadOf.get(value) || 'tie') === quad);
  if (values.length === 0) return [];
  return [make('h3', {}, QUAD_NAMES[quad]), ...values.map(([value, count]) => choiceBox('type', value, count))];
}

function choiceBox(name, value, count) {
  const box = make('input', {type: 'checkbox', checked: true, 'data-value': value, onchange: (event) => {
    const off = new Set(state.off[name]);
    if (event.target.checked) off.delete(value);
    else off.add(value);
    setOff(name, off);
  }});
  const sign = name === 'kind' ? glyph(value) : name === 'type' ? swatch(quadOf.get(value) || 'tie') : name === 'status' ? swatch('tie', value) : null;
  return make('label', {title: name === 'type' ? describeType.get(value) : null}, box, sign, make('span', {}, choiceName(name, value)),
    make('small', {}, count.toLocaleString('en')));
}

function findBox(name, list) {
  return make('input', {class: 'find', type: 'search', placeholder: 'Find', 'aria-label': 'Find among ' + FILTER_NAMES[name].toLowerCase(), oninput: (event) => {
    const wanted = fold(event.target.value);
    for (const label of list.children) label.hidden = !fold(label.textContent).includes(wanted);
  }});
}

function setAll(name, on) {
  setOff(name, new Set(on ? [] : choices[name].map(([value]) => value)));
}

function setOff(name, off) {
  change({off: {...state.off, [name]: off}});
  say(`${plural(shown.actors.length, 'actor')} and ${plural(shown.relations.length, 'relation')} shown`);
}

function keepOption() {
  return make('div', {class: 'filter'}, make('label', {},
    make('input', {type: 'checkbox', id: 'keep', onchange: (event) => change({keep: event.target.checked})}),
    make('span', {}, 'Keep actors left alone')));
}

function updateFilters() {
  for (const box of byId('filter-groups').querySelectorAll('input[data-value]')) {
    box.checked = !state.off[box.closest('[data-filter]').dataset.filter].has(box.dataset.value);
  }
  for (const count of byId('filter-groups').querySelectorAll('[data-count]')) {
    const name = count.dataset.count, total = choices[name].length, off = state.off[name].size;
    count.textContent = off ? `${total - off} of ${total}` : String(total);
  }
  byId('keep').checked = state.keep;
  byId('subtitle').textContent = subtitle();
}

function subtitle() {
  const part = (now, all, one) => (now === all ? plural(all, one) : `${now.toLocaleString('en')} of ${plural(all, one)}`);
  const facts = [part(shown.actors.length, actors.length, 'actor'), part(shown.relations.length, relations.length, 'relation')];
  if (documents.size) facts.push(plural(documents.size, 'document'));
  if (time) facts.push(time.first === time.last ? longDate(time.first) : `${longDate(time.first)} – ${longDate(time.last)}`);
  return facts.join(' · ');
}
