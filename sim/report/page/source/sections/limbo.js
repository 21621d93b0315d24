// How long people who are not referable to work have nothing.
import { green, orange } from '../charts/palette.js';
import { PeriodChart } from '../charts/period_chart.js';
import { figure } from '../figure/figure.js';

const months = ['6', '12', '24'];

/** What can be shown: who has nothing yet, and who is secured. */
const statistics = [
  ...months.map((count) => ({ id: `in_limbo_after_${count}`, key: 'limbo.still', count, color: orange })),
  ...months.map((count) => ({ id: `secured_within_${count}`, key: 'limbo.secured', count, color: green })),
];

const tableOf = (context) => context.results.table('limbo');

/** Years of advice; those who were there at the start stand by themselves. */
const isYear = (cohort) => /^\d+$/.test(cohort);

function chartOf(context, { color, count, id, key }) {
  const { wording } = context;
  const table = tableOf(context);
  const cohorts = table.values('cohort').filter(isYear).sort()
    .filter((cohort) => table.figureWhere({ cohort, statistic: id }).mean !== null);
  const figures = (statistic) => cohorts.map((cohort) => table.figureWhere({ cohort, statistic }));
  return new PeriodChart(wording, {
    unit: 'share', highest: 1, periods: cohorts,
    layers: [{ kind: 'bar', label: wording.text(key, { months: count }), color, pattern: 'none', interval: true, figures: figures(id) }],
    extra: [{ label: wording.text('limbo.advised'), unit: 'people', figures: figures('advised') }],
  });
}

/** Of those who waited when the simulation began. */
function ofStart(context) {
  const { wording } = context;
  const share = tableOf(context).figureWhere({ cohort: 'at_start', statistic: 'in_limbo_after_12' }).mean;
  return share === null ? null : wording.text('limbo.at_start', { share: wording.percent(share) });
}

export function limbo(context) {
  const { wording } = context;
  const table = tableOf(context);
  const found = statistics.filter(({ id }) => table.values('cohort').filter(isYear)
    .some((cohort) => table.figureWhere({ cohort, statistic: id }).mean !== null));
  if (found.length === 0) return null;
  return figure({
    id: context.id('limbo'),
    title: wording.text('limbo.title'),
    meaning: wording.text('limbo.means'),
    note: ofStart(context),
    caution: wording.text('limbo.caution'),
    choices: [{
      label: wording.text('choice.show'),
      options: found.map((one, value) => ({ label: wording.text(one.key, { months: one.count }), value })),
    }],
    chartOf: (index) => chartOf(context, found[index]),
  }, context);
}
