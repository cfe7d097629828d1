// SPDX-License-Identifier: Apache-2.0
// The same as tables, for those who read rather than look: sortable by every column, a page at a time.

const ROWS_A_PAGE = 200;
const tableState = {sort: null, down: false, page: 0};

const COLUMNS = {
  relations: [
    ['From', (relation) => relation.from.label], ['Predicate', (relation) => relation.label], ['To', (relation) => relation.to.label],
    ['Type', (relation) => typeName(relation.type)], ['Status', (relation) => relation.status], ['According to', (relation) => relation.by?.label || ''],
    ['When', (relation) => relation.link.date || ''], ['Stated', (relation) => relation.weight], ['Words', (relation) => relation.evidence[0]?.quote || ''],
  ],
  actors: [
    ['Actor', (actor) => actor.label], ['Kind', (actor) => kindName(actor.kind)], ['Country', (actor) => (actor.country ? countryName(actor.country) : '')],
    ['Office', (actor) => actor.offices.map((office) => (office.current === false ? 'former ' : '') + office.title).join('; ')],
    ['Mentions', (actor) => actor.mentions], ['Relations', (actor) => actor.relations.filter((relation) => shown.relationSet.has(relation)).length],
    ['Also called', (actor) => actor.aliases.map((alias) => alias.name).filter((name) => name !== actor.label).join(', ')],
  ],
};

function startTables() {
  byId('show-diagram').addEventListener('click', () => change({table: null}));
  byId('show-table').addEventListener('click', () => change({table: state.table || 'relations'}));
  for (const name of ['relations', 'actors']) {
    byId('table-' + name).addEventListener('click', () => {
      Object.assign(tableState, {sort: null, down: false, page: 0});
      change({table: name});
    });
  }
  byId('page-back').addEventListener('click', () => turnPage(-1));
  byId('page-on').addEventListener('click', () => turnPage(1));
  onChange((changed) => {
    if (changed.some((key) => key !== 'chosen' && key !== 'table')) tableState.page = 0;
    showTable();
  });
}

function turnPage(step) {
  tableState.page += step;
  showTable();
  byId('table').parentElement.scrollTop = 0;
}

function showTable() {
  const on = Boolean(state.table);
  byId('tables').hidden = !on;
  stage.hidden = on;
  document.querySelector('.zoom').hidden = on;
  byId('key').hidden = on;
  byId('show-diagram').setAttribute('aria-pressed', String(!on));
  byId('show-table').setAttribute('aria-pressed', String(on));
  if (on) fillTable();
}

function fillTable() {
  for (const name of ['relations', 'actors']) byId('table-' + name).setAttribute('aria-pressed', String(state.table === name));
  const columns = COLUMNS[state.table], rows = sortRows(state.table === 'actors' ? shown.actors : shown.relations, columns);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  tableState.page = clamp(tableState.page, 0, pages - 1);
  const first = tableState.page * ROWS_A_PAGE;
  byId('table').replaceChildren(
    make('caption', {}, `${state.table === 'actors' ? 'Actors' : 'Relations'} shown: ${rows.length.toLocaleString('en')}`),
    make('thead', {}, make('tr', {}, columns.map(headCell))),
    make('tbody', {}, rows.slice(first, first + ROWS_A_PAGE).map((item) => tableRow(item, columns))));
  byId('page-text').textContent = `Page ${tableState.page + 1} of ${pages}`;
  byId('page-back').disabled = tableState.page === 0;
  byId('page-on').disabled = tableState.page === pages - 1;
  document.querySelector('.pager').hidden = pages === 1;
}

function headCell([name], index) {
  const sorted = tableState.sort === index;
  return make('th', {scope: 'col', 'aria-sort': sorted ? (tableState.down ? 'descending' : 'ascending') : 'none'}, make('button', {onclick: () => {
    Object.assign(tableState, {sort: index, down: sorted && !tableState.down, page: 0});
    fillTable();
    byId('table').querySelectorAll('th button')[index].focus();
  }}, name));
}

function sortRows(items, columns) {
  if (tableState.sort === null) return items;
  const value = columns[tableState.sort][1], turn = tableState.down ? -1 : 1;
  const compare = (a, b) => (typeof a === 'number' ? a - b : a.localeCompare(b, 'en'));
  return items.map((item) => [value(item), item]).sort((a, b) => turn * compare(a[0], b[0]) || a[1].index - b[1].index).map(([, item]) => item);
}

// The first cell is a button, so that the keyboard can open a row; a click anywhere in the row does it too.
function tableRow(item, columns) {
  const open = () => { choose(item); byId('details').focus(); };
  const cells = columns.map(([, value], column) => {
    const content = value(item);
    if (column === 0) return make('td', {}, make('button', {class: 'link', onclick: (event) => { event.stopPropagation(); open(); }}, content));
    return make('td', {class: typeof content === 'number' ? 'number' : null}, typeof content === 'number' ? content.toLocaleString('en') : content);
  });
  return make('tr', {class: item === state.chosen ? 'chosen' : null, onclick: open}, cells);
}
