// How long those wait who join a list, by the month in which they join.
import { fillOf, grey } from '../charts/palette.js';
import { TimeChart } from '../charts/time_chart.js';
import { terms } from '../data/cohort_years.js';
import { timeOf } from '../data/results.js';
import { figure } from '../figure/figure.js';

const only = (mean) => ({ mean, p05: null, p50: null, p95: null });

/** Shares that started within each term but not within the one before; null where not known. */
function startedIn(context, list) {
  const { results } = context;
  const months = results.cohorts.filter(
    (cohort) => (results.cohortFigure(cohort, list, `started_within_${terms[0]}`).mean ?? null) !== null);
  const within = (cohort, term) => results.cohortFigure(cohort, list, `started_within_${term}`).mean;
  return months.map((month) => {
    const known = terms.map((term) => within(month, term));
    const steps = known.map((share, index) => (
      share === null ? null : Math.max(0, share - (known[index - 1] ?? 0))));
    const most = Math.max(...known.map((share) => share ?? 0));
    return { time: timeOf(`${month}-01`), steps, rest: 1 - most };
  });
}

export function joiners(context, list) {
  const { names, results, wording } = context;
  const months = startedIn(context, list);
  if (months.length < 2) return null;
  const layer = (label, fill, pick) => ({
    kind: 'area', label, ...fill, points: months.map((month) => ({ time: month.time, figure: only(pick(month)) })),
  });
  const labels = terms.map((term, index) => wording.text(
    index === 0 ? 'joiners.first' : 'joiners.between', { from: terms[index - 1], days: term }));
  return figure({
    id: context.id('joiners', list),
    title: wording.text('joiners.of', { list: names.list(list) }),
    meaning: wording.text('joiners.means'),
    caution: wording.text('joiners.caution'),
    chart: new TimeChart(wording, {
      unit: 'share', span: results.span, moment: 'month', highest: 1,
      layers: [
        ...terms.map((_, index) => layer(labels[index], fillOf(index), ({ steps }) => steps[index])),
        layer(wording.text('joiners.not'), { color: grey, pattern: 'none' }, ({ rest }) => rest),
      ],
    }),
  }, context);
}
