// After a job: how many are jobseekers, with the OCMW or in a measure again, by time since.
import { CurveChart } from '../charts/curve_chart.js';
import { fillOf } from '../charts/palette.js';
import { figure } from '../figure/figure.js';

/** The others say how the comparison was made, not what became of people. */
const states = ['jobseeker_or_ocmw', 'in_activation', 'out'];
const dashes = ['solid', 'dashed', 'dotted'];

const tableOf = (context) => context.results.table('reentry');

const breakdownOf = (table) => (table.values('breakdown').length > 0 ? { breakdown: 'all' } : {});

function chartOf(context, origin) {
  const { wording } = context;
  const table = tableOf(context);
  const wanted = { origin, unit: 'share', ...breakdownOf(table) };
  const lines = states.filter((state) => table.rowsWhere({ ...wanted, state }).length > 0).map((state, index) => ({
    label: wording.word(`reentry_${state}`), color: fillOf(index).color, dash: dashes[index % 3],
    points: table.rowsWhere({ ...wanted, state }).map((row) => (
      { days: Number(table.value('after', row)), figure: table.figure(row) }))
      .sort((a, b) => a.days - b.days),
  }));
  return new CurveChart(wording, {
    unit: 'share', lines, axisText: wording.text('reentry.axis'), head: wording.text('reentry.axis'),
  });
}

export function reentry(context) {
  const { names, results, wording } = context;
  const table = tableOf(context);
  const origins = table.valuesWhere('origin', { unit: 'share', ...breakdownOf(table) });
  if (origins.length === 0) return null;
  const label = (origin) => (results.data.names.measures[origin]
    ? names.measure(origin) : wording.word(`origin_${origin}`));
  return figure({
    id: context.id('reentry'),
    title: wording.text('reentry.title'),
    meaning: wording.text('reentry.means'),
    caution: wording.text('reentry.caution'),
    choices: [{
      label: wording.text('reentry.origin'),
      options: origins.map((origin) => ({ label: label(origin), value: origin })),
    }],
    chartOf: (origin) => chartOf(context, origin),
  }, context);
}
