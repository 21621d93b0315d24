// Starts: against the contingent where there is one.
import { blue } from '../charts/palette.js';
import { PeriodChart } from '../charts/period_chart.js';
import { figure } from '../figure/figure.js';
import { unused } from './unused.js';

function contingentChart(context, resource) {
  const { results, wording } = context;
  const periods = results.periods(resource);
  const of = (statistic) => periods.map(({ figures }) => figures[statistic] ?? null);
  const extra = (statistic, unit, evenIfNought = false) => ({
    label: wording.text(`periods.${statistic}`), unit, figures: of(statistic), evenIfNought,
  });
  return new PeriodChart(wording, {
    unit: 'starts',
    periods: periods.map(({ period }) => period),
    layers: [
      {
        kind: 'bar', label: wording.text('starts.used'), color: blue, pattern: 'none',
        figures: of('used'), interval: true,
      },
      { kind: 'cap', label: wording.text('starts.contingent'), figures: of('amount') },
    ],
    extra: [
      extra('carried_in', 'starts'), extra('carried_on', 'starts'), extra('lapsed', 'starts'),
      extra('ran_dry', 'share', true), extra('dry_after', 'days'),
    ],
  });
}

/** The last month of each year tells what the parts of a split contingent used in it. */
function partChart(context, resource, breakdown) {
  const { results, wording } = context;
  const byYear = (indicator) => new Map(results.series(indicator, resource, breakdown)
    .map(({ time, figure: f }) => [new Date(time).getUTCFullYear(), f]));
  const used = byYear('occupancy');
  const amount = byYear('capacity');
  const years = [...used.keys()];
  return new PeriodChart(wording, {
    unit: 'starts',
    periods: years.map(String),
    layers: [
      {
        kind: 'bar', label: wording.text('starts.used'), color: blue, pattern: 'none',
        figures: years.map((year) => used.get(year)), interval: true,
      },
      {
        kind: 'cap', label: wording.text('starts.contingent'),
        figures: years.map((year) => amount.get(year)),
      },
    ],
  });
}

/** Only contingents of a year: of shorter ones December says nothing about the year. */
function partVariants(context, resource) {
  const { names, results } = context;
  if (results.periods(resource).some(({ period }) => period.includes('-'))) return [];
  return [...results.breakdowns('occupancy', resource)].flatMap(([attribute, values]) => (
    values.map((value) => ({
      label: `${names.attribute(attribute)}: ${names.value(value)}`,
      chart: partChart(context, resource, `${attribute}=${value}`),
    }))));
}

function contingent(context, resource) {
  const { names, results, wording } = context;
  const { binding } = results.data.names.resources[resource];
  const whole = { label: wording.text('figure.whole'), chart: contingentChart(context, resource) };
  return figure({
    id: context.id('starts-of', resource),
    title: wording.text('starts.against', { contingent: names.resource(resource) }),
    meaning: wording.text('starts.against_means'),
    note: binding ? null : wording.text('starts.not_binding'),
    caution: wording.text('starts.against_caution'),
    variants: [whole, ...partVariants(context, resource)],
  }, context);
}

function freeStarts(context, measure) {
  const { names, results, wording } = context;
  const table = results.table('headline');
  const years = table.valuesWhere('year', { indicator: 'starts', subject: measure });
  const chart = new PeriodChart(wording, {
    unit: 'people',
    periods: years,
    layers: [{
      kind: 'bar', label: wording.text('starts.starts'), color: blue, pattern: 'none', interval: true,
      figures: years.map((year) => table.figureWhere({ year, indicator: 'starts', subject: measure })),
    }],
  });
  return figure({
    id: context.id('starts-of', measure),
    title: wording.text('starts.free', { measure: names.measure(measure) }),
    meaning: wording.text('starts.free_means'),
    caution: wording.text('starts.free_caution'),
    chart,
  }, context);
}

/** Contingents, and measures that none limits: [{id, title, aside, content}]. */
export function startsItems(context) {
  const { names, results, wording } = context;
  const contingents = results.resources('contingent');
  const capped = new Set(contingents.flatMap(
    (resource) => results.data.names.resources[resource].needed_by));
  const free = results.measuresWithStarts.filter((measure) => !capped.has(measure));
  return {
    contingents: contingents.filter((resource) => results.periods(resource).length > 0)
      .map((resource) => ({
        id: resource, title: names.resource(resource), aside: wording.text('capacity.contingent'),
        content: () => [contingent(context, resource), unused(context, resource, 'starts')],
      })),
    free: free.map((measure) => ({
      id: measure, title: names.measure(measure), aside: wording.text('starts.without_contingent'),
      content: () => freeStarts(context, measure),
    })),
  };
}
