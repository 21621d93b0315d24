// A drawing over time, from layers:
//   {kind: 'line', label, color, dash, step, band, points: [{time, figure}]}
//   {kind: 'area', label, color, pattern, step, points}    stacked in the order given
//   {kind: 'observed', label, points: [{time, value}]}     figures from reality
// `band` is 'drawn', 'told' (in tooltip and table only) or missing. One description gives the option for ECharts, the legend, the tooltip, the table and the summary.
import { dateOf } from '../data/results.js';
import { frame, scaleFor, timeAxis, valueAxis } from './frame.js';
import { decals, ink, paper } from './palette.js';

const height = 340;

const knowsBand = (layer) => layer.band && layer.points.some(({ figure }) => figure.p05 !== null);

const drawsBand = (layer) => layer.band === 'drawn' && knowsBand(layer);

const quiet = { symbol: 'none', silent: true, emphasis: { disabled: true } };

const valuesOf = (layer, pick) => layer.points.map(({ time, figure }) => [time, pick(figure)]);

/** Lower edge, invisible, and the height of the band stacked on it. */
function bandSeries(layer, number) {
  const common = {
    ...quiet, type: 'line', stack: `band ${number}`, stackStrategy: 'all', step: layer.step,
    lineStyle: { width: 0 }, z: 1,
  };
  const span = ({ p05, p95 }) => (p05 === null ? null : p95 - p05);
  return [
    { ...common, data: valuesOf(layer, ({ p05 }) => p05) },
    { ...common, data: valuesOf(layer, span), areaStyle: { color: layer.color, opacity: 0.22 } },
  ];
}

function lineSeries(layer) {
  return {
    type: 'line',
    name: layer.label,
    data: valuesOf(layer, ({ mean }) => mean),
    step: layer.step,
    showSymbol: layer.points.length < 3,
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { color: layer.color, width: layer.width ?? 2.5, type: layer.dash ?? 'solid' },
    itemStyle: { color: layer.color },
    emphasis: { disabled: true },
    z: 3,
  };
}

function areaSeries(layer) {
  return {
    ...quiet,
    type: 'line',
    name: layer.label,
    stack: 'areas',
    data: valuesOf(layer, ({ mean }) => mean),
    lineStyle: { color: paper, width: 1 },
    step: layer.step,
    itemStyle: { color: layer.color, decal: decals[layer.pattern] ?? undefined },
    areaStyle: { color: layer.color, opacity: 1 },
    z: 2,
  };
}

function observedSeries(layer) {
  return {
    type: 'scatter',
    name: layer.label,
    data: layer.points.map(({ time, value }) => [time, value]),
    symbol: 'diamond',
    symbolSize: 13,
    itemStyle: { color: paper, borderColor: ink, borderWidth: 2 },
    z: 5,
  };
}

const seriesOf = {
  line: (layer, number) => [...(drawsBand(layer) ? bandSeries(layer, number) : []), lineSeries(layer)],
  area: (layer) => [areaSeries(layer)],
  observed: (layer) => [observedSeries(layer)],
};

const largestOf = (layers, unit) => Math.max(unit === 'share' ? 0 : 1, ...layers.flatMap((layer) => layer.points
  .map((point) => point.value ?? point.figure?.p95 ?? point.figure?.mean ?? 0)));

export class TimeChart {
  /**
   * span: {start, end} in time; layers without any point are left out. moment: 'month' where points
   * are about whole months; highest: the end of the axis of values, if not by itself.
   */
  constructor(wording, { unit, span, layers, moment = 'date', highest = null }) {
    this.wording = wording;
    this.unit = unit;
    this.span = span;
    this.layers = layers.filter((layer) => layer.points.length > 0);
    this.scale = scaleFor(unit, largestOf(this.layers, unit));
    this.moment = moment;
    this.highest = highest;
    this.height = height;
  }

  get unitText() { return this.wording.unit(this.scale.unit); }

  get legend() {
    const { wording } = this;
    const bands = this.layers.filter((layer) => layer.kind === 'line' && drawsBand(layer));
    const bandLabel = (layer) => (bands.length === 1
      ? wording.text('legend.band') : wording.text('legend.band_of', { what: layer.label }));
    return [
      ...this.layers,
      ...bands.map((layer) => ({ kind: 'band', color: layer.color, label: bandLabel(layer) })),
    ];
  }

  option({ width }) {
    return {
      ...frame({ type: 'line', lineStyle: { color: ink, width: 1, type: 'solid' } },
        (point) => this.#tip(point.axisValue ?? point.value[0])),
      xAxis: timeAxis(this.wording, width, this.#shownSpan()),
      yAxis: valueAxis(this.wording, this.scale, this.highest ? { max: this.highest } : {}),
      series: this.layers.flatMap((layer, number) => seriesOf[layer.kind](layer, number)),
    };
  }

  /** Observed figures may be older than the simulation. */
  #shownSpan() {
    const times = this.#times();
    return {
      min: Math.min(this.span.start, times[0]), max: Math.max(this.span.end, times.at(-1)),
    };
  }

  #say(time) { return this.wording[this.moment](dateOf(time)); }

  #tip(time) {
    const { unit, wording } = this;
    const rows = this.layers.flatMap((layer) => {
      const point = layer.points.find((one) => one.time === time);
      if (!point) return [];
      const value = wording.figureWithUnit(point.value ?? point.figure.mean, unit);
      const band = layer.band ? wording.band(point.figure, unit) : '';
      return [{ layer, label: layer.label, value, band }];
    });
    return { heading: this.#say(time), rows };
  }

  /** {columns: [{label, unit}], rows}: the first column is the date. */
  get table() {
    const { unit, wording } = this;
    const columns = [{ label: wording.text(`table.${this.moment}`), unit: this.moment }];
    const cells = [];
    for (const layer of this.layers) {
      const at = new Map(layer.points.map((point) => [point.time, point]));
      const column = (label, pick) => {
        columns.push({ label, unit });
        cells.push((time) => (at.has(time) ? pick(at.get(time)) : null));
      };
      const mean = wording.text('table.mean');
      column(knowsBand(layer) ? `${layer.label}, ${mean}` : layer.label,
        (point) => point.value ?? point.figure?.mean ?? null);
      if (!knowsBand(layer)) continue;
      for (const percentile of ['p05', 'p50', 'p95']) {
        column(wording.text(`table.${percentile}`), ({ figure }) => figure[percentile]);
      }
    }
    const rows = this.#times().map((time) => [dateOf(time), ...cells.map((cell) => cell(time))]);
    return { columns, rows };
  }

  #times() {
    const times = this.layers.flatMap((layer) => layer.points.map((point) => point.time));
    return [...new Set(times)].sort((a, b) => a - b);
  }

  /** One sentence for those who hear the page: where each line begins, ends, peaks. */
  get summary() {
    const { unit, wording } = this;
    return this.layers.filter((layer) => layer.kind !== 'observed').map((layer) => {
      const known = layer.points.filter(({ figure }) => figure.mean !== null);
      if (known.length === 0) return wording.text('summary.nothing', { what: layer.label });
      const highest = known.reduce((a, b) => (b.figure.mean > a.figure.mean ? b : a));
      const say = (point) => wording.figureWithUnit(point.figure.mean, unit);
      return wording.text('summary.line', {
        what: layer.label,
        first: say(known[0]),
        from: this.#say(known[0].time),
        last: say(known.at(-1)),
        until: this.#say(known.at(-1).time),
        highest: say(highest),
        when: wording.month(dateOf(highest.time)),
      });
    }).join(' ');
  }
}
