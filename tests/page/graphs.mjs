// SPDX-License-Identifier: Apache-2.0
// Graphs for the tests: one hand-made, one of nasty names, one large, one empty.

import fs from 'node:fs';

export const talks = JSON.parse(fs.readFileSync(new URL('talks.json', import.meta.url), 'utf8'));

const base = (nodes, links, documents) => ({schema: 'entente-graph/1', directed: true, multigraph: true, graph: {documents}, nodes, links});

export const empty = base([], [], []);

const NASTY = ['</script><script>window.pwned=1</script>', '<img src=x onerror="window.pwned=1">', '"><svg onload=window.pwned=1>', '{{7*7}} ${7*7}', 'a\u2028b\u2029c', '\u202Egnp.exe',
  "'; window.pwned=1; '", '&lt;b&gt; &amp; &#x3c;', '\\u003cscript\\u003e', '--><!--', ']]>', 'javascript:window.pwned=1', 'x'.repeat(3000), '\u0007\u001b[31m', '@GRAPH@ @SCRIPT@', '%3Cscript%3E#~&=,'];

export function nasty() {
  const id = (i) => 'person:n' + i;
  const nodes = NASTY.map((name, i) => ({id: id(i), label: name, kind: ['person', 'country', 'official', 'institution', 'bloc'][i % 5], country: null, aliases: [name + ' alias'], alias_counts: [1],
    offices: [{title: name, of: id(0), current: true}], mentions: 1}));
  const links = NASTY.map((name, i) => ({source: id(i), target: id((i + 1) % NASTY.length), key: String(i), type: 'CONSULT', label: name, status: 'actual', by: id((i + 2) % NASTY.length), date: null,
    weight: 1, confidence: 1, evidence: [{document: NASTY[0], begin: 0, end: 1, quote: name, sentence: name + ' said ' + name}]}));
  return base(nodes, links, [{id: NASTY[0], title: NASTY[1], date: null, source: NASTY[2], sha256: null}]);
}

// A tree with cross links, dated over a year.
export function large(actors, relations) {
  const kinds = ['country', 'official', 'official', 'institution', 'person', 'bloc'], types = ['CONSULT', 'ACCUSE', 'AID', 'ASSAULT', 'part_of', 'SANCTION'];
  const nodes = Array.from({length: actors}, (_, i) => ({id: 'person:' + i, label: 'Actor Number ' + i, kind: kinds[i % 6], country: ['CHN', 'FRA', null][i % 3], aliases: [], alias_counts: [], offices: [], mentions: 1 + i % 9}));
  const documents = Array.from({length: 200}, (_, i) => ({id: 'd' + i, title: 'Document ' + i, date: `2023-${String(1 + i % 12).padStart(2, '0')}-${String(1 + i % 28).padStart(2, '0')}`, source: null, sha256: null}));
  const links = Array.from({length: relations}, (_, i) => {
    const a = 1 + i % (actors - 1), b = (i < actors - 1 ? Math.floor(a * ((i * 7919) % 1000) / 1000) : (i * 104729) % actors);
    const quote = 'did something to';
    return {source: 'person:' + a, target: 'person:' + (a === b ? (b + 1) % actors : b), key: String(i), type: types[i % 6], label: 'did', status: ['actual', 'actual', 'planned', 'possible', 'denied'][i % 5], by: i % 4 ? null : 'person:' + i % actors,
      date: i % 3 ? null : documents[i % 200].date, weight: 1, confidence: 0.8, evidence: [{document: 'd' + i % 200, begin: i, end: i + 16, quote, sentence: `In sentence ${i} actor ${a} ${quote} actor ${b}.`}]};
  });
  return base(nodes, links, documents);
}
