// SPDX-License-Identifier: Apache-2.0
// Checks of WCAG that a program can make.

// Visible texts whose contrast with their ground is below 4.5 (3 where large): [text, ratio].
export function contrastFaults(page) {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const rgba = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const over = (top, ground) => ground.map((part, i) => (top[i] * top[3] + part * (255 - top[3])) / 255);
    const groundOf = (element) => {
      const layers = [];
      for (let at = element; at; at = at.parentElement) layers.unshift(rgba(getComputedStyle(at).backgroundColor));
      return layers.reduce((ground, layer) => over(layer, ground), [255, 255, 255]);
    };
    const light = (colour) => {
      const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const faults = [];
    for (const element of document.querySelectorAll('body *')) {
      const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join('');
      if (!text || !element.checkVisibility() || element.closest('svg, [disabled], .hidden, .skip, option')) continue;
      const style = getComputedStyle(element), ground = groundOf(element);
      const [a, b] = [light(over(rgba(style.color), ground)), light(ground)].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05), least = parseFloat(style.fontSize) >= 24 ? 3 : 4.5;
      if (ratio < least) faults.push([text.slice(0, 30), Math.round(ratio * 100) / 100]);
    }
    return faults;
  });
}

// Controls and landmarks without a name for those who hear the page.
export function unnamedControls(page) {
  return page.evaluate(() => [...document.querySelectorAll('button, input, select, [role], section')]
    .filter((one) => one.checkVisibility())
    .filter((one) => !['status', 'presentation', 'none', 'option'].includes(one.getAttribute('role')))
    .filter((one) => !(one.getAttribute('aria-label') || one.textContent.trim() || one.labels?.length || one.getAttribute('aria-labelledby')))
    .map((one) => one.outerHTML.slice(0, 80)));
}
