// Differences over time, each with the interval of its mean:
//   lines: [{label, points: [{time, figure: {base, alternative, difference, low, high}}]}]
import { dateOf } from '../data/results.js';
import { frame, timeAxis } from './frame.js';
import { ink } from './palette.js';
import { styleOf } from './series_styles.js';
import { signedAxis, signedScale, zeroLine } from './signed_axis.js';

const height = 300;

const quiet = { type: 'line', symbol: 'none', silent: true, emphasis: { disabled: true } };

const valuesOf = ({ points }, pick) => points.map(({ time, figure }) => [time, pick(figure)]);

/** Lower edge, invisible, and the height of the band stacked on it. */
function bandSeries(line, number) {
  const common = { ...quiet, stack: `band ${number}`, stackStrategy: 'all', lineStyle: { width: 0 }, z: 1 };
  const width = ({ low, high }) => (low === null ? null : high - low);
  return [
    { ...common, data: valuesOf(line, ({ low }) => low) },
    { ...common, data: valuesOf(line, width), areaStyle: { color: line.color, opacity: 0.2 } },
  ];
}

const lineSeries = (line) => ({
  type: 'line',
  name: line.label,
  data: valuesOf(line, ({ difference }) => difference),
  symbol: 'none',
  lineStyle: { color: line.color, width: 2.5, type: line.dash },
  itemStyle: { color: line.color },
  emphasis: { disabled: true },
  z: 4,
});

export class DifferenceChart {
  constructor(wording, { unit, span, lines, intervalText }) {
    this.wording = wording;
    this.unit = unit;
    this.span = span;
    this.intervalText = intervalText;
    this.lines = lines.map((line, index) => ({ kind: 'line', ...styleOf(index), ...line }));
    this.values = lines.flatMap(({ points }) => points.flatMap(
      ({ figure }) => [figure.difference, figure.low, figure.high]));
    this.scale = signedScale(unit, this.values);
    this.height = height;
  }

  get unitText() { return this.wording.text('interval.difference_in', { unit: this.wording.unit(this.scale.unit) }); }

  get legend() {
    const hasBand = this.values.some((value, index) => index % 3 > 0 && value !== null);
    return [...this.lines, ...(hasBand ? this.lines.slice(0, 1).map(({ color }) => ({
      kind: 'band', color, label: this.intervalText,
    })) : [])];
  }

  option({ width }) {
    const pointer = { type: 'line', lineStyle: { color: ink, width: 1, type: 'solid' } };
    return {
      ...frame(pointer, (point) => this.#tip(point.axisValue ?? point.value[0])),
      xAxis: {
        ...timeAxis(this.wording, width, { min: this.span.start, max: this.span.end }),
        axisLine: { onZero: false },
      },
      yAxis: signedAxis(this.wording, this.scale, this.values),
      series: [
        ...this.lines.flatMap((line, number) => [...bandSeries(line, number), lineSeries(line)]),
        zeroLine(false),
      ],
    };
  }

  #tip(time) {
    const { unit, wording } = this;
    const rows = this.lines.flatMap((line) => {
      const figure = line.points.find((point) => point.time === time)?.figure;
      if (!figure || figure.difference === null) return [];
      const say = (value) => wording.signed(value, unit);
      const band = figure.low === null ? '' : wording.text('interval.from_to', { low: say(figure.low), high: say(figure.high) });
      return [
        { layer: line, label: line.label, value: say(figure.difference), band },
        { layer: null, label: wording.text('interval.instead'), value: wording.text('interval.against', {
          alternative: wording.figure(figure.alternative, unit), base: wording.figure(figure.base, unit),
        }), band: '' },
      ];
    });
    return { heading: wording.date(dateOf(time)), rows };
  }

  get table() {
    const { unit, wording } = this;
    const several = this.lines.length > 1;
    const column = (key, more = {}) => ({ label: wording.text(`interval.${key}`), unit, ...more });
    const columns = [
      { label: wording.text('table.date'), unit: 'date' },
      ...(several ? [{ label: wording.text('interval.series'), unit: 'text' }] : []),
      column('base'), column('alternative'), column('difference'), column('low'), column('high'),
    ];
    const rows = this.lines.flatMap((line) => line.points.map(({ time, figure }) => [
      dateOf(time), ...(several ? [line.label] : []),
      figure.base, figure.alternative, figure.difference, figure.low, figure.high]));
    return { columns, rows };
  }

  get summary() {
    const { unit, wording } = this;
    return this.lines.map((line) => {
      const known = line.points.filter(({ figure }) => figure.difference !== null);
      if (known.length === 0) return wording.text('summary.nothing', { what: line.label });
      const most = known.reduce((a, b) => (
        Math.abs(b.figure.difference) > Math.abs(a.figure.difference) ? b : a));
      return wording.text('interval.summary', {
        what: line.label,
        most: wording.signed(most.figure.difference, unit),
        when: wording.month(dateOf(most.time)),
        last: wording.signed(known.at(-1).figure.difference, unit),
        until: wording.date(dateOf(known.at(-1).time)),
      });
    }).join(' ');
  }
}
