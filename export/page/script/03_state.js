// SPDX-License-Identifier: Apache-2.0
// What the reader has chosen. It lives in the address, so that a link or a reload shows the same view.

const time = timeDomain();
const state = freshState();
const listeners = [];

function timeDomain() {
  let first = Infinity, last = -Infinity;
  for (const relation of relations) {
    if (!relation.period) continue;
    first = Math.min(first, relation.period[0]);
    last = Math.max(last, relation.period[1]);
  }
  return first <= last ? {first, last} : null;
}

function freshState() {
  return {
    off: {kind: new Set(), type: new Set(), status: new Set(), country: new Set(), document: new Set()},
    from: null, to: null, undated: true, keep: false, focus: null, hops: 1, chosen: null, table: null, words: 'predicate', theme: 'auto', query: '',
  };
}

// The values that each filter offers, most frequent first or in their fixed order: [value, count].
const choices = {
  kind: countBy(actors.map((actor) => actor.kind), KINDS),
  type: countBy(relations.map((relation) => relation.type), extra.types.map((type) => type.name)),
  status: countBy(relations.map((relation) => relation.status), STATUSES),
  country: countBy(actors.map((actor) => actor.country)),
  document: countBy(relations.flatMap((relation) => [...relation.documents])),
};

function countBy(values, order) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  const entries = [...counts];
  if (order) return entries.sort((a, b) => rank(order, a[0]) - rank(order, b[0]));
  return entries.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function rank(order, value) {
  const at = order.indexOf(value);
  return at < 0 ? order.length : at;
}

// --- What passes

let shown = {actors: [], relations: [], actorSet: new Set(), relationSet: new Set()};

function computeShown() {
  let passing = relations.filter(relationPasses);
  let within = actors.filter(actorPasses);
  if (state.focus) {
    const near = neighbourhood(state.focus, state.hops, passing);
    within = within.filter((actor) => near.has(actor));
    passing = passing.filter((relation) => near.has(relation.from) && near.has(relation.to));
  }
  const joined = new Set(passing.flatMap((relation) => [relation.from, relation.to]));
  if (!state.keep) within = within.filter((actor) => joined.has(actor) || actor.relations.length === 0 || actor === state.focus);
  shown = {actors: within, relations: passing, actorSet: new Set(within), relationSet: new Set(passing)};
}

function actorPasses(actor) {
  return !state.off.kind.has(actor.kind) && (actor.relations.length > 0 || !state.off.country.has(actor.country));
}

function relationPasses(relation) {
  const {off} = state;
  if (off.type.has(relation.type) || off.status.has(relation.status)) return false;
  if (off.kind.has(relation.from.kind) || off.kind.has(relation.to.kind)) return false;
  if (off.country.size && off.country.has(relation.from.country) && off.country.has(relation.to.country)) return false;
  if (off.document.size && [...relation.documents].every((id) => off.document.has(id))) return false;
  if (!relation.period) return state.undated;
  return (state.from === null || relation.period[1] >= state.from) && (state.to === null || relation.period[0] <= state.to);
}

function neighbourhood(actor, hops, among) {
  const links = new Map();
  for (const {from, to} of among) {
    for (const [a, b] of [[from, to], [to, from]]) {
      if (!links.has(a)) links.set(a, []);
      links.get(a).push(b);
    }
  }
  const near = new Set([actor]);
  let edge = [actor];
  for (let step = 0; step < hops; ++step) {
    edge = edge.flatMap((one) => links.get(one) || []).filter((other) => !near.has(other) && near.add(other));
  }
  return near;
}

// --- Changing it

// change({focus: actor}): takes the new values, computes what is shown, tells every part and writes the address.
function change(values, {remember = true} = {}) {
  Object.assign(state, values);
  computeShown();
  for (const listener of listeners) listener(Object.keys(values));
  if (remember) writeAddress();
}

function onChange(listener) {
  listeners.push(listener);
}

