// From the first advice to the first durable job.
import { green } from '../charts/palette.js';
import { RankChart } from '../charts/rank_chart.js';
import { figure } from '../figure/figure.js';

const usual = { cohort: 'all', version: 'main', breakdown: 'all' };

/** "within_12" and the like, as the table has them. */
const terms = (table) => table.values('statistic').filter((statistic) => /^within_\d+$/.test(statistic));

function rowsOf(context, statistic) {
  const { names, results, wording } = context;
  const table = results.table('durable');
  const name = (measure) => (measure === 'none' ? wording.text('durable.none') : names.measureOrAll(measure));
  return table.rowsWhere({ ...usual, statistic }).map((row) => (
    { label: name(table.value('measure', row)), figure: table.figure(row) }))
    .filter(({ figure: f }) => f.mean !== null).sort((a, b) => b.figure.mean - a.figure.mean);
}

export function durable(context) {
  const { results, wording } = context;
  const found = terms(results.table('durable')).filter((term) => rowsOf(context, term).length > 0);
  if (found.length === 0) return null;
  const label = (term) => wording.text('durable.within', { months: term.slice('within_'.length) });
  return figure({
    id: context.id('durable'),
    title: wording.text('durable.title'),
    meaning: wording.text('durable.means'),
    caution: wording.text('durable.caution'),
    choices: [{
      label: wording.text('choice.show'),
      options: found.map((value) => ({ label: label(value), value })),
    }],
    chartOf: (term) => new RankChart(wording, {
      unit: 'share', head: wording.text('durable.first'), rows: rowsOf(context, term),
      bar: { label: label(term), color: green, pattern: 'none' },
    }),
  }, context);
}
