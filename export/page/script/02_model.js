// SPDX-License-Identifier: Apache-2.0
// The graph as the page uses it: actors and relations joined to each other, with what filters and search compare.

const KINDS = ['country', 'bloc', 'institution', 'official', 'person'];
const QUADS = ['tie', 'verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'];
const QUAD_NAMES = {
  'tie': 'Standing ties', 'verbal-cooperation': 'Cooperation in words', 'material-cooperation': 'Cooperation in deeds',
  'verbal-conflict': 'Conflict in words', 'material-conflict': 'Conflict in deeds',
};
const STATUSES = ['actual', 'planned', 'possible', 'denied'];

const source = JSON.parse(byId('graph').textContent);
const extra = JSON.parse(byId('view').textContent);

const quadOf = new Map(extra.types.map((type) => [type.name, type.quad]));
const describeType = new Map(extra.types.map((type) => [type.name, type.description]));
const documents = new Map((source.graph.documents || []).map((info) => [info.id, info]));
const actors = source.nodes.map(readActor);
const actorById = new Map(actors.map((actor) => [actor.id, actor]));
const relations = source.links.map(readRelation).filter((relation) => relation.from && relation.to);
joinRelations();

function readActor(node, index) {
  const aliases = (node.aliases || []).map((name, i) => ({name, count: node.alias_counts?.[i] || 0}));
  return {
    index, node, id: node.id, label: node.label || node.id, kind: node.kind, country: node.country || '', aliases,
    offices: node.offices || [], externalIds: node.external_ids || [], mentions: node.mentions || 0,
    x: extra.positions[2 * index], y: extra.positions[2 * index + 1], relations: [],
    haystack: fold([node.label, ...aliases.map((alias) => alias.name), ...(node.offices || []).map((office) => office.title)].join('\n')),
  };
}

function readRelation(link, index) {
  const evidence = [...(link.evidence || [])].sort(byDate);
  const relation = {
    index, link, from: actorById.get(link.source), to: actorById.get(link.target), by: link.by ? actorById.get(link.by) || {label: link.by} : null,
    type: link.type, quad: quadOf.get(link.type) || 'tie', label: link.label || typeName(link.type).toLowerCase(), status: link.status,
    symmetric: Boolean(link.symmetric), weight: link.weight || Math.max(1, evidence.length), confidence: link.confidence ?? 1, evidence,
    documents: new Set(evidence.map((one) => one.document)),
  };
  const own = readPeriod(link.date);
  relation.period = own || documentPeriod(relation.documents);
  relation.ownDate = Boolean(own);
  relation.haystack = fold([relation.label, ...evidence.map((one) => one.quote)].join('\n'));
  return relation;
}

// The oldest document first; within one as the text goes.
function byDate(a, b) {
  const [one, other] = [a, b].map(({document: id}) => `${documents.get(id)?.date || '9999'} ${id}`);
  return one < other ? -1 : one > other ? 1 : a.begin - b.begin;
}

// Without a date of its own a relation counts as of the day its documents appeared.
function documentPeriod(ids) {
  let period = null;
  for (const id of ids) {
    const one = readPeriod(documents.get(id)?.date);
    if (one) period = period ? [Math.min(period[0], one[0]), Math.max(period[1], one[1])] : one;
  }
  return period;
}

// Numbers the relations of each pair, so that they can be drawn apart, and gives each actor its own.
function joinRelations() {
  const pairs = new Map();
  for (const relation of relations) {
    const [a, b] = [relation.from.index, relation.to.index];
    relation.pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (!pairs.has(relation.pair)) pairs.set(relation.pair, []);
    pairs.get(relation.pair).push(relation);
    relation.from.relations.push(relation);
    relation.to.relations.push(relation);
  }
  for (const actor of actors) {
    actor.weight = actor.relations.reduce((sum, relation) => sum + Math.sqrt(relation.weight), 0);
  }
}

const mostWeight = actors.reduce((most, actor) => Math.max(most, actor.weight), 1);

function otherEnd(relation, actor) {
  return relation.from === actor ? relation.to : relation.from;
}

// "China —told→ Russia (planned)": one line a relation, for lists, titles and screen readers.
function relationLine(relation) {
  const arrow = relation.symmetric ? `↔ ${relation.label} ↔` : `—${relation.label}→`;
  return `${relation.from.label} ${arrow} ${relation.to.label}` + (relation.status === 'actual' ? '' : ` (${relation.status})`);
}

function kindName(kind) {
  return sentenceCase(kind || 'actor');
}

// The shown part, or the whole, in the form of the file that the page was made from.
function graphJson(shownActors, shownRelations) {
  const used = new Set(shownRelations.flatMap((relation) => [...relation.documents]));
  const all = shownActors.length === actors.length && shownRelations.length === relations.length;
  return JSON.stringify({
    ...source,
    graph: {...source.graph, documents: (source.graph.documents || []).filter((info) => all || used.has(info.id))},
    nodes: shownActors.map((actor) => actor.node),
    links: shownRelations.map((relation) => relation.link),
  }, null, 1) + '\n';
}
