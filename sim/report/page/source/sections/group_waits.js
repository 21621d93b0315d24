// How long those who start had waited, group by group.
import { blue } from '../charts/palette.js';
import { RankChart } from '../charts/rank_chart.js';
import { figure } from '../figure/figure.js';
import { measureChoice, yearChoice } from './moves.js';

const tableOf = (context) => context.results.table('starters');

const isKnown = (table) => (row) => table.figure(row).mean !== null;

/** "unemployed=over_2_years" and "priority_class=x" in words. */
function nameOf({ wording }, group) {
  const [by, value] = group.split(/=(.*)/s);
  if (by === 'unemployed') return wording.word(`jobseekers_${value}`);
  return wording.text('group_waits.priority', { value: value === 'other' ? wording.text('group_waits.none') : wording.word(value) });
}

function chartOf(context, measure, year) {
  const { wording } = context;
  const table = tableOf(context);
  const rows = table.rowsWhere({ measure, year }).filter(isKnown(table))
    .map((row) => ({ label: nameOf(context, table.value('group', row)), figure: table.figure(row) }));
  return new RankChart(wording, {
    unit: 'days', head: wording.text('choice.group'), rows,
    bar: { label: wording.text('group_waits.bar'), color: blue, pattern: 'none' },
  });
}

/** Nothing where nobody ever waited. */
export function groupWaits(context) {
  const { wording } = context;
  const table = tableOf(context);
  const known = (wanted) => table.rowsWhere(wanted).filter((row) => table.figure(row).mean > 0);
  const measures = table.values('measure').filter((measure) => known({ measure }).length > 0);
  if (measures.length === 0) return null;
  const years = [...new Set(measures.flatMap((measure) => known({ measure }).map((row) => table.value('year', row))))].sort();
  return figure({
    id: context.id('waits-by-group'),
    title: wording.text('group_waits.title'),
    meaning: wording.text('group_waits.means'),
    caution: wording.text('group_waits.caution'),
    choices: [measureChoice(context, measures), yearChoice(context, years)],
    chartOf: (measure, year) => chartOf(context, measure, year),
  }, context);
}
