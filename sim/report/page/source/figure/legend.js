// Legends as elements: they wrap on narrow screens, print, and go into pictures.
import { element, svgElement } from '../dom.js';
import { ink, paper } from '../charts/palette.js';

const width = 26;
const height = 14;

const line = (attributes) => svgElement('line', { x1: 0, x2: width, y1: 7, y2: 7, ...attributes });

const stripe = (x1, y1, x2, y2) => svgElement('line',
  { x1, y1, x2, y2, stroke: paper, 'stroke-opacity': 0.7, 'stroke-width': 1.5 });

/** The lines or dots of a pattern over a box of 26 by 14. */
const patterns = {
  none: () => [],
  diagonal: () => [-8, 0, 8, 16, 24].map((x) => stripe(x, 14, x + 14, 0)),
  counter: () => [-8, 0, 8, 16, 24].map((x) => stripe(x, 0, x + 14, 14)),
  horizontal: () => [2, 7, 12].map((y) => stripe(0, y, width, y)),
  dots: () => [4, 13, 22].flatMap((cx) => [4, 10].map((cy) => svgElement('circle',
    { cx, cy, r: 1.5, fill: paper, 'fill-opacity': 0.8 }))),
};

const box = (attributes) => svgElement('rect', { width, height, ...attributes });

const marks = {
  line: ({ color, dash }) => [line({
    stroke: color, 'stroke-width': 2.5,
    'stroke-dasharray': { dashed: '7 4', dotted: '2 3' }[dash] ?? null,
  })],
  band: ({ color }) => [box({ fill: color, 'fill-opacity': 0.22 })],
  area: ({ color, pattern = 'none' }) => [box({ fill: color }), patterns[pattern]()],
  interval: () => [stroke(13, 1, 13, 13), stroke(9, 1, 17, 1), stroke(9, 13, 17, 13)],
  cap: () => [line({ stroke: ink, 'stroke-width': 3 })],
  observed: () => [svgElement('path',
    { d: 'M13 1 L19 7 L13 13 L7 7 Z', fill: paper, stroke: ink, 'stroke-width': 2 })],
};
marks.bar = marks.area;
marks.dot = ({ color, symbol, hollow }) => [line({ stroke: color, 'stroke-width': 2 }), dots[symbol](hollow
  ? { fill: paper, stroke: color, 'stroke-width': 2 } : { fill: color })];
marks.whisker = () => [stroke(4, 7, 22, 7), stroke(4, 3, 4, 11), stroke(22, 3, 22, 11)];
marks.bound = ({ dash }) => [svgElement('line', {
  x1: 13, y1: 0, x2: 13, y2: 14, stroke: ink, 'stroke-width': dash ? 1.5 : 3, 'stroke-dasharray': dash === 'dotted' ? '2 3' : null,
})];

/** As charts/interval_chart.js draws them. */
const dots = {
  circle: (look) => svgElement('circle', { cx: 13, cy: 7, r: 5, ...look }),
  diamond: (look) => svgElement('path', { d: 'M13 0.5 L19.5 7 L13 13.5 L6.5 7 Z', ...look }),
  triangle: (look) => svgElement('path', { d: 'M13 1 L19 12 L7 12 Z', ...look }),
  rect: (look) => svgElement('rect', { x: 8, y: 2, width: 10, height: 10, ...look }),
};

function stroke(x1, y1, x2, y2) {
  return svgElement('line', { x1, y1, x2, y2, stroke: ink, 'stroke-width': 1.5 });
}

/** The sign of a layer, 26 by 14 pixels. */
export function swatch(layer) {
  return svgElement('svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, class: 'swatch', 'aria-hidden': 'true' },
    marks[layer.kind](layer));
}

export function legend(items) {
  return element('ul', { class: 'legend' },
    items.map((item) => element('li', {}, swatch(item), element('span', {}, item.label))));
}
