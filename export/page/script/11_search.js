// SPDX-License-Identifier: Apache-2.0
// Search: a box with a list of what it finds, as the combobox pattern of ARIA has it.

const MOST_ACTOR_HITS = 10;
const MOST_QUOTE_HITS = 6;
let hits = [];
let hitAt = -1;

function startSearch() {
  const box = byId('search');
  box.addEventListener('input', () => { change({query: box.value.trim()}); openHits(); });
  box.addEventListener('focus', () => box.value && openHits());
  box.addEventListener('blur', () => setTimeout(closeHits, 120));
  box.addEventListener('keydown', onSearchKey);
  listeners.unshift((changed) => {  // before the stage, which shows what was found
    if (changed.includes('query') || changed.includes('off') || changed.includes('focus')) find();
    if (document.activeElement !== box) box.value = state.query;
  });
}

function find() {
  const wanted = fold(state.query);
  found = wanted.length < 2 ? [] : shown.actors.filter((actor) => actor.haystack.includes(wanted));
}

function openHits() {
  const wanted = fold(state.query);
  if (wanted.length < 2) return closeHits();
  const starts = (actor) => Number(!fold(actor.label).startsWith(wanted));
  const people = actors.filter((actor) => actor.haystack.includes(wanted)).sort((a, b) => starts(a) - starts(b) || b.weight - a.weight || a.index - b.index);
  const quotes = relations.filter((relation) => relation.haystack.includes(wanted)).sort((a, b) => b.weight - a.weight || a.index - b.index);
  hits = [...people.slice(0, MOST_ACTOR_HITS), ...quotes.slice(0, MOST_QUOTE_HITS)];
  hitAt = -1;
  const list = byId('hits'), items = [];
  hits.forEach((hit, i) => {
    if (i === 0 && people.length) items.push(make('li', {class: 'group', role: 'presentation'}, plural(people.length, 'actor')));
    if (i === Math.min(people.length, MOST_ACTOR_HITS)) items.push(make('li', {class: 'group', role: 'presentation'}, plural(quotes.length, 'relation')));
    items.push(make('li', {id: 'hit-' + i, role: 'option', 'aria-selected': 'false', onmousedown: (event) => { event.preventDefault(); take(i); }},
      hit.from ? swatch(hit.quad) : glyph(hit.kind), make('span', {}, hit.from ? relationLine(hit) : hit.label), make('small', {}, hit.from ? typeName(hit.type) : kindName(hit.kind))));
  });
  if (hits.length === 0) items.push(make('li', {class: 'group', role: 'presentation'}, 'Nothing found'));
  list.replaceChildren(...items);
  list.hidden = false;
  byId('search').setAttribute('aria-expanded', 'true');
  say(`${plural(people.length, 'actor')} and ${plural(quotes.length, 'relation')} found`);
}

function closeHits() {
  byId('hits').hidden = true;
  byId('search').setAttribute('aria-expanded', 'false');
  byId('search').removeAttribute('aria-activedescendant');
}

function take(i) {
  if (!hits[i]) return;
  chooseAndTell(hits[i]);
  closeHits();
}

function onSearchKey(event) {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (hits.length === 0) return;
    hitAt = (hitAt + (event.key === 'ArrowDown' ? 1 : hitAt < 0 ? 0 : -1) + hits.length) % hits.length;
    for (let i = 0; i < hits.length; ++i) byId('hit-' + i).setAttribute('aria-selected', String(i === hitAt));
    byId('hit-' + hitAt).scrollIntoView({block: 'nearest'});
    byId('search').setAttribute('aria-activedescendant', 'hit-' + hitAt);
  } else if (event.key === 'Enter') {
    take(Math.max(0, hitAt));
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    if (byId('hits').hidden) { byId('search').value = ''; change({query: ''}); }
    closeHits();
  } else {
    return;
  }
  event.preventDefault();
}
