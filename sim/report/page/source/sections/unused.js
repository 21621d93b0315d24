// Starts and money that are left while people wait: what the capacity table says of contingents and
// budgets, year by year.
import { orange, sky } from '../charts/palette.js';
import { PeriodChart } from '../charts/period_chart.js';
import { figure } from '../figure/figure.js';
import { waitingFor } from './idle.js';

const tableOf = (context) => context.results.table('capacity');

/** What is left without anybody waiting. A difference of sums has no percentiles. */
function restOf(unused, idle) {
  if (unused.mean === null || idle.mean === null) return null;
  return { mean: Math.max(0, unused.mean - idle.mean), p05: null, p50: null, p95: null };
}

/** Who waits on the last recorded day of each year for a measure that needs the resource. */
function waitingAtEnd(results, resource, years) {
  const people = waitingFor(results, resource);
  return years.map((year) => people.findLast(
    ({ time }) => new Date(time).getUTCFullYear() === Number(year))?.figure ?? null);
}

const largestOf = (figures) => Math.max(0, ...figures.map((one) => one?.mean ?? 0));

/** Next to a multitude nothing else can be seen; the table says it then. */
const isDrawable = (people, left) => largestOf(people) <= 12 * largestOf(left);

/** Nothing where nothing is ever left while somebody waits. */
export function unused(context, resource, unit) {
  const { names, results, wording } = context;
  const table = tableOf(context);
  const years = table.valuesWhere('year', { resource, statistic: 'idle' }).sort();
  const of = (statistic) => years.map((year) => table.figureWhere({ year, resource, statistic }));
  const idle = of('idle');
  const somewhere = (figures) => figures.some(({ mean }) => mean > 0);
  if (!somewhere(idle) && !somewhere(of('not_released')) && !somewhere(of('mismatch'))) return null;
  const left = of('unused');
  const people = waitingAtEnd(results, resource, years);
  const isDrawn = unit === 'starts' && isDrawable(people, left);
  const who = { label: wording.text('unused.people'), figures: people };
  const extra = (statistic, of_unit) => ({ label: wording.text(`unused.${statistic}`), unit: of_unit, figures: of(statistic) });
  return figure({
    id: context.id('unused', resource),
    title: wording.text('unused.of', { resource: names.resource(resource) }),
    meaning: wording.text('unused.means'),
    caution: wording.text('unused.caution'),
    chart: new PeriodChart(wording, {
      unit, periods: years,
      layers: [
        { kind: 'bar', label: wording.text('unused.idle'), color: orange, pattern: 'diagonal', interval: true, figures: idle },
        { kind: 'bar', label: wording.text('unused.rest'), color: sky, pattern: 'none', figures: left.map((one, index) => restOf(one, idle[index])) },
        ...(isDrawn ? [{ kind: 'observed', ...who }] : []),
      ],
      extra: [extra('not_released', unit), extra('mismatch', unit), extra('idle_share', 'share'), extra('days_waited_for', 'share'),
        ...(isDrawn ? [] : [{ ...who, unit: 'people' }])],
    }),
  }, context);
}
