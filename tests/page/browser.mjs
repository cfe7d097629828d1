// SPDX-License-Identifier: Apache-2.0
// What the tests stand on: a browser that may not reach anything, pages made by the program, a list of tests.

import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import {createRequire} from 'node:module';
import path from 'node:path';

// Installed by run.sh, which is not beside this file.
const {chromium} = createRequire(path.join(process.env.PAGE_PACKAGES, 'package.json'))('playwright-core');

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-page-'));

export const startBrowser = () => chromium.launch({executablePath: '/usr/bin/chromium', args: ARGUMENTS});

// The page of a graph, made by `entente export GRAPH -f html`.
export function makePage(program, name, graph, ...options) {
  const input = path.join(folder, name + '.json'), output = path.join(folder, name + '.html');
  fs.writeFileSync(input, typeof graph === 'string' ? graph : JSON.stringify(graph));
  execFileSync(program, ['export', input, '-f', 'html', '-o', output, ...options], {stdio: ['ignore', 'ignore', 'inherit']});
  return 'file://' + output;
}

// A fresh window on the page. Whatever it says on the console and whatever it asks of the network is noted: neither may be.
export async function open(browser, url, {hash = '', ...context} = {}) {
  const window = await browser.newContext({viewport: {width: 1400, height: 900}, acceptDownloads: true, ...context});
  await window.setOffline(true);
  const page = await window.newPage();
  page.faults = [];
  page.on('console', (message) => page.faults.push('console: ' + message.text()));
  page.on('pageerror', (error) => page.faults.push('error: ' + error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('blob:')) page.faults.push('request: ' + request.url());
  });
  await page.goto(url + hash);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  await settle(page);
  return page;
}

// Two frames: what was asked for has been drawn.
export const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

export const shown = (page) => page.evaluate(() => [shown.actors.length, shown.relations.length]);
export const textOf = (page, selector) => page.locator(selector).innerText();

// Where on the screen an actor, or the middle of a relation, is.
export function placeOf(page, wanted) {
  return page.evaluate((name) => {
    const box = stage.getBoundingClientRect();
    const node = scene.nodes.find((one) => one.actor.id === name);
    const edge = scene.edges.find((one) => relationLine(one.relation).startsWith(name));
    const at = node || pointAt(edge, 0.5);
    return {x: box.left + at.x, y: box.top + at.y};
  }, wanted);
}

export async function click(page, wanted) {
  const {x, y} = await placeOf(page, wanted);
  await page.mouse.click(x, y);
  await settle(page);
}

// What a click on a save button brings, as bytes.
export async function save(page, how) {
  await page.click('#save');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-save="${how}"]`)]);
  return {name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path())};
}

// --- Tests

const tests = [];
export const test = (name, body) => tests.push({name, body});

export function equal(actual, expected, what = 'value') {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`${what}: ${a} is not ${e}`);
}

export function ok(condition, what) {
  if (!condition) throw new Error(what);
}

export function has(text, part) {
  ok(text.includes(part), `"${part}" is not in "${text.slice(0, 300)}"`);
}

export async function runTests(filter) {
  let passed = 0, failed = 0;
  for (const {name, body} of tests.filter((one) => one.name.includes(filter))) {
    try {
      await body();
      ++passed;
    } catch (error) {
      ++failed;
      console.log(`FAILED ${name}\n  ${error.message.split('\n').slice(0, 6).join('\n  ')}`);
    }
  }
  fs.rmSync(folder, {recursive: true, force: true});
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
