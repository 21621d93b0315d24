// A figure against a number that was varied, a line for each setting of the others:
//   lines: [{label, cells: [{mean, low, high} or null]}], cells in the order of `values`
import { categoryAxis, frame, scaleFor, valueAxis } from './frame.js';
import { ink, muted } from './palette.js';
import { styleOf } from './series_styles.js';

const height = 360;

const isThere = (cell) => cell && cell.mean !== null;

export class SweptChart {
  /** values: texts of the varied number; axisText: what it is; isJoined: do lines lead from value to value? */
  constructor(wording, { unit, values, isNumeric, isJoined, lines, axisText, intervalText }) {
    this.wording = wording;
    this.unit = unit;
    this.values = values;
    this.isNumeric = isNumeric;
    this.isJoined = isJoined;
    this.lines = lines.map((line, index) => ({ kind: 'line', ...styleOf(index), ...line }));
    this.axisText = axisText;
    this.intervalText = intervalText;
    this.scale = scaleFor(unit, this.#largest());
    this.height = height;
  }

  #largest() {
    return Math.max(0, ...this.lines.flatMap(({ cells }) => cells.filter(isThere)
      .map(({ mean, high }) => high ?? mean)));
  }

  get unitText() { return this.wording.unit(this.scale.unit); }

  get legend() {
    const hasBand = this.lines.some(({ cells }) => cells.some((cell) => isThere(cell) && cell.low !== null));
    return [...this.lines, ...(hasBand ? [{ kind: 'band', color: this.lines[0].color, label: this.intervalText }] : [])];
  }

  /** Where a value stands on the axis. */
  #place(index) { return this.isNumeric ? Number(this.values[index]) : index; }

  option() {
    const pointer = { type: 'line', snap: true, lineStyle: { color: ink, width: 1, type: 'solid' } };
    const shared = frame(pointer, (point) => this.#tip(point));
    return {
      ...shared,
      grid: { ...shared.grid, bottom: 28, right: 24 },
      xAxis: {
        ...(this.isNumeric ? this.#numericAxis() : categoryAxis(this.values)),
        name: this.axisText, nameLocation: 'middle', nameGap: 32,
        nameTextStyle: { color: muted, fontSize: 13 },
      },
      yAxis: valueAxis(this.wording, this.scale),
      series: this.lines.flatMap((line) => [this.#band(line), this.#line(line)]),
    };
  }

  #numericAxis() {
    const axis = valueAxis(this.wording, { divisor: 1 }, {});
    const places = this.values.map(Number);
    return {
      ...axis, min: Math.min(...places), max: Math.max(...places), splitLine: { show: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: muted } }, axisTick: { show: true },
      axisLabel: { ...axis.axisLabel, formatter: (value) => this.wording.parameter(value) },
    };
  }

  #line(line) {
    return {
      type: 'line', name: line.label, symbol: line.symbol, symbolSize: 8, z: 4, emphasis: { disabled: true },
      data: line.cells.map((cell, index) => [this.#place(index), isThere(cell) ? cell.mean : null]),
      lineStyle: { color: line.color, width: this.isJoined ? 2.5 : 0, type: line.dash },
      itemStyle: { color: line.color },
    };
  }

  /** Drawn as one shape: a band has nothing to say between points that are not joined. */
  #band({ cells, color }) {
    const known = cells.map((cell, index) => ({ cell, place: this.#place(index) }))
      .filter(({ cell }) => isThere(cell) && cell.low !== null);
    return {
      type: 'custom', silent: true, data: known.length === 0 ? [] : [[0, null]], z: 1,
      renderItem: (_, api) => {
        const edge = (pick) => known.map(({ cell, place }) => api.coord([place, pick(cell)]));
        const [lower, upper] = [edge(({ low }) => low), edge(({ high }) => high)];
        if (this.isJoined && known.length > 1) {
          return { type: 'polygon', shape: { points: [...upper, ...lower.reverse()] }, style: { fill: color, opacity: 0.2 } };
        }
        return { type: 'group', children: lower.map(([x, y], index) => ({
          type: 'line', shape: { x1: x, y1: y, x2: x, y2: upper[index][1] }, style: { stroke: color, lineWidth: 2 },
        })) };
      },
    };
  }

  #tip({ dataIndex }) {
    const { unit, wording } = this;
    const rows = this.lines.flatMap((line) => {
      const cell = line.cells[dataIndex];
      if (!isThere(cell)) return [];
      const band = cell.low === null ? '' : wording.text('interval.from_to',
        { low: wording.figure(cell.low, unit), high: wording.figure(cell.high, unit) });
      return [{ layer: line, label: line.label, value: wording.figureWithUnit(cell.mean, unit), band }];
    });
    return { heading: `${this.axisText}: ${this.values[dataIndex]}`, rows };
  }

  get table() {
    const { unit, wording } = this;
    const columns = [{ label: this.axisText, unit: 'text' }, ...this.lines.flatMap(({ label }) => [
      { label, unit }, { label: wording.text('interval.low'), unit }, { label: wording.text('interval.high'), unit }])];
    const rows = this.values.map((value, index) => [value, ...this.lines.flatMap(({ cells }) => {
      const cell = cells[index];
      return isThere(cell) ? [cell.mean, cell.low, cell.high] : [null, null, null];
    })]);
    return { columns, rows, printed: rows.length <= 24 };
  }

  get summary() {
    const { unit, wording } = this;
    return this.lines.map(({ label, cells }) => {
      const said = cells.map((cell, index) => (isThere(cell)
        ? `${this.values[index]}: ${wording.figure(cell.mean, unit)}` : '')).filter(Boolean);
      return `${label}: ${said.slice(0, 12).join(', ')}.`;
    }).join(' ');
  }
}
