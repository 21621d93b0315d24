// What becomes of people: after a measure, by the way they left it; and after advice that led
// nowhere.
import { blue, fillOf, mostParts, vermillion } from '../charts/palette.js';
import { RankChart } from '../charts/rank_chart.js';
import { SharePanels } from '../charts/share_panels.js';
import { inRegularWork, leavers, sharesAfter, statesOf, terms } from '../data/outcomes.js';
import { figure } from '../figure/figure.js';
import { yearChoice } from './moves.js';

const ways = ['completed', 'dropped_out', 'other'];

const tableOf = (context) => context.results.table('outcomes');

/** The largest states by name, the others together: [{label, states}]. */
function partsOf(context, wanted) {
  const { names, results, wording } = context;
  const table = tableOf(context);
  const states = statesOf(table, results.data.names);
  const size = (state) => table.values('cohort').reduce((sum, cohort) => (
    sum + (sharesAfter(table, { ...wanted, cohort, after: '365' }).get(state) ?? 0)
    + (sharesAfter(table, { ...wanted, cohort, after: '1' }).get(state) ?? 0)), 0);
  const present = states.map((state) => ({ state, size: size(state) })).filter((one) => one.size > 0);
  const bySize = [...present].sort((a, b) => b.size - a.size);
  const own = bySize.slice(0, present.length > mostParts ? mostParts - 1 : mostParts);
  const rest = bySize.slice(own.length);
  const label = (state) => (state === 'in_measure' ? wording.text('outcomes.in_measure') : names.status(state));
  return [
    ...present.filter((one) => own.includes(one)).map(({ state }) => ({ label: label(state), states: [state] })),
    ...(rest.length > 0 ? [{ label: wording.text('outcomes.elsewhere'), states: rest.map(({ state }) => state) }] : []),
  ];
}

function afterwards(context, measure, way) {
  const { wording } = context;
  const table = tableOf(context);
  const cohorts = [...table.values('cohort')].sort()
    .filter((cohort) => leavers(table, { cohort, measure, way }) !== null);
  const found = partsOf(context, { measure, way });
  const shares = (part, cohort, after) => {
    const known = sharesAfter(table, { cohort, measure, way, after });
    return known.size === 0 ? null : part.states.reduce((sum, state) => sum + (known.get(state) ?? 0), 0);
  };
  return new SharePanels(wording, {
    periods: cohorts,
    layers: found.map(({ label }, index) => ({ kind: 'bar', label, ...fillOf(index) })),
    panels: terms.map((after) => ({
      label: wording.text(`outcomes.after_${after}`),
      parts: found.map((part) => cohorts.map((cohort) => shares(part, cohort, after))),
    })),
    extra: [{
      label: wording.text('outcomes.left'), unit: 'people',
      figures: cohorts.map((cohort) => leavers(table, { cohort, measure, way })),
    }],
    unitText: wording.text('outcomes.unit'),
  });
}

/** Ways of leaving as one choice with the measure: not every measure is left in every way. */
function measuresAndWays(context) {
  const { names, wording } = context;
  const table = tableOf(context);
  const options = table.values('measure').flatMap((measure) => ways
    .filter((way) => table.rowsWhere({ measure, way, after: '1', unit: 'share' }).length > 0)
    .map((way) => ({
      label: `${names.measure(measure)}: ${wording.text(`outcomes.${way}`)}`, value: `${measure} ${way}`,
    })));
  return { label: wording.text('choice.show'), options };
}

export function outcomes(context) {
  const { wording } = context;
  const choice = measuresAndWays(context);
  if (choice.options.length === 0) return null;
  return figure({
    id: context.id('after-measures'),
    title: wording.text('outcomes.title'),
    meaning: wording.text('outcomes.means'),
    caution: wording.text('outcomes.caution'),
    choices: [choice],
    chartOf: (value) => afterwards(context, ...value.split(' ')),
  }, context);
}

function ranked(context, { cohort, way, after, color, key, pick }) {
  const { names, wording } = context;
  const table = tableOf(context);
  const rows = table.values('measure').map((measure) => ({
    label: names.measure(measure), figure: pick(table, { cohort, measure, way, after }),
  })).filter(({ figure: f }) => f?.mean !== null && f !== null).sort((a, b) => b.figure.mean - a.figure.mean);
  return new RankChart(wording, {
    unit: 'share', head: wording.text('choice.measure'), rows, highest: 1,
    bar: { label: wording.text(key), color, pattern: 'none' },
  });
}

/** Cohorts of which something is known so long after. */
function cohortsKnown(context, way, after) {
  const table = tableOf(context);
  return table.valuesWhere('cohort', { way, after });
}

export function inWork(context) {
  const { results, wording } = context;
  const cohorts = cohortsKnown(context, 'completed', '365');
  if (cohorts.length === 0) return null;
  return figure({
    id: context.id('in-work-after'),
    title: wording.text('outcomes.work_title'),
    meaning: wording.text('outcomes.work_means'),
    caution: wording.text('outcomes.caution'),
    choices: [yearChoice(context, cohorts)],
    chartOf: (cohort) => ranked(context, {
      cohort, way: 'completed', after: '365', color: blue, key: 'outcomes.work',
      pick: (table, wanted) => inRegularWork(table, results.data.names, wanted),
    }),
  }, context);
}

export function neverStarted(context) {
  const { wording } = context;
  const cohorts = cohortsKnown(context, 'never_started', '730');
  if (cohorts.length === 0) return null;
  return figure({
    id: context.id('never-started'),
    title: wording.text('outcomes.never_title'),
    meaning: wording.text('outcomes.never_means'),
    caution: wording.text('outcomes.never_caution'),
    choices: [yearChoice(context, cohorts)],
    chartOf: (cohort) => ranked(context, {
      cohort, way: 'never_started', after: '730', color: vermillion, key: 'outcomes.unserved',
      pick: (table, wanted) => table.figureWhere({ ...wanted, state: 'unserved' }),
    }),
  }, context);
}