function choose(item, options = {}) {
  change({chosen: item}, options);
}

// --- The address

const clean = (text) => encodeURIComponent(text).replaceAll('%3A', ':');

function writeAddress() {
  const parts = [];
  const put = (key, value) => value !== null && value !== undefined && value !== '' && parts.push(`${key}=${value}`);
  for (const [name, off] of Object.entries(state.off)) put(name, writeChoice(choices[name], off));
  put('from', state.from === null ? null : isoOf(state.from));
  put('to', state.to === null ? null : isoOf(state.to));
  put('undated', state.undated ? null : 'no');
  put('unconnected', state.keep ? 'keep' : null);
  put('focus', state.focus && clean(state.focus.id));
  put('steps', state.focus && state.hops !== 1 ? state.hops : null);
  put('chosen', state.chosen && (state.chosen.from ? 'relation:' + relationName(state.chosen) : clean(state.chosen.id)));
  put('table', state.table);
  put('words', state.words === 'predicate' ? null : state.words);
  put('theme', state.theme === 'auto' ? null : state.theme);
  put('find', clean(state.query));
  put('camera', cameraText());
  const hash = '#' + parts.join('&');
  if (hash !== location.hash && !(hash === '#' && !location.hash)) history.replaceState(null, '', hash);
}

// A relation's name is its key in words: an index would mean another relation in the next version of the graph.
function relationName(relation) {
  const {link} = relation;
  return [link.source, link.target, link.type, link.status, link.by || ''].map(clean).join('~');
}

// The values that are on, or with a minus those that are off, whichever are fewer.
function writeChoice(values, off) {
  if (off.size === 0) return null;
  const on = values.map(([value]) => value).filter((value) => !off.has(value));
  const list = (all) => all.map((value) => clean(value || '~')).join(',');
  return off.size <= on.length ? '-' + list([...off]) : list(on);
}

function readChoice(values, text) {
  const named = new Set(text.replace(/^-/, '').split(',').map((part) => decodeURIComponent(part)).map((part) => (part === '~' ? '' : part)));
  const isOff = text.startsWith('-') ? (value) => named.has(value) : (value) => !named.has(value);
  return new Set(values.map(([value]) => value).filter(isOff));
}

function readAddress() {
  const fresh = freshState();
  let camera = null;
  for (const part of location.hash.slice(1).split('&')) {
    const at = part.indexOf('=');
    if (at < 0) continue;
    try {
      const key = part.slice(0, at), value = part.slice(at + 1);
      if (key === 'camera') camera = value;
      else readPart(fresh, key, value);
    } catch (error) {
      if (!(error instanceof URIError)) throw error;  // a mangled link: the rest still counts
    }
  }
  return {fresh, camera};
}

function readPart(fresh, key, value) {
  const text = () => decodeURIComponent(value);
  if (key in fresh.off) fresh.off[key] = readChoice(choices[key], value);
  else if (key === 'from' || key === 'to') fresh[key] = readPeriod(text())?.[0] ?? null;
  else if (key === 'undated') fresh.undated = value !== 'no';
  else if (key === 'unconnected') fresh.keep = value === 'keep';
  else if (key === 'focus') fresh.focus = actorById.get(text()) || null;
  else if (key === 'steps') fresh.hops = clamp(Number(value) || 1, 1, 3);
  else if (key === 'chosen') fresh.chosen = findNamed(value);
  else if (key === 'table') fresh.table = value === 'actors' ? 'actors' : 'relations';
  else if (key === 'words') fresh.words = ['predicate', 'type', 'none'].includes(value) ? value : 'predicate';
  else if (key === 'theme') fresh.theme = value === 'dark' || value === 'light' ? value : 'auto';
  else if (key === 'find') fresh.query = text();
}

function findNamed(value) {
  if (!value.startsWith('relation:')) return actorById.get(decodeURIComponent(value)) || null;
  const name = value.slice('relation:'.length);
  return relations.find((relation) => relationName(relation) === name) || null;
}
