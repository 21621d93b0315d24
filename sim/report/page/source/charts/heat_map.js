// A square of shares: each row is divided over the columns, which are the same things in the same
// order. Rows are named; a column has the letter of its row.
//   items: [labels]; cells: [[share or null]], counts: [[people]] by row and column
import { frame } from './frame.js';
import { hairline, ink, muted, paper } from './palette.js';

const cellHeight = 28;
const top = 26;

/** From white to blue, and letters that can be read on it. */
function toneOf(share) {
  const part = Math.sqrt(share);
  const mix = (from, to) => Math.round(from + (to - from) * part);
  return `rgb(${mix(246, 0)}, ${mix(249, 86)}, ${mix(251, 140)})`;
}

const letterOf = (index) => (index < 26
  ? String.fromCharCode(65 + index) : `A${String.fromCharCode(65 + index - 26)}`);

export class HeatMap {
  /** head, across: what rows and columns are; unitText stands over the drawing. */
  constructor(wording, { head, across, items, cells, counts, unitText, legend }) {
    this.wording = wording;
    this.head = head;
    this.across = across;
    this.items = items;
    this.cells = cells;
    this.counts = counts;
    this.unitText = unitText;
    this.legend = legend.map((label, index) => ({ kind: 'area', label, color: toneOf([0.05, 0.3, 0.95][index]) }));
    this.height = top + 10 + cellHeight * items.length;
  }

  option({ width }) {
    const { items } = this;
    const left = Math.round(Math.min(290, width * 0.4));
    const axis = (more) => ({
      type: 'category', axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      ...more,
    });
    return {
      ...frame({}, () => null),
      tooltip: { ...frame({}, (point) => this.#tip(point.value)).tooltip, trigger: 'item' },
      grid: { left, right: 2, top, bottom: 6 },
      xAxis: axis({
        data: items.map((_, index) => letterOf(index)), position: 'top',
        axisLabel: { color: muted, fontSize: 12, interval: 0, margin: 6 },
      }),
      yAxis: axis({
        data: items.map((label, index) => `${label}  ${letterOf(index)}`), inverse: true,
        axisLabel: { color: ink, fontSize: 13, interval: 0, width: left - 12, overflow: 'truncate' },
      }),
      series: [{
        type: 'custom',
        data: this.cells.flatMap((row, y) => row.map((share, x) => [x, y, share])
          .filter(([, , share]) => share !== null)),
        encode: { x: 0, y: 1 },
        renderItem: (_, api) => this.#cell(api),
      }],
    };
  }

  #cell(api) {
    const [x, y, share] = [0, 1, 2].map((index) => api.value(index));
    const [cx, cy] = api.coord([x, y]);
    const [width, height] = api.size([1, 1]);
    const shape = { x: cx - width / 2 + 1, y: cy - height / 2 + 1, width: width - 2, height: height - 2 };
    const isRight = x === y;
    const text = width < 30 || share < 0.005 ? '' : this.wording.count(share * 100);
    return {
      type: 'group',
      children: [
        { type: 'rect', shape, style: {
          fill: toneOf(share), stroke: isRight ? ink : hairline, lineWidth: isRight ? 2 : 0.5,
        } },
        { type: 'text', silent: true, style: {
          text, x: cx, y: cy, align: 'center', verticalAlign: 'middle', fontSize: 12,
          fill: share > 0.3 ? paper : ink,
        } },
      ],
    };
  }

  #tip([x, y, share]) {
    const { wording } = this;
    const line = (label, value) => ({ layer: null, label, value, band: '' });
    return {
      heading: `${this.items[y]} \u2192 ${this.items[x]}`,
      rows: [line(this.unitText, wording.percent(share, 1)),
        line(wording.text('flows.people'), wording.count(this.counts[y][x]))],
    };
  }

  get table() {
    const rows = this.cells.flatMap((row, y) => row.flatMap((share, x) => (
      share ? [[this.items[y], this.items[x], this.counts[y][x], share]] : [])));
    return {
      columns: [{ label: this.head, unit: 'text' }, { label: this.across, unit: 'text' },
        { label: this.wording.text('flows.people'), unit: 'people' },
        { label: this.wording.text('flows.share'), unit: 'share' }],
      rows,
    };
  }

  get summary() {
    const { wording } = this;
    return this.items.map((label, index) => (this.cells[index][index] === null ? ''
      : `${label}: ${wording.percent(this.cells[index][index])}.`)).filter(Boolean).join(' ');
  }
}
