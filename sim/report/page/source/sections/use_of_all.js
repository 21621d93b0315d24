// All contingents, places and budgets side by side: how much of each is used.
import { blue } from '../charts/palette.js';
import { RankChart } from '../charts/rank_chart.js';
import { figure } from '../figure/figure.js';
import { yearChoice } from './moves.js';

const whole = { mean: 1, p05: null, p50: null, p95: null };

const over = (amount) => (used) => (used === null ? null : used / amount);

/** Of a contingent or budget: used of what the year had. */
function ofPeriods(results, resource, year) {
  const { figures } = results.periods(resource).find(({ period }) => period === year) ?? {};
  const amount = figures?.amount?.mean;
  if (!amount || !figures.used) return null;
  const part = over(amount);
  const { mean, p05, p95 } = figures.used;
  return { mean: part(mean), p05: part(p05), p50: null, p95: part(p95) };
}

/** Of places: taken on the last day of the year. */
function ofPlaces(results, resource, year) {
  const last = results.dates.findLast((date) => date.startsWith(year));
  const capacity = results.figureOn(last, 'capacity', resource).mean;
  if (!capacity) return null;
  const part = over(capacity);
  const { mean, p05, p95 } = results.figureOn(last, 'occupancy', resource);
  return mean === null ? null : { mean: part(mean), p05: part(p05), p50: null, p95: part(p95) };
}

function chartOf(context, year) {
  const { names, results, wording } = context;
  const rows = ['contingent', 'places', 'budget'].flatMap((kind) => results.resources(kind).map((resource) => ({
    label: names.resource(resource), mark: whole,
    figure: kind === 'places' ? ofPlaces(results, resource, year) : ofPeriods(results, resource, year),
  }))).filter(({ figure: f }) => f !== null).sort((a, b) => b.figure.mean - a.figure.mean);
  return new RankChart(wording, {
    unit: 'share', head: wording.text('capacity.resource'), rows,
    bar: { label: wording.text('capacity.used'), color: blue, pattern: 'none' },
    mark: { label: wording.text('capacity.everything') },
  });
}

/** Nothing for a few: their own figures say it. */
export function useOfAll(context) {
  const { results, wording } = context;
  const years = [...new Set(results.dates.map((date) => date.slice(0, 4)))];
  if (Object.keys(results.data.names.resources).length <= 4) return null;
  return figure({
    id: context.id('use-of-all'),
    title: wording.text('capacity.all_title'),
    meaning: wording.text('capacity.all_means'),
    caution: wording.text('capacity.all_caution'),
    choices: [yearChoice(context, years)],
    chartOf: (year) => chartOf(context, year),
  }, context);
}
