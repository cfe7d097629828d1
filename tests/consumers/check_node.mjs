// SPDX-License-Identifier: Apache-2.0
// Loads every format with the npm packages that read it and compares with our own JSON.
// Usage: node check_node.mjs FOLDER. Prints `ok NAME` or `FAILED NAME: why`, a line a check.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {isDeepStrictEqual} from 'node:util';

// Packages lie where run.sh installed them, which is not beside this file.
const require = createRequire(join(process.env.CONSUMER_PACKAGES, 'package.json'));
const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const load = name => readFileSync(join(folder, name), 'utf8');
const graph = JSON.parse(load('json'));

const same = text => text;
const asXml = text => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
const withoutNul = text => text.replaceAll('\0', '\ufffd');
const quotesOf = evidence => (evidence ?? []).map(e => e.quote);
const nodes = (spelling = same) => graph.nodes.map(n => [n.id, spelling(n.label), n.kind]);
const edges = (spelling = same) => graph.links.map(e => [e.source, e.target, e.type, spelling(e.label), e.status,
  e.by ?? '', e.date ?? '', quotesOf(e.evidence).map(spelling)]);
const edgeOf = (source, target, data, type = data.type) => [source, target, type, data.label, data.status, data.by ?? '',
  data.date ?? '', quotesOf(data.evidence)];

function equal(got, want) {
  const order = rows => rows.map(row => JSON.stringify(row)).sort();
  const [a, b] = [order(got), order(want)];
  const at = a.findIndex((row, i) => row !== b[i]);
  if (a.length !== b.length || at >= 0)
    throw new Error(`${a.length} for ${b.length}; got ${String(a[at]).slice(0, 300)}; want ${String(b[at]).slice(0, 300)}`);
}

function assert(holds, message) {
  if (!holds) throw new Error(message);
}

