// The route over activation into the social economy, and who falls back from it.
import { blue, green, vermillion } from '../charts/palette.js';
import { RankChart } from '../charts/rank_chart.js';
import { figure } from '../figure/figure.js';
import { yearChoice } from './moves.js';

const colors = { sec_fallback: vermillion, sec_begun: green, at_work: blue };

const tableOf = (context) => context.results.table('fallback');

const isKnown = (table) => (row) => table.figure(row).mean !== null;

/** Measures of which nobody was advised so in a year have no share. */
function chartOf(context, year, statistic) {
  const { names, wording } = context;
  const table = tableOf(context);
  const rows = table.rowsWhere({ year, statistic }).filter(isKnown(table)).map((row) => (
    { label: names.measureOrAll(table.value('measure', row)), figure: table.figure(row) }))
    .sort((a, b) => b.figure.mean - a.figure.mean);
  return new RankChart(wording, {
    unit: 'share', head: wording.text('choice.measure'), rows,
    bar: { label: wording.text(`fallback.${statistic}`), color: colors[statistic], pattern: 'none' },
  });
}

export function fallback(context) {
  const { wording } = context;
  const table = tableOf(context);
  const known = (statistic) => table.rowsWhere({ statistic }).filter(isKnown(table));
  const found = Object.keys(colors).filter((statistic) => known(statistic).length > 0);
  if (found.length === 0) return null;
  const years = [...new Set(known(found[0]).map((row) => table.value('year', row)))];
  return figure({
    id: context.id('fallback'),
    title: wording.text('fallback.title'),
    meaning: wording.text('fallback.means'),
    caution: wording.text('fallback.caution'),
    choices: [yearChoice(context, years), {
      label: wording.text('choice.show'),
      options: found.map((value) => ({ label: wording.text(`fallback.${value}`), value })),
    }],
    chartOf: (year, statistic) => chartOf(context, year, statistic),
  }, context);
}
