// SPDX-License-Identifier: Apache-2.0
// The panel on the right: what is chosen, with the words that say so.

const MOST_LISTED = 200;
const SCHEMES = {'iso3166-1-alpha-3': 'ISO 3166', 'iso3166-1-alpha-2': 'ISO 3166, short', 'wikidata': 'Wikidata'};

function startDetails() {
  onChange((changed) => {
    if (changed.some((key) => ['chosen', 'off', 'from', 'to', 'undated', 'focus', 'hops', 'keep'].includes(key))) showDetails();
  });
}

function showDetails() {
  const {chosen} = state, panel = byId('details');
  panel.replaceChildren(...(!chosen ? overview() : chosen.from ? relationDetails(chosen) : actorDetails(chosen)));
  panel.scrollTop = 0;
}

const actorLink = (actor) => (actor.id ? make('button', {class: 'link', onclick: () => chooseAndShow(actor)}, actor.label) : actor.label);

function chooseAndShow(item) {
  choose(item);
  reveal(item);
}

function closeButton() {
  return make('button', {class: 'quiet', 'aria-label': 'Close details', onclick: () => choose(null)}, 'Close');
}

// --- Nothing chosen: the story in short

function overview() {
  const top = [...shown.actors].sort((a, b) => b.weight - a.weight || a.index - b.index).slice(0, 8);
  const strongest = [...shown.relations].filter((relation) => relation.quad !== 'tie').sort((a, b) => b.weight - a.weight || a.index - b.index).slice(0, 12);
  return [
    make('h2', {}, 'Overview'),
    make('p', {class: 'kind'}, 'Choose an actor or a relation to see the words that state it.'),
    balance(),
    make('h3', {}, 'Most connected'), relationless(top),
    strongest.length > 0 && make('h3', {}, 'Most stated events'), strongest.length > 0 && relationList(strongest, null),
  ].filter(Boolean);
}

function relationless(list) {
  return make('ul', {class: 'relations'}, list.map((actor) => make('li', {}, make('button', {onclick: () => chooseAndShow(actor)},
    make('span', {class: 'arrow-line'}, glyph(actor.kind), make('b', {}, actor.label)), make('small', {}, actorFacts(actor))))));
}

// How much of what is shown is cooperation, how much conflict.
function balance() {
  const counts = QUADS.map((quad) => [quad, shown.relations.filter((relation) => relation.quad === quad).length]).filter(([, count]) => count > 0);
  return make('dl', {class: 'facts'}, counts.flatMap(([quad, count]) => [
    make('dt', {class: 'q-' + quad}, QUAD_NAMES[quad]), make('dd', {}, count.toLocaleString('en'))]));
}

// --- A relation

function relationDetails(relation) {
  const {link} = relation;
  const facts = [];
  const fact = (name, ...value) => facts.push(make('dt', {}, name), make('dd', {}, ...value));
  if (relation.by) fact('According to', actorLink(relation.by));
  if (link.date) fact('When', showPeriod(link.date));
  else if (relation.period) fact('When', 'no date stated; the text is of ' + showPeriod(isoOf(relation.period[0])));
  if (link.mode) fact('Mode', words(link.mode));
  if (link.title) fact('Office', link.title);
  fact('Stated', relation.weight === 1 ? 'once' : `${relation.weight} times`);
  if (relation.confidence < 1) fact('Confidence', Math.round(relation.confidence * 100) + ' %');
  return [
    make('div', {class: 'panel-head'}, make('span', {class: 'kind'}, 'Relation'), closeButton()),
    make('h2', {}, actorLink(relation.from), make('span', {class: 'q-' + relation.quad}, relation.symmetric ? ` ↔ ${relation.label} ↔ ` : ` —${relation.label}→ `), actorLink(relation.to)),
    make('div', {class: 'row'},
      make('span', {class: 'chip type bg-' + relation.quad, title: describeType.get(relation.type)}, typeName(relation.type)),
      make('span', {class: 'chip'}, sentenceCase(relation.status)),
      relation.symmetric && make('span', {class: 'chip'}, 'Mutual'),
      !shown.relationSet.has(relation) && make('span', {class: 'chip'}, 'Hidden by the filters')),
    make('dl', {class: 'facts'}, facts),
    make('h3', {}, relation.evidence.length === 1 ? 'The words that state it' : 'The words that state it, one by one'),
    ...relation.evidence.map((evidence) => sentenceBox(evidence, relation)),
    ...otherRelations(relation),
  ];
}

