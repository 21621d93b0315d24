// What a durable exit costs, measure by measure.
import { purple } from '../charts/palette.js';
import { RankChart } from '../charts/rank_chart.js';
import { figure } from '../figure/figure.js';
import { yearChoice } from './moves.js';

const statistics = ['per_durable_exit', 'per_durable_exit_without_dropouts',
  'with_benefits_per_durable_exit', 'with_benefits_per_durable_exit_without_dropouts'];

const isKnown = (table, row) => table.figure(row).mean !== null;

function chartOf(context, year, statistic) {
  const { names, results, wording } = context;
  const table = results.table('costs');
  const rows = table.rowsWhere({ year, statistic, version: 'main' }).filter((row) => isKnown(table, row))
    .map((row) => ({ label: names.measureOrAll(table.value('measure', row)), figure: table.figure(row) }))
    .sort((a, b) => b.figure.mean - a.figure.mean);
  return new RankChart(wording, {
    unit: 'euro', head: wording.text('choice.measure'), rows,
    bar: { label: wording.text(`costs.${statistic}`), color: purple, pattern: 'none' },
  });
}

/** Nothing in a run without such a table, or too short to know of durable jobs. */
export function costs(context) {
  const { results, wording } = context;
  const table = results.table('costs');
  const known = (statistic) => table.rowsWhere({ statistic, version: 'main' })
    .filter((row) => isKnown(table, row));
  const options = statistics.filter((statistic) => known(statistic).length > 0);
  if (options.length === 0) return null;
  const years = [...new Set(known(options[0]).map((row) => table.value('year', row)))];
  return figure({
    id: context.id('per-durable-exit'),
    title: wording.text('costs.title'),
    meaning: wording.text('costs.means'),
    caution: wording.text('costs.caution'),
    choices: [yearChoice(context, years), {
      label: wording.text('choice.show'),
      options: options.map((value) => ({ label: wording.text(`costs.${value}`), value })),
    }],
    chartOf: (year, statistic) => chartOf(context, year, statistic),
  }, context);
}
