// SPDX-License-Identifier: Apache-2.0
'use strict';
// Small tools that every part uses. Text enters the page through textContent alone, never as mark-up.

const SVG = 'http://www.w3.org/2000/svg';
const byId = (id) => document.getElementById(id);

// make('li', {class: 'x', onclick: f}, 'text', child): an element with attributes, listeners and children.
function make(name, attributes = {}, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

function makeSvg(name, attributes = {}, ...children) {
  return furnish(document.createElementNS(SVG, name), attributes, children);
}

function furnish(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'checked' || key === 'value' || key === 'disabled') element[key] = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat()) {
    if (child !== undefined && child !== null && child !== false) element.append(child);
  }
  return element;
}

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const plural = (count, one, many = one + 's') => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const words = (name) => name.replaceAll('_', ' ').replaceAll('-', ' ');
const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const typeName = (type) => (type === type.toUpperCase() ? sentenceCase(words(type.toLowerCase())) : sentenceCase(words(type)));

// Lower case without accents: what search compares.
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// Runs `action` once after the calls of a frame, however many there were.
function oncePerFrame(action) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; action(); });
  };
}

let lastSaid = '';
function say(text) {
  byId('status').textContent = text === lastSaid ? text + ' ' : text;  // a repeated message is read again
  lastSaid = text;
}

// --- Dates: whole days since 1970

const DAY = 86400000;
const dayOf = (year, month, day) => Math.round(Date.UTC(year, month - 1, day) / DAY);
const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const longDate = (day) => new Date(day * DAY).toLocaleDateString('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});

// "2023", "2023-04", "2023-04-01", "2023-04-01/2023-05-10" → [first day, last day]; null for anything else.
function readPeriod(text) {
  if (!text) return null;
  const ends = String(text).split('/').map(readDate);
  if (ends.some((end) => !end)) return null;
  return [ends[0][0], ends[ends.length - 1][1]];
}

function readDate(text) {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T)/.exec(text.trim());
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => part && Number(part));
  if (month > 12 || day > 31) return null;
  if (day) return [dayOf(year, month, day), dayOf(year, month, day)];
  if (month) return [dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1];
  return [dayOf(year, 1, 1), dayOf(year + 1, 1, 1) - 1];
}

function showPeriod(text) {
  const [first, last] = String(text).split('/');
  const one = (date) => (/^\d{4}-\d{2}-\d{2}/.test(date) ? longDate(readDate(date)[0]) :
    /^\d{4}-\d{2}$/.test(date) ? new Date(date + '-01T00:00:00Z').toLocaleDateString('en-GB', {month: 'long', year: 'numeric', timeZone: 'UTC'}) : date);
  if (!readPeriod(text)) return String(text);
  return last ? `${one(first)} – ${one(last)}` : one(first);
}
