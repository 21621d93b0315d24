// Dots with intervals, one row for each thing that is compared:
//   rows: [{label, bound}]   bound: what a figure is held against, drawn as a bar across the row
//   series: [{label, cells}] cells by row: {value, low, high, ...}; null where there is none
//   columns: [{label, unit, of: (cell) => value}] of the table behind it
import { frame, labelsIn, wholeIfNear } from './frame.js';
import { hairline, ink, muted, paper } from './palette.js';
import { styleOf } from './series_styles.js';
import { signedAxis, signedScale, zeroLine } from './signed_axis.js';

const rowHeight = 30;
const dotHeight = 17;

const isThere = (cell) => cell && cell.value !== null && cell.value !== undefined;

const shapes = {
  circle: (x, y, r) => ({ type: 'circle', shape: { cx: x, cy: y, r } }),
  diamond: (x, y, r) => ({ type: 'polygon', shape: { points: [[x, y - r - 1.5], [x + r + 1.5, y], [x, y + r + 1.5], [x - r - 1.5, y]] } }),
  triangle: (x, y, r) => ({ type: 'polygon', shape: { points: [[x, y - r - 1], [x + r + 1, y + r], [x - r - 1, y + r]] } }),
  rect: (x, y, r) => ({ type: 'rect', shape: { x: x - r, y: y - r, width: 2 * r, height: 2 * r } }),
};

export class IntervalChart {
  /**
   * `value(cell)` says a figure, `unitText` what the axis counts (a text, or a function of its
   * scale), `intervalText` what the intervals are; `tipRows(cell)` adds [[label, text]] to the
   * tooltip.
   */
  constructor(wording, {
    unit, rows, series, columns, rowHead, unitText = null, boundLabel = '', fromZero = false,
    value = null, intervalText = '', tipRows = () => [],
  }) {
    this.wording = wording;
    this.unit = unit;
    this.rows = rows;
    this.series = series.map((one, index) => ({ kind: 'dot', ...styleOf(index), ...one }));
    this.columns = columns;
    this.rowHead = rowHead;
    this.boundLabel = boundLabel;
    this.fromZero = fromZero;
    this.said = value ?? ((cell) => wording.figure(cell.value, unit));
    this.tipRows = tipRows;
    this.intervalText = intervalText;
    this.values = this.#values();
    this.scale = signedScale(unit, this.values);
    this.givenUnitText = unitText;
    this.height = Math.max(1, rows.length) * Math.max(rowHeight, dotHeight * series.length + 12) + 46;
    this.paperHeight = this.height;  // rows keep room for their labels
  }

