// Curves over days since something happened, one for each line.
//   lines: [{label, color, dash, points: [{days, figure}]}]
import { frame, scaleFor, valueAxis } from './frame.js';
import { ink, muted } from './palette.js';

const height = 340;

export class CurveChart {
  constructor(wording, { unit, lines, axisText, head, highest = null }) {
    this.wording = wording;
    this.unit = unit;
    this.lines = lines.filter(({ points }) => points.some(({ figure }) => figure.mean !== null))
      .map((line) => ({ kind: 'line', ...line }));
    this.axisText = axisText;
    this.head = head;
    this.highest = highest;
    this.scale = scaleFor(unit, 1);
    this.height = height;
  }

  get unitText() { return this.wording.unit(this.scale.unit); }

  get legend() { return this.lines; }

  get #days() {
    return [...new Set(this.lines.flatMap(({ points }) => points.map(({ days }) => days)))].sort((a, b) => a - b);
  }

  option() {
    const axis = valueAxis(this.wording, { divisor: 1 }, {});
    return {
      ...frame({ type: 'line', lineStyle: { color: ink, width: 1, type: 'solid' } },
        (point) => this.#tip(point.axisValue ?? point.value[0])),
      grid: { ...frame({}, () => null).grid, bottom: 26 },
      xAxis: {
        ...axis, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: muted } },
        max: this.#days.at(-1), name: this.axisText, nameLocation: 'middle', nameGap: 30,
        nameTextStyle: { color: muted, fontSize: 13 },
      },
      yAxis: valueAxis(this.wording, this.scale, this.highest ? { max: this.highest } : {}),
      series: this.lines.map((line) => ({
        type: 'line', name: line.label, symbol: 'circle', symbolSize: 6,
        showSymbol: line.points.length <= 12,
        data: line.points.map(({ days, figure }) => [days, figure.mean]),
        lineStyle: { color: line.color, width: 2.5, type: line.dash ?? 'solid' },
        itemStyle: { color: line.color }, emphasis: { disabled: true },
      })),
    };
  }

  #tip(days) {
    const { unit, wording } = this;
    const rows = this.lines.flatMap((line) => {
      const point = line.points.find((one) => one.days === days);
      if (!point || point.figure.mean === null) return [];
      return [{
        layer: line, label: line.label, value: wording.figureWithUnit(point.figure.mean, unit),
        band: wording.band(point.figure, unit),
      }];
    });
    return { heading: wording.figureWithUnit(days, 'days'), rows };
  }

  get table() {
    const { unit, wording } = this;
    const hasBands = this.lines.some(({ points }) => points.some(({ figure }) => figure.p05 !== null));
    const kinds = hasBands ? ['mean', 'p05', 'p95'] : ['mean'];
    const columns = [{ label: this.head, unit: 'days' }, ...this.lines.flatMap(({ label }) => (
      kinds.map((kind) => ({ label: kind === 'mean' ? label : wording.text(`table.${kind}`), unit }))))];
    const rows = this.#days.map((days) => [days, ...this.lines.flatMap(({ points }) => {
      const point = points.find((one) => one.days === days);
      return kinds.map((kind) => point?.figure[kind] ?? null);
    })]);
    return { columns, rows, printed: rows.length <= 24 };
  }

  get summary() {
    const { unit, wording } = this;
    return this.lines.map(({ label, points }) => {
      const last = points.findLast(({ figure }) => figure.mean !== null);
      return `${label}: ${wording.figureWithUnit(last.figure.mean, unit)} (${
        wording.figureWithUnit(last.days, 'days')}).`;
    }).join(' ');
  }
}