function otherRelations(relation) {
  const others = relation.from.relations.filter((other) => other !== relation && other.pair === relation.pair);
  return others.length ? [make('h3', {}, 'Between the same two'), relationList(others, null)] : [];
}

// The quote marked in its sentence; the quote alone where the sentence does not hold it as it stands.
function sentenceBox(evidence, relation) {
  const info = documents.get(evidence.document) || {};
  const sentence = evidence.sentence || '', at = sentence.indexOf(evidence.quote);
  const body = at < 0 || !evidence.quote ? [sentence && make('p', {}, sentence), make('mark', {}, evidence.quote)] :
    [sentence.slice(0, at), make('mark', {}, evidence.quote), sentence.slice(at + evidence.quote.length)];
  const origin = [info.title || evidence.document, info.date && showPeriod(info.date), info.source].filter((part, i, all) => part && all.indexOf(part) === i);
  return make('blockquote', {class: 'sentence edge-' + relation.quad}, make('q', {}, body),
    make('footer', {}, origin.join(' · ') + (evidence.end ? ` · bytes ${evidence.begin}–${evidence.end}` : '')));
}

// --- An actor

function actorDetails(actor) {
  const facts = [];
  const fact = (name, ...value) => facts.push(make('dt', {}, name), make('dd', {}, ...value));
  if (actor.country && actor.kind !== 'country') fact('Country', actorById.has('country:' + actor.country) ? actorLink(actorById.get('country:' + actor.country)) : actor.country);
  for (const office of actor.offices) {
    const of = actorById.get(office.of);
    fact(office.current === false ? 'Former office' : 'Office', office.title, of ? ', ' : '', of ? actorLink(of) : '');
  }
  const aliases = actor.aliases.filter((alias) => alias.name !== actor.label);
  if (aliases.length) fact('Also called', aliases.map((alias) => alias.name + (alias.count ? ` (${alias.count})` : '')).join(', '));
  if (actor.mentions) fact('Mentioned', actor.mentions === 1 ? 'once' : `${actor.mentions} times`);
  for (const id of actor.externalIds) fact(SCHEMES[id.scheme] || words(id.scheme), id.value);
  return [
    make('div', {class: 'panel-head'}, make('span', {class: 'kind'}, glyph(actor.kind, 20), kindName(actor.kind)), closeButton()),
    make('h2', {}, actor.label),
    make('div', {class: 'row'},
      state.focus === actor ? make('button', {onclick: unfocus}, 'Show all') : make('button', {onclick: () => focusOn(actor)}, 'Only its neighbourhood'),
      !shown.actorSet.has(actor) && make('span', {class: 'chip'}, 'Hidden by the filters')),
    make('dl', {class: 'facts'}, facts),
    ...relationGroups(actor),
  ];
}

function relationGroups(actor) {
  const groups = QUADS.map((quad) => [quad, actor.relations.filter((relation) => relation.quad === quad)]).filter(([, list]) => list.length > 0);
  if (groups.length === 0) return [make('p', {}, 'No relations.')];
  return groups.flatMap(([quad, list]) => [make('h3', {}, `${QUAD_NAMES[quad]} (${list.length})`), relationList(list, actor)]);
}

// The relations that pass the filters first; the others stay, faint. Seen from `actor` where there is one.
function relationList(list, actor) {
  const hidden = (relation) => Number(!shown.relationSet.has(relation));
  const sorted = [...list].sort((a, b) => hidden(a) - hidden(b) || b.weight - a.weight || a.index - b.index);
  const items = sorted.slice(0, MOST_LISTED).map((relation) => make('li', {class: hidden(relation) ? 'off' : null},
    make('button', {onclick: () => chooseAndShow(relation)}, relationText(relation, actor), make('small', {}, relationFacts(relation)))));
  if (sorted.length > MOST_LISTED) items.push(make('li', {}, make('small', {}, `and ${sorted.length - MOST_LISTED} more: see the table`)));
  return make('ul', {class: 'relations'}, items);
}

function relationText(relation, actor) {
  const verb = make('span', {class: 'q-' + relation.quad}, relation.symmetric ? `↔ ${relation.label}` : relation.to === actor ? `←${relation.label}—` : `—${relation.label}→`);
  if (actor) return make('span', {class: 'arrow-line'}, verb, make('b', {}, otherEnd(relation, actor).label));
  return make('span', {class: 'arrow-line'}, make('b', {}, relation.from.label), verb, make('b', {}, relation.to.label));
}
