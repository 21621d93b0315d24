// Who goes round most: carousel rates by profile.
import { vermillion } from '../charts/palette.js';
import { RankChart } from '../charts/rank_chart.js';
import { figure } from '../figure/figure.js';
import { yearChoice } from './moves.js';

const wanted = { statistic: 'carousel_rate', version: 'main', measure: 'all' };

function rowsOf(context, year) {
  const { names, results } = context;
  const table = results.table('carousel');
  return table.rowsWhere({ ...wanted, year })
    .map((row) => ({ breakdown: table.value('breakdown', row) ?? 'all', figure: table.figure(row) }))
    .map(({ breakdown, figure: f }) => {
      const [attribute, value] = breakdown.split(/=(.*)/s);
      const label = breakdown === 'all' ? context.wording.text('choice.everyone')
        : `${names.attribute(attribute)}: ${names.value(value)}`;
      return { label, figure: f, isAll: breakdown === 'all' };
    });
}

function chartOf(context, year) {
  const { wording } = context;
  const rows = rowsOf(context, year);
  const all = rows.find(({ isAll }) => isAll)?.figure ?? null;
  return new RankChart(wording, {
    unit: 'share', head: wording.text('risk.profile'),
    rows: rows.filter(({ isAll }) => !isAll).map((row) => ({ ...row, mark: all })),
    bar: { label: wording.text('carousel.carousel_rate'), color: vermillion, pattern: 'none' },
    mark: { label: wording.text('choice.everyone') },
  });
}

export function risk(context) {
  const { results, wording } = context;
  const table = results.table('carousel');
  const years = table.valuesWhere('year', wanted)
    .filter((year) => rowsOf(context, year).some(({ isAll }) => !isAll));
  if (years.length === 0) return null;
  return figure({
    id: context.id('carousel-risk'),
    title: wording.text('risk.title'),
    meaning: wording.text('risk.means'),
    caution: wording.text('risk.caution'),
    choices: [yearChoice(context, years)],
    chartOf: (year) => chartOf(context, year),
  }, context);
}
