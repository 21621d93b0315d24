// Horizontal bars, one below the other: measures, groups or profiles side by side, each with its
// interval and perhaps a mark to compare it with.
//   rows: [{label, figure, mark}], mark a figure too
import { categoryAxis, frame, labelsIn, scaleFor, valueAxis, wholeIfNear } from './frame.js';
import { ink, paper } from './palette.js';

const rowHeight = 30;
const frameHeight = 46;

const meanOf = (figure) => figure?.mean ?? null;

const hasInterval = (figure) => figure && figure.p05 !== null && figure.p95 > figure.p05;

export class RankChart {
  /** bar: {label, color, pattern}; mark: {label} of the diamonds; head: what the rows are. */
  constructor(wording, { unit, head, rows, bar, mark = null, highest = null }) {
    this.wording = wording;
    this.unit = unit;
    this.head = head;
    this.rows = rows.filter(({ figure }) => meanOf(figure) !== null);
    this.bar = { kind: 'bar', ...bar };
    this.mark = mark && this.rows.some((row) => meanOf(row.mark) !== null)
      ? { kind: 'observed', ...mark } : null;
    this.highest = highest;
    this.largest = Math.max(0, ...this.rows.flatMap((row) => [row.figure.p95 ?? row.figure.mean, meanOf(row.mark) ?? 0]));
    this.scale = scaleFor(unit, this.largest);
    this.height = frameHeight + rowHeight * Math.max(1, this.rows.length);
    this.paperHeight = this.height;  // rows keep room for their labels
  }

  get unitText() { return this.wording.unit(this.scale.unit); }

  get hasIntervals() { return this.rows.some(({ figure }) => hasInterval(figure)); }

  get legend() {
    const interval = { kind: 'interval', label: this.wording.text('legend.interval') };
    return [this.bar, ...(this.mark ? [this.mark] : []), ...(this.hasIntervals ? [interval] : [])];
  }

  option({ width, height }) {
    const shadow = { type: 'shadow', shadowStyle: { color: 'rgba(23, 33, 43, 0.06)' } };
    const labels = categoryAxis(this.rows.map(({ label }) => label));
    const room = Math.round(Math.min(320, width * 0.46));
    return {
      ...frame(shadow, (point) => this.#tip(point.dataIndex)),
      xAxis: { ...valueAxis(this.wording, this.scale, this.highest ? { max: this.highest } : wholeIfNear(this.unit, this.largest)), splitNumber: width < 500 ? 3 : 5 },
      yAxis: {
        ...labels,
        inverse: true,
        axisLabel: {
          ...labels.axisLabel, color: ink, margin: 10, hideOverlap: false, interval: 0, width: room,
          ...labelsIn(height / Math.max(1, this.rows.length)),
        },
      },
      series: [this.#bars(), this.#intervals(), this.#marks()].filter(Boolean),
    };
  }

  #bars() {
    return {
      type: 'bar', name: this.bar.label, barWidth: '56%', data: this.rows.map(({ figure }) => figure.mean),
      itemStyle: { color: this.bar.color }, emphasis: { disabled: true }, z: 2,
    };
  }

  #intervals() {
    if (!this.hasIntervals) return null;
    const style = { stroke: ink, lineWidth: 1.5 };
    const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
    return {
      type: 'custom', silent: true, z: 4, encode: { y: 0, x: [1, 2] },
      data: this.rows.flatMap(({ figure }, index) => (
        hasInterval(figure) ? [[index, figure.p05, figure.p95]] : [])),
      renderItem: (_, api) => {
        const [low, y] = api.coord([api.value(1), api.value(0)]);
        const [high] = api.coord([api.value(2), api.value(0)]);
        return { type: 'group', children: [line(low, y, high, y), line(low, y - 5, low, y + 5),
          line(high, y - 5, high, y + 5)] };
      },
    };
  }

  #marks() {
    if (!this.mark) return null;
    return {
      type: 'scatter', name: this.mark.label, symbol: 'diamond', symbolSize: 13, z: 5,
      data: this.rows.flatMap((row, index) => (
        meanOf(row.mark) === null ? [] : [[row.mark.mean, index]])),
      itemStyle: { color: paper, borderColor: ink, borderWidth: 2 },
    };
  }

  #tip(index) {
    const { unit, wording } = this;
    const row = this.rows[index];
    if (!row) return null;
    const rows = [{
      layer: this.bar, label: this.bar.label, value: wording.figureWithUnit(row.figure.mean, unit),
      band: wording.band(row.figure, unit),
    }];
    if (this.mark && meanOf(row.mark) !== null) {
      rows.push({
        layer: this.mark, label: this.mark.label,
        value: wording.figureWithUnit(row.mark.mean, unit), band: wording.band(row.mark, unit),
      });
    }
    return { heading: row.label, rows };
  }

  get table() {
    const { unit, wording } = this;
    const columns = [{ label: this.head, unit: 'text' }, { label: this.bar.label, unit }];
    if (this.hasIntervals) {
      columns.push({ label: wording.text('table.p05'), unit }, { label: wording.text('table.p95'), unit });
    }
    if (this.mark) columns.push({ label: this.mark.label, unit });
    const rows = this.rows.map(({ label, figure, mark }) => [
      label, figure.mean, ...(this.hasIntervals ? [figure.p05, figure.p95] : []),
      ...(this.mark ? [meanOf(mark)] : []),
    ]);
    return { columns, rows, printed: rows.length <= 40 };
  }

  get summary() {
    const { unit, wording } = this;
    return this.rows.map(({ label, figure, mark }) => {
      const compared = this.mark && meanOf(mark) !== null
        ? `, ${this.mark.label} ${wording.figure(mark.mean, unit)}` : '';
      return `${label}: ${wording.figureWithUnit(figure.mean, unit)}${compared}.`;
    }).join(' ');
  }
}
