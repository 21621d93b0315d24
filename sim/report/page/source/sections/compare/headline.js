// The headline figures that differ: the largest ones side by side, and any of them by measure.
import { IntervalChart } from '../../charts/interval_chart.js';
import { isTold, relativeCellOf } from '../../data/compare_results.js';
import { figure } from '../../figure/figure.js';
import { note } from '../blocks.js';
import { columnsOf, differenceFigure, intervalText, largestFirst, lines, tipOf } from './parts.js';

const indicators = ['waiting', 'starts', 'wait_of_starters_p50', 'wait_of_starters_p90', 'joins',
  'in_trajectory', 'completions', 'dropouts', 'started_within_90', 'started_within_365',
  'waiting_after_90', 'waiting_after_365'];

/** Shares are compared in points, not in shares of a share; and what is nearly nothing jumps. */
function isComparable({ base }, unit) {
  return unit !== 'share' && Math.abs(base ?? 0) >= 1;
}

/** [{label, unit, figures}] of a year, those that differ most as a share of the base first. */
function largest(context, year) {
  const { results, names, wording } = context;
  const table = results.tables.headline;
  const keys = new Map();
  for (const row of table.rowsWhere({ year })) {
    const [indicator, subject, unit] = ['indicator', 'subject', 'unit'].map((name) => table.value(name, row));
    keys.set(`${indicator}\n${subject}`, { indicator, subject, unit });
  }
  const rows = [...keys.values()].map(({ indicator, subject, unit }) => {
    const figures = results.differences('headline', { year, indicator, subject });
    const cells = figures.map((one) => (isComparable(one, unit) ? relativeCellOf(one) : { ...one, value: null }));
    const size = Math.max(0, ...cells.filter(isTold).map(({ value }) => Math.abs(value ?? 0)));
    const what = wording.text(`compare_indicator.${indicator}`);
    const label = subject === 'all' ? what : `${names.anything(subject)}: ${what}`;
    return { label, unit, cells, size };
  });
  const most = 16;
  return rows.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size).slice(0, most);
}

/** Rows of several units: the table says each figure in its own. */
function largestChart(context, year) {
  const { wording } = context;
  const rows = largest(context, year);
  const percent = (value) => `${value > 0 ? '+' : ''}${wording.percent(value, 1)}`;
  const columns = columnsOf(wording, 'number');
  const unitColumn = { label: wording.text('interval.unit'), unit: 'text', of: (_, row) => wording.unit(rows[row].unit) };
  return new IntervalChart(wording, {
    unit: 'share',
    rows: rows.map(({ label }) => ({ label })),
    series: lines(context).map((line, index) => ({
      ...line, cells: rows.map(({ cells, unit }) => ({ ...cells[index], unit })),
    })),
    columns: [...columns, unitColumn],
    rowHead: wording.text('compare_headline.figure'),
    unitText: wording.text('compare_headline.of_base'),
    intervalText: intervalText(context),
    value: ({ value }) => percent(value),
    tipRows: (cell) => tipOf(wording, cell.unit)(cell),
  });
}

function largestFigure(context) {
  const { results, wording } = context;
  const years = [...results.years].reverse();
  return figure({
    id: context.id('largest'),
    title: wording.text('compare_headline.largest'),
    meaning: wording.text('compare_headline.largest_means'),
    caution: wording.text('compare_headline.largest_caution'),
    choices: [{
      label: wording.text('compare_headline.year'), options: years,
      first: years.findIndex((year) => largest(context, year).length > 0),
    }],
    chartOf: (year) => largestChart(context, years[year]),
  }, context);
}

function byMeasure(context) {
  const { results, names, wording } = context;
  const table = results.tables.headline;
  const differs = (wanted) => table.rowsWhere(wanted).some((row) => !['same', ''].includes(table.value('verdict', row)));
  const present = indicators.filter((indicator) => differs({ indicator }));
  if (present.length === 0) return null;
  const years = [...results.years].reverse();
  const first = Math.max(0, present.indexOf('starts'));
  return differenceFigure(context, {
    id: context.id('headline-by-measure'),
    title: wording.text('compare_headline.by_measure'),
    meaning: wording.text('compare_headline.by_measure_means'),
    caution: wording.text('compare_headline.caution'),
    choices: [
      { label: wording.text('figure.show'), options: present.map((id) => wording.text(`compare_indicator.${id}`)), first },
      {
        label: wording.text('compare_headline.year'), options: years,
        first: years.findIndex((year) => differs({ indicator: present[first], year })),
      },
    ],
    rowsOf: ([what, year]) => {
      const wanted = { indicator: present[what], year: years[year] };
      const [row] = table.rowsWhere({ indicator: present[what] });
      const rows = table.valuesWhere('subject', wanted).map((subject) => ({
        label: names.anything(subject), figures: results.differences('headline', { ...wanted, subject }),
      }));
      return {
        rows: largestFirst(rows.filter(({ figures }) => figures.some(({ verdict }) => verdict && verdict !== 'same'))),
        unit: table.value('unit', row),
        rowHead: wording.text('compare_headline.measure'),
      };
    },
  });
}

export const headline = {
  id: 'headline',
  texts: 'compare_headline',
  build(context) {
    const { results, wording } = context;
    if (!results.years.some((year) => largest(context, year).length > 0)) {
      const once = results.data.run.replications === 1;
      return [note(wording.text(once ? 'compare_headline.once' : 'compare_headline.nothing')), byMeasure(context)];
    }
    return [largestFigure(context), byMeasure(context)];
  },
};
