// A figure over two numbers that were varied: a cell for each pair, the darker the more.
//   cells: [[figure or null]] by row and column
import { frame } from './frame.js';
import { ink, muted, paper } from './palette.js';

const cellHeight = 34;
const edge = 64;

/** From white to blue. */
function toneOf(part) {
  const mix = (from, to) => Math.round(from + (to - from) * part);
  return `rgb(${mix(240, 0)}, ${mix(246, 86)}, ${mix(250, 140)})`;
}

export class GridMap {
  /** rows, columns: {label, values: [text]} of the two numbers. */
  constructor(wording, { unit, rows, columns, cells, intervalText }) {
    this.wording = wording;
    this.unit = unit;
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
    this.intervalText = intervalText;
    const means = cells.flat().filter((cell) => cell && cell.mean !== null).map(({ mean }) => mean);
    this.least = means.length > 0 ? Math.min(...means) : 0;
    this.most = means.length > 0 ? Math.max(...means) : 0;
    this.height = edge + cellHeight * rows.values.length;
    this.paperHeight = this.height;
  }

  get unitText() { return this.wording.unit(this.unit === 'share' ? 'percent' : this.unit); }

  get legend() {
    const say = (value) => this.wording.figure(value, this.unit);
    const swatch = (part, value) => ({ kind: 'area', color: toneOf(part), label: say(value) });
    return this.most > this.least ? [swatch(0, this.least), swatch(1, this.most)] : [swatch(0, this.least)];
  }

  #part(mean) { return this.most > this.least ? (mean - this.least) / (this.most - this.least) : 0; }

  option({ width }) {
    const axis = (values, name, more) => ({
      type: 'category', data: values, axisLine: { show: false }, axisTick: { show: false },
      splitLine: { show: false }, name, nameTextStyle: { color: muted, fontSize: 13 },
      axisLabel: { color: ink, fontSize: 13, interval: 0, hideOverlap: true }, ...more,
    });
    const shared = frame({}, () => null);
    return {
      ...shared,
      tooltip: { ...frame({}, (point) => this.#tip(point.value)).tooltip, trigger: 'item' },
      grid: { left: Math.min(120, width * 0.2), right: 2, top: 4, bottom: 54 },
      xAxis: axis(this.columns.values, this.columns.label, { nameLocation: 'middle', nameGap: 32 }),
      yAxis: axis(this.rows.values, '', { inverse: true }),
      series: [{
        type: 'custom', encode: { x: 0, y: 1 },
        data: this.cells.flatMap((row, y) => row.flatMap((cell, x) => (
          cell && cell.mean !== null ? [[x, y, cell.mean]] : []))),
        renderItem: (_, api) => this.#cell(api),
      }],
    };
  }

  #cell(api) {
    const [cx, cy] = api.coord([api.value(0), api.value(1)]);
    const [width, tall] = api.size([1, 1]);
    const mean = api.value(2);
    const part = this.#part(mean);
    return { type: 'group', children: [
      { type: 'rect', shape: { x: cx - width / 2 + 1, y: cy - tall / 2 + 1, width: width - 2, height: tall - 2 },
        style: { fill: toneOf(part) } },
      { type: 'text', silent: true, style: {
        text: width < 44 ? '' : this.wording.figure(mean, this.unit), x: cx, y: cy, align: 'center',
        verticalAlign: 'middle', fontSize: 12, fill: part > 0.5 ? paper : ink,
      } },
    ] };
  }

  #tip([x, y]) {
    const { unit, wording } = this;
    const cell = this.cells[y][x];
    const band = cell.low === null ? '' : wording.text('interval.from_to',
      { low: wording.figure(cell.low, unit), high: wording.figure(cell.high, unit) });
    return {
      heading: `${this.rows.label}: ${this.rows.values[y]}; ${this.columns.label}: ${this.columns.values[x]}`,
      rows: [{ layer: null, label: this.intervalText, value: wording.figureWithUnit(cell.mean, unit), band }],
    };
  }

  get table() {
    const { unit, wording } = this;
    const columns = [{ label: this.rows.label, unit: 'text' }, { label: this.columns.label, unit: 'text' },
      { label: wording.text('table.mean'), unit }, { label: wording.text('interval.low'), unit },
      { label: wording.text('interval.high'), unit }];
    const rows = this.cells.flatMap((row, y) => row.flatMap((cell, x) => (cell && cell.mean !== null
      ? [[this.rows.values[y], this.columns.values[x], cell.mean, cell.low, cell.high]] : [])));
    return { columns, rows, printed: rows.length <= 40 };
  }

  get summary() {
    const { wording } = this;
    return wording.text('sweep_map.said', {
      rows: this.rows.label, columns: this.columns.label,
      least: wording.figureWithUnit(this.least, this.unit), most: wording.figureWithUnit(this.most, this.unit),
    });
  }
}
