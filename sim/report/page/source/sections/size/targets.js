// How the targets do in each year, with the present path and with the one found.
import { IntervalChart } from '../../charts/interval_chart.js';
import { blue, vermillion } from '../../charts/palette.js';
import { figure } from '../../figure/figure.js';

const looks = {
  now: { color: vermillion, symbol: 'diamond', hollow: true },
  found: { color: blue, symbol: 'circle' },
  unlimited: { color: blue, symbol: 'circle' },
};

const seriesOf = (context, cellsOf) => context.results.paths.map((path) => ({
  label: context.wording.text(`size_targets.${path.key}`), ...looks[path.key], cells: cellsOf(path),
}));

const probabilityCell = ({ share, interval: [low, high] }) => ({ value: share, low, high });

function columnsOf(wording, unit, first) {
  return [
    { label: first, unit, of: ({ value }) => value },
    { label: wording.text('interval.low'), unit, of: ({ low }) => low },
    { label: wording.text('interval.high'), unit, of: ({ high }) => high },
  ];
}

function targetFigure(context, number) {
  const { results, wording } = context;
  const { text, unit } = results.request.targets[number];
  const [now] = results.paths.map((path) => results.targetOn(path, number));
  const cellOf = (one) => ({
    value: one.quantile, low: one.quantile_interval[0], high: one.quantile_interval[1],
    mean: one.mean, probability: one.probability.share,
  });
  return figure({
    id: context.id('target', String(number)),
    title: wording.text('size_targets.of', { target: text }),
    meaning: wording.text('size_targets.means', { probability: wording.share(results.request.probability) }),
    caution: wording.text('size_targets.caution'),
    chart: new IntervalChart(wording, {
      unit,
      rows: now.map(({ year, bound }) => ({ label: String(year), bound })),
      series: seriesOf(context, (path) => results.targetOn(path, number).map(cellOf)),
      columns: [...columnsOf(wording, unit, wording.text('size_targets.figure')),
        { label: wording.text('table.mean'), unit, of: ({ mean }) => mean },
        { label: wording.text('size_targets.probability'), unit: 'share', of: ({ probability }) => probability }],
      rowHead: wording.text('table.year'),
      boundLabel: wording.text('size_targets.bound', { target: text }),
      intervalText: wording.text('size.interval'),
      value: ({ value }) => wording.figure(value, unit),
      fromZero: true,
      tipRows: ({ mean, probability }) => (mean === undefined ? [] : [
        [wording.text('table.mean'), wording.figure(mean, unit)],
        [wording.text('size_targets.probability'), wording.percent(probability)]]),
    }),
  }, context);
}

function probabilities(context) {
  const { results, wording } = context;
  const { probability } = results.request;
  const all = wording.text('size_targets.all_years');
  const cells = (path) => [...path.years.map((one) => probabilityCell(one.probability)), probabilityCell(path.all_years)];
  return figure({
    id: context.id('probabilities'),
    title: wording.text('size_targets.probabilities'),
    meaning: wording.text('size_targets.probabilities_means'),
    caution: wording.text('size_targets.probabilities_caution'),
    chart: new IntervalChart(wording, {
      unit: 'share',
      rows: [...results.years.map((label) => ({ label, bound: probability })), { label: all }],
      series: seriesOf(context, cells),
      columns: columnsOf(wording, 'share', wording.text('size_targets.probability')),
      rowHead: wording.text('table.year'),
      boundLabel: wording.text('size_targets.asked', { probability: wording.share(probability) }),
      intervalText: wording.text('size.interval'),
      value: ({ value }) => wording.percent(value),
      fromZero: true,
    }),
  }, context);
}

export const targets = {
  id: 'targets',
  texts: 'size_targets',
  build: (context) => [
    context.results.request.targets.map((_, number) => targetFigure(context, number)),
    probabilities(context),
  ],
};
