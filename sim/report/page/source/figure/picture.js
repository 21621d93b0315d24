// A chart as a PNG that can stand alone on a slide: title, legend, drawing and where it is from.
import { fontFamily } from '../charts/frame.js';
import { ink, muted, paper } from '../charts/palette.js';
import { svgElement } from '../dom.js';
import { svgOf } from './echarts.js';
import { swatch } from './legend.js';

const width = 960;
const margin = 32;
const inside = width - 2 * margin;
const pixelsAPoint = 2;

function measurer(font) {
  const context = document.createElement('canvas').getContext('2d');
  context.font = font;
  return (text) => context.measureText(text).width;
}

function linesOf(text, measure, room) {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (measure(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter((line) => line !== '');
}

/** Collects parts from top to bottom. */
class Sheet {
  constructor() {
    this.parts = [];
    this.y = margin;
  }

  text(text, { size, weight = 400, color = ink }) {
    const measure = measurer(`${weight} ${size}px ${fontFamily}`);
    for (const line of linesOf(text, measure, inside)) {
      this.y += size;
      this.parts.push(svgElement('text', {
        x: margin, y: this.y, 'font-size': size, 'font-weight': weight, fill: color,
      }, line));
      this.y += size * 0.35;
    }
  }

  legend(items) {
    const measure = measurer(`400 15px ${fontFamily}`);
    let x = margin;
    for (const item of items) {
      const room = 26 + 8 + measure(item.label) + 26;
      if (x > margin && x + room > width - margin) {
        x = margin;
        this.y += 24;
      }
      this.parts.push(
        svgElement('g', { transform: `translate(${x} ${this.y})` }, swatch(item)),
        svgElement('text', { x: x + 34, y: this.y + 12, 'font-size': 15, fill: ink }, item.label));
      x += room;
    }
    this.y += 24;
  }

  chart(chart) {
    const svg = svgOf(chart, { width: inside, height: chart.height });
    this.parts.push(svgElement('g', { transform: `translate(${margin} ${this.y})` }, svg));
    this.y += chart.height;
  }

  gap(pixels) { this.y += pixels; }

  get svg() {
    const height = Math.ceil(this.y + margin);
    return svgElement('svg', {
      width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fontFamily,
    }, svgElement('rect', { width, height, fill: paper }), this.parts);
  }
}

function sheetFor(view, source) {
  const sheet = new Sheet();
  sheet.text(view.title, { size: 22, weight: 600 });
  sheet.gap(10);
  sheet.legend(view.chart.legend);
  sheet.gap(8);
  sheet.text(view.chart.unitText, { size: 14, color: muted });
  sheet.gap(2);
  sheet.chart(view.chart);
  sheet.gap(16);
  sheet.text(source, { size: 13, color: muted });
  return sheet.svg;
}

function loaded(url) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the drawing could not be read as an image'));
    image.src = url;
  });
}

/** view: {title, chart}; source: a line that says where the picture is from. */
export async function pictureOf(view, source) {
  const svg = sheetFor(view, source);
  const text = new XMLSerializer().serializeToString(svg);
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const canvas = document.createElement('canvas');
  canvas.width = Number(svg.getAttribute('width')) * pixelsAPoint;
  canvas.height = Number(svg.getAttribute('height')) * pixelsAPoint;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
}
