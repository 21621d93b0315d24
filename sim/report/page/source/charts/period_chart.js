// A drawing by year (or another period), from layers:
//   {kind: 'bar', label, color, pattern, figures, interval}  stacked in the order given
//   {kind: 'interval', label, figures}                       from the 5th to the 95th percentile
//   {kind: 'cap', label, figures}                            a line over the bars: what there is
//   {kind: 'observed', label, figures}                       figures from reality
// `figures` has one for each period; null where there is none.
import { categoryAxis, frame, scaleFor, valueAxis } from './frame.js';
import { decals, ink, paper } from './palette.js';

const height = 340;

const mean = (figure) => figure?.mean ?? null;

function barSeries(layer) {
  return {
    type: 'bar',
    name: layer.label,
    stack: 'bars',
    barCategoryGap: '38%',
    barMaxWidth: 72,
    data: layer.figures.map(mean),
    itemStyle: {
      color: layer.color, decal: decals[layer.pattern] ?? undefined, borderColor: paper,
      borderWidth: 0.5,
    },
    emphasis: { disabled: true },
    z: 2,
  };
}

const strokes = (style, ...lines) => ({
  type: 'group',
  children: lines.map(([x1, y1, x2, y2]) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style })),
});

/** From the 5th to the 95th percentile, with feet. */
function intervalSeries(layer) {
  const foot = 6;
  const data = layer.figures
    .map((figure, index) => [index, figure?.p05 ?? null, figure?.p95 ?? null])
    .filter(([, low, high]) => low !== null && high > low);
  return {
    type: 'custom',
    silent: true,
    data,
    encode: { x: 0, y: [1, 2] },
    z: 4,
    renderItem: (_, api) => {
      const [x, low] = api.coord([api.value(0), api.value(1)]);
      const [, high] = api.coord([api.value(0), api.value(2)]);
      return strokes({ stroke: ink, lineWidth: 1.5 },
        [x, low, x, high], [x - foot, low, x + foot, low], [x - foot, high, x + foot, high]);
    },
  };
}

/** A line as wide as each period, with steps between them. */
function capSeries(layer) {
  const data = layer.figures.map((figure, index) => [index, mean(figure)]);
  return {
    type: 'custom',
    name: layer.label,
    silent: true,
    data: data.filter(([, value]) => value !== null),
    encode: { x: 0, y: 1 },
    z: 5,
    renderItem: (_, api) => {
      const index = api.value(0);
      const half = api.size([1, 0])[0] / 2;
      const [x, y] = api.coord([index, api.value(1)]);
      const before = data[index - 1]?.[1] ?? null;
      const step = before === null ? [] : [[x - half, api.coord([index, before])[1], x - half, y]];
      return strokes({ stroke: ink, lineWidth: 3 }, [x - half, y, x + half, y], ...step);
    },
  };
}

function observedSeries(layer) {
  return {
    type: 'scatter',
    name: layer.label,
    data: layer.figures.map(mean),
    symbol: 'diamond',
    symbolSize: 13,
    itemStyle: { color: paper, borderColor: ink, borderWidth: 2 },
    z: 6,
  };
}

const hasInterval = (layer) => (layer.interval || layer.kind === 'interval') && layer.figures.some(
  (figure) => figure && figure.p05 !== null && figure.p95 > figure.p05);

const seriesOf = {
  bar: (layer) => [barSeries(layer), ...(hasInterval(layer) ? [intervalSeries(layer)] : [])],
  interval: (layer) => [intervalSeries(layer)],
  cap: (layer) => [capSeries(layer)],
  observed: (layer) => [observedSeries(layer)],
};

const isEmpty = (layer) => layer.figures.every((figure) => mean(figure) === null);

const isAllNought = (layer) => layer.figures.every((figure) => !mean(figure));

/** A bar that is nought everywhere says nothing, but for the first one. */
const saysNothing = (layer, index) => isEmpty(layer) ||
  (index > 0 && layer.kind === 'bar' && isAllNought(layer));

export class PeriodChart {
  /**
   * extra: [{label, unit, figures, evenIfNought}], columns only for the table; those that are
   * nought everywhere are left out unless they ask not to be. head: what periods are, if not years.
   */
  constructor(wording, { unit, periods, layers, extra = [], highest = null, head = null }) {
    this.wording = wording;
    this.unit = unit;
    this.periods = periods;
    this.layers = layers.filter((layer, index) => !saysNothing(layer, index));
    this.extra = extra.filter((column) => !isEmpty(column) && (column.evenIfNought || !isAllNought(column)));
    this.highest = highest;
    this.head = head;
    this.scale = scaleFor(unit, this.#largest());
    this.height = height;
  }

  #largest() {
    const figures = this.layers.flatMap((layer) => layer.figures);
    return Math.max(0, ...figures.map((figure) => figure?.p95 ?? mean(figure) ?? 0));
  }

  get unitText() { return this.wording.unit(this.scale.unit); }

  get legend() {
    const shown = this.layers.filter(({ kind }) => kind !== 'interval');
    const interval = { kind: 'interval', label: this.wording.text('legend.interval') };
    return this.layers.some(hasInterval) ? [...shown, interval] : shown;
  }

  option() {
    const shadow = { type: 'shadow', shadowStyle: { color: 'rgba(23, 33, 43, 0.06)' } };
    return {
      ...frame(shadow, (point) => this.#tip(point.dataIndex)),
      xAxis: categoryAxis(this.periods.map((period) => this.wording.period(period))),
      yAxis: valueAxis(this.wording, this.scale, this.highest ? { max: this.highest } : {}),
      series: this.layers.flatMap((layer) => seriesOf[layer.kind](layer)),
    };
  }

  #tip(index) {
    const { unit, wording } = this;
    const rows = this.layers.flatMap((layer) => {
      const figure = layer.figures[index];
      if (mean(figure) === null) return [];
      const value = wording.figureWithUnit(figure.mean, unit);
      const band = hasInterval(layer) ? wording.band(figure, unit) : '';
      const sign = layer.kind === 'interval' && !band ? null : layer;
      return [{ layer: sign, label: layer.label, value, band }];
    });
    return { heading: wording.period(this.periods[index]), rows };
  }

  get table() {
    const { unit, wording } = this;
    const years = this.periods.every((period) => /^\d+$/.test(period));
    const head = this.head ?? wording.text(years ? 'table.year' : 'table.period');
    const columns = [{ label: head, unit: 'period' }];
    const cells = [];
    for (const layer of [...this.layers, ...this.extra]) {
      const column = (label, pick) => {
        columns.push({ label, unit: layer.unit ?? unit });
        cells.push((index) => pick(layer.figures[index] ?? null));
      };
      column(layer.label, mean);
      if (!hasInterval(layer)) continue;
      column(wording.text('table.p05'), (figure) => figure?.p05 ?? null);
      column(wording.text('table.p95'), (figure) => figure?.p95 ?? null);
    }
    const rows = this.periods.map((period, index) => [period, ...cells.map((cell) => cell(index))]);
    return { columns, rows, printed: rows.length <= 24 };
  }

  get summary() {
    const { unit, wording } = this;
    return this.periods.map((period, index) => {
      const said = this.layers.filter((layer) => mean(layer.figures[index]) !== null)
        .map((layer) => `${layer.label} ${wording.figure(layer.figures[index].mean, unit)}`);
      return `${wording.period(period)}: ${said.join(', ')}.`;
    }).join(' ');
  }
}
