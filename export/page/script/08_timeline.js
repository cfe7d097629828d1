// SPDX-License-Identifier: Apache-2.0
// The time slider: bars of how much happened when, and two handles.

const MOST_BARS = 90;

function startTimeline() {
  const section = byId('timeline');
  if (!time || time.first === time.last) {
    section.hidden = true;
    return;
  }
  for (const [id, value] of [['from', time.first], ['to', time.last]]) {
    const input = byId(id);
    Object.assign(input, {min: time.first, max: time.last, step: 1, value});
    input.addEventListener('input', () => moveHandle(id));
  }
  const undated = relations.filter((relation) => !relation.period).length;
  byId('undated').closest('label').hidden = undated === 0;
  byId('undated-text').textContent = `Undated (${undated.toLocaleString('en')})`;
  byId('undated').addEventListener('change', (event) => change({undated: event.target.checked}));
  drawBars();
  onChange(updateTimeline);
}

// A handle stops at the other one; one at its end asks nothing.
function moveHandle(id) {
  const from = Number(byId('from').value), to = Number(byId('to').value);
  if (id === 'from') change({from: from <= time.first ? null : Math.min(from, state.to ?? time.last)});
  else change({to: to >= time.last ? null : Math.max(to, state.from ?? time.first)});
}

function updateTimeline() {
  const from = state.from ?? time.first, to = state.to ?? time.last, span = time.last - time.first;
  for (const [id, day] of [['from', from], ['to', to]]) {
    byId(id).value = day;
    byId(id).setAttribute('aria-valuetext', longDate(day));
    byId('time-' + id).textContent = longDate(day);
  }
  const share = (day) => (day - time.first) / span;
  byId('range').style.left = `calc(8px + (100% - 16px) * ${share(from)})`;
  byId('range').style.width = `calc((100% - 16px) * ${share(to) - share(from)})`;
  byId('undated').checked = state.undated;
  byId('from').style.zIndex = share(from) > 0.5 ? 2 : 1;  // so that handles at one place can be parted again
  byId('to').style.zIndex = 1;
}

function drawBars() {
  const span = time.last - time.first + 1, count = Math.min(MOST_BARS, span);
  const bars = Array.from({length: count}, () => Object.fromEntries(QUADS.map((quad) => [quad, 0])));
  for (const relation of relations) {
    if (!relation.period) continue;
    const middle = (relation.period[0] + relation.period[1]) / 2;
    ++bars[clamp(Math.floor((middle - time.first) / span * count), 0, count - 1)][relation.quad];
  }
  const total = (bar) => QUADS.reduce((sum, quad) => sum + bar[quad], 0);
  const most = Math.max(...bars.map(total));
  const picture = byId('bars');
  picture.setAttribute('viewBox', `0 0 ${count} 1`);
  bars.forEach((bar, i) => {
    let top = 1;
    const height = total(bar) ? Math.max(0.07, Math.sqrt(total(bar) / most)) : 0;
    for (const quad of QUADS) {
      const part = total(bar) ? height * bar[quad] / total(bar) : 0;
      if (!part) continue;
      top -= part;
      picture.append(makeSvg('rect', {x: i + 0.1, y: top, width: 0.8, height: part, fill: `var(--${quad})`}));
    }
  });
}