const checks = {
  cytoscape() {
    const cytoscape = require('cytoscape');
    const {elements} = JSON.parse(load('cytoscape'));
    const cy = cytoscape({headless: true, elements});
    equal(cy.nodes().map(n => [n.id(), n.data('label'), n.data('kind')]), nodes());
    equal(cy.edges().map(e => edgeOf(e.source().id(), e.target().id(), e.data())), edges());
    assert(cy.nodes('.country').length === graph.nodes.filter(n => n.kind === 'country').length, 'classes');
  },

  jgf_with_ajv() {
    const Ajv = require('ajv');
    const validate = new Ajv({allErrors: true}).compile(JSON.parse(readFileSync(join(here, 'schemas/jgf.schema.json'))));
    const jgf = JSON.parse(load('jgf'));
    assert(validate(jgf), JSON.stringify(validate.errors?.slice(0, 3)));
    assert(!validate({graph: {...jgf.graph, kind: 'x'}}), 'the schema rejects nothing');
    equal(Object.entries(jgf.graph.nodes).map(([id, n]) => [id, n.label, n.metadata.kind]), nodes());
    equal(jgf.graph.edges.map(e => edgeOf(e.source, e.target, {...e.metadata, label: e.label}, e.relation)), edges());
  },

  graphology() {
    const {MultiDirectedGraph} = require('graphology');
    const loaded = MultiDirectedGraph.from(JSON.parse(load('graphology')));
    equal(loaded.mapNodes((id, data) => [id, data.label, data.kind]), nodes());
    equal(loaded.mapEdges((id, data, s, t) => edgeOf(s, t, data, data.relation)), edges());
    assert(loaded.everyNode((id, {x, y}) => Number.isFinite(x) && Number.isFinite(y)), 'sigma needs places');
  },

  // graphology-gexf drops nothing but what XML could not hold.
  graphology_gexf() {
    const {MultiDirectedGraph} = require('graphology');
    const gexf = require('graphology-gexf');
    for (const name of ['gexf', 'gexf12']) {
      const loaded = gexf.parse(MultiDirectedGraph, load(name));
      equal(loaded.mapNodes((id, data) => [id, data.label, data.kind]), nodes(asXml));
      equal(loaded.mapEdges((id, d, s, t) => [s, t, d.type, d.label]), edges(asXml).map(e => e.slice(0, 4)));
    }
  },

  graphology_graphml() {
    const {MultiDirectedGraph} = require('graphology');
    const graphml = require('graphology-graphml');
    const loaded = graphml.parse(MultiDirectedGraph, load('graphml'));
    equal(loaded.mapNodes((id, data) => [id, data.label, data.kind]), nodes(asXml));
    equal(loaded.mapEdges((id, d, s, t) => [s, t, d.type, d.label]), edges(asXml).map(e => e.slice(0, 4)));
  },

  async d3_force() {
    const {forceSimulation, forceLink, forceManyBody} = await import(require.resolve('d3-force').replace(/dist.*$/, 'src/index.js'));
    for (const name of ['d3', 'json']) {
      const {nodes: points, links} = JSON.parse(load(name));
      const simulation = forceSimulation(points).force('link', forceLink(links).id(n => n.id))
        .force('charge', forceManyBody()).stop();
      simulation.tick(5);
      equal(points.map(n => [n.id, n.label, n.kind]), nodes());
      equal(links.map(e => edgeOf(e.source.id, e.target.id, e)), edges());
      assert(points.every(n => Number.isFinite(n.x)), 'no places');
    }
  },

  n3_turtle() {
    const {Parser, Store} = require('n3');
    const store = new Store(new Parser({format: 'text/turtle'}).parse(load('turtle')));
    const actor = 'urn:entente:actor:';
    const labels = store.getQuads(null, 'http://www.w3.org/2000/01/rdf-schema#label', null)
      .filter(q => q.subject.value.startsWith(actor));
    equal(labels.map(q => [q.subject.value.slice(actor.length), q.object.value]), nodes(withoutNul).map(n => n.slice(0, 2)));
    const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
    assert(store.getQuads(null, rdf + 'type', rdf + 'Statement').length === graph.links.length, 'statements');
    const quotes = store.getObjects(null, 'http://www.w3.org/ns/prov#value').map(o => o.value);
    equal([...new Set(quotes)], [...new Set(edges(withoutNul).flatMap(e => e[7]))]);
  },

  // Without the network: a context that is not in the file could not be loaded.
  async jsonld() {
    const jsonld = require('jsonld');
    const {Parser} = require('n3');
    const documentLoader = () => { throw new Error('jsonld asked for the network'); };
    const text = load('jsonld').replaceAll('\\u0000', '\ufffd');
    const canonize = dataset => require('rdf-canonize').canonize(dataset, {algorithm: 'URDNA2015', format: 'application/n-quads'});
    const ours = await canonize(await jsonld.toRDF(JSON.parse(text), {documentLoader}));
    const turtle = await canonize(new Parser({format: 'text/turtle'}).parse(load('turtle')));
    assert(ours.split('\n').length > 1000 && isDeepStrictEqual(ours, turtle), 'Turtle and JSON-LD differ');
  },

  async followthemoney() {
    const {Model, defaultModel} = require('@opensanctions/followthemoney');
    const model = new Model(defaultModel);
    const entities = load('ftm').trimEnd().split('\n').map(line => model.getEntity(JSON.parse(line)));
    const links = entities.filter(e => e.schema.name === 'UnknownLink');
    const articles = entities.filter(e => e.schema.name === 'Article');
    const actors = entities.filter(e => !links.includes(e) && !articles.includes(e));
    equal(actors.map(e => [e.id, e.getFirst('name')]), nodes().map(n => n.slice(0, 2)));
    const id = value => typeof value === 'string' ? value : value.id;
    equal(links.map(e => [id(e.getFirst('subject')), id(e.getFirst('object')), e.getProperty('role')[0], e.getFirst('status'),
      [...new Set(e.getProperty('summary'))]]), edges().map(e => [e[0], e[1], e[2], e[4], [...new Set(e[7])]]));
    assert(articles.length === graph.graph.documents.length, 'documents');
  },

  async mermaid() {
    const {JSDOM} = require('jsdom');
    const {window} = new JSDOM('<!doctype html><body></body>', {pretendToBeVisual: true});
    Object.assign(globalThis, {window, document: window.document});
    const {default: mermaid} = await import(require.resolve('mermaid').replace(/[^/]*$/, 'mermaid.core.mjs'));
    mermaid.initialize({startOnLoad: false});
    const text = load('mermaid');
    await mermaid.parse(text);
    const {db} = await mermaid.mermaidAPI.getDiagramFromText(text);
    // Mermaid keeps `#N;` as placeholders until it draws them as HTML.
    const decode = label => {
      const area = document.createElement('textarea');
      area.innerHTML = label.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
      return area.value;
    };
    const held = label => {
      const bytes = Buffer.from(label);
      let size = Math.min(bytes.length, 160);
      while (size < bytes.length && (bytes[size] & 0xc0) === 0x80) --size;
      const cut = bytes.length > 160 ? bytes.subarray(0, size).toString() + '…' : label;
      return cut.replace(/[\t\r\n]/g, ' ').replace(/[\0-\x1f\x7f]/g, '\ufffd');
    };
    const vertices = db.getVertices();
    equal([...vertices.values()].map(v => decode(v.text).trim()), graph.nodes.map(n => held(n.label).trim()));
    equal(db.getEdges().map(e => decode(e.text).trim()), graph.links.map(e => {
      const note = {planned: ' (planned)', possible: ' (possible)'}[e.status] ?? '';
      return ((e.status === 'denied' ? 'not ' : '') + held(e.label) + note).trim();
    }));
    assert(mermaid.mermaidAPI.getConfig().theme !== 'dark', 'a label changed the settings');
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log('ok', name);
  } catch (error) {  // one broken consumer must not hide the others
    failed += 1;
    console.log(`FAILED ${name}: ${error.message ?? error}`.replaceAll('\n', ' ').slice(0, 900));
  }
}
process.exit(failed ? 1 : 0);
