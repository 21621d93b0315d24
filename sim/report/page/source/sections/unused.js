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

/** What is left at the ends of periods, and what lies there on a mean day. */
function viewsOf(context, resource, unit, years) {
  const { results, wording } = context;
  const table = tableOf(context);
  const of = (statistic) => years.map((year) => table.figureWhere({ year, resource, statistic }));
  const [idle, left] = [of('idle'), of('unused')];
  const people = waitingAtEnd(results, resource, years);
  const who = { label: wording.text('unused.people'), figures: people };
  const isDrawn = unit === 'starts' && isDrawable(people, left);
  const bar = (key, color, pattern, figures, interval = false) => (
    { kind: 'bar', label: wording.text(`unused.${key}`), color, pattern, figures, interval });
  const extra = (statistic) => ({ label: wording.text(`unused.${statistic}`), unit: 'share', figures: of(statistic) });
  const atEnd = {
    key: 'unused.at_end', figures: idle,
    layers: [bar('idle', orange, 'diagonal', idle, true),
      bar('rest', sky, 'none', left.map((one, index) => restOf(one, idle[index]))),
      ...(isDrawn ? [{ kind: 'observed', ...who }] : [])],
    extra: [extra('idle_share'), extra('days_waited_for'), ...(isDrawn ? [] : [{ ...who, unit: 'people' }])],
  };
  const onADay = {
    key: 'unused.on_a_day', figures: [...of('not_released'), ...of('mismatch')],
    layers: [bar('not_released', sky, 'none', of('not_released')), bar('mismatch', orange, 'diagonal', of('mismatch'))],
    extra: [extra('days_waited_for'), { ...who, unit: 'people' }],
  };
  return [atEnd, onADay].filter(({ figures }) => figures.some((one) => one.mean > 0));
}

/** Nothing where nothing is ever left while somebody waits. */
export function unused(context, resource, unit) {
  const { names, wording } = context;
  const years = tableOf(context).valuesWhere('year', { resource, statistic: 'idle' }).sort();
  const views = viewsOf(context, resource, unit, years);
  if (views.length === 0) return null;
  return figure({
    id: context.id('unused', resource),
    title: wording.text('unused.of', { resource: names.resource(resource) }),
    meaning: wording.text('unused.means'),
    caution: wording.text('unused.caution'),
    choices: [{
      label: wording.text('choice.show'),
      options: views.map(({ key }, value) => ({ label: wording.text(key), value })),
    }],
    chartOf: (index) => new PeriodChart(wording, { unit, periods: years, layers: views[index].layers, extra: views[index].extra }),
  }, context);
}