  #values() {
    const cells = this.series.flatMap(({ cells: all }) => all).filter(isThere);
    return [...cells.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
      ...this.rows.map(({ bound }) => bound ?? 0)];
  }

  get unitText() {
    if (this.rows.length === 0) return this.wording.text('interval.nothing');
    const given = this.givenUnitText;
    return typeof given === 'function' ? given(this.scale) : given ?? this.wording.unit(this.scale.unit);
  }

  get legend() {
    const bounds = this.rows.some(({ bound }) => bound !== undefined && bound !== null);
    const hasInterval = this.series.some(({ cells }) => cells.some((cell) => isThere(cell) && cell.low !== null));
    return [
      ...this.series,
      ...(hasInterval ? [{ kind: 'whisker', label: this.intervalText }] : []),
      ...(bounds ? [{ kind: 'bound', label: this.boundLabel }] : []),
    ];
  }

  option({ width, height }) {
    const shadow = { type: 'shadow', axis: 'y', shadowStyle: { color: 'rgba(23, 33, 43, 0.06)' } };
    return {
      ...frame(shadow, (point) => this.#tip(point.value?.[0] ?? point.dataIndex)),
      xAxis: signedAxis(this.wording, this.scale, this.values,
        { splitNumber: Math.max(2, Math.round(width / 170)), ...this.#ends() }),
      yAxis: this.#rowAxis(width, height / Math.max(1, this.rows.length)),
      series: [zeroLine(true), ...this.#bounds(), ...this.series.map((one, index) => this.#dots(one, index))],
    };
  }

  #ends() {
    if (!this.fromZero) return {};
    return { min: 0, ...wholeIfNear(this.unit, Math.max(...this.values)) };
  }

  #rowAxis(width, room) {
    return {
      type: 'category',
      inverse: true,
      data: this.rows.map(({ label }) => label),
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: hairline } },
      axisLabel: {
        color: muted, interval: 0, width: Math.min(280, Math.round(width * 0.38)), ...labelsIn(room),
      },
    };
  }

  #bounds() {
    const data = this.rows.map(({ bound }, row) => [row, bound ?? null]).filter(([, bound]) => bound !== null);
    if (data.length === 0) return [];
    return [{
      type: 'custom', silent: true, data, encode: { y: 0, x: 1 }, z: 2,
      renderItem: (_, api) => {
        const [x, y] = api.coord([api.value(1), api.value(0)]);
        const half = api.size([0, 1])[1] * 0.42;
        return { type: 'line', shape: { x1: x, y1: y - half, x2: x, y2: y + half }, style: { stroke: ink, lineWidth: 3 } };
      },
    }];
  }

  #dots(series, index) {
    const data = series.cells.map((cell, row) => [row, isThere(cell) ? cell.value : null,
      cell?.low ?? null, cell?.high ?? null]).filter(([, value]) => value !== null);
    const place = (index - (this.series.length - 1) / 2) / this.series.length;
    return {
      type: 'custom',
      name: series.label,
      data,
      encode: { y: 0, x: [1, 2, 3] },
      z: 4,
      renderItem: (_, api) => {
        const [x, middle] = api.coord([api.value(1), api.value(0)]);
        const y = middle + api.size([0, 1])[1] * 0.8 * place;
        return { type: 'group', children: [...this.#whisker(api, y, series), this.#dot(x, y, series)] };
      },
    };
  }

  #dot(x, y, { color, symbol, hollow }) {
    const style = hollow ? { fill: paper, stroke: color, lineWidth: 2 } : { fill: color };
    return { ...shapes[symbol](x, y, 5), style };
  }

  #whisker(api, y, { color }) {
    const [low, high] = [api.value(2), api.value(3)];
    if (!Number.isFinite(low) || !Number.isFinite(high)) return [];
    const [x1] = api.coord([low, api.value(0)]);
    const [x2] = api.coord([high, api.value(0)]);
    const style = { stroke: color, lineWidth: 2 };
    const bar = (a, b, c, d) => ({ type: 'line', shape: { x1: a, y1: b, x2: c, y2: d }, style });
    return [bar(x1, y, x2, y), bar(x1, y - 4, x1, y + 4), bar(x2, y - 4, x2, y + 4)];
  }

  #band(cell) {
    if (cell.low === null || cell.low === undefined) return '';
    return this.wording.text('interval.from_to', {
      low: this.said({ ...cell, value: cell.low }), high: this.said({ ...cell, value: cell.high }),
    });
  }

  #tip(row) {
    if (!this.rows[row]) return null;
    const rows = this.series.flatMap((one) => {
      const cell = one.cells[row];
      if (!isThere(cell)) return [];
      const main = { layer: one, label: one.label, value: this.said(cell), band: this.#band(cell) };
      return [main, ...this.tipRows(cell).map(([label, value]) => ({ layer: null, label, value, band: '' }))];
    });
    const { bound } = this.rows[row];
    if (bound !== undefined && bound !== null) {
      rows.push({ layer: { kind: 'bound' }, label: this.boundLabel, value: this.said({ value: bound }), band: '' });
    }
    return { heading: this.rows[row].label, rows };
  }

  get table() {
    const several = this.series.length > 1;
    const columns = [
      { label: this.rowHead, unit: 'text' },
      ...(several ? [{ label: this.wording.text('interval.series'), unit: 'text' }] : []),
      ...this.columns.map(({ label, unit }) => ({ label, unit })),
    ];
    const rows = this.rows.flatMap(({ label }, row) => this.series.flatMap((one) => {
      const cell = one.cells[row];
      if (!isThere(cell)) return [];
      return [[label, ...(several ? [one.label] : []), ...this.columns.map(({ of }) => of(cell, row) ?? null)]];
    }));
    return { columns, rows, printed: rows.length <= 40 };
  }

  get summary() {
    const said = this.rows.slice(0, 12).map(({ label }, row) => {
      const figures = this.series.filter((one) => isThere(one.cells[row])).map((one) => {
        const band = this.#band(one.cells[row]);
        return `${one.label} ${this.said(one.cells[row])}${band ? ` (${band})` : ''}`;
      });
      return `${label}: ${figures.join(', ')}.`;
    });
    return said.length > 0 ? said.join(' ') : this.wording.text('interval.nothing');
  }
}
