// Where people who left a measure are, by time since they left, in a few broad states.
import { CurveChart } from '../charts/curve_chart.js';
import { blue, green, muted, orange, purple, sky, vermillion } from '../charts/palette.js';
import { figure } from '../figure/figure.js';
import { measureChoice, yearChoice } from './moves.js';

/** Jobs first, as readers ask for them first; each has its colour whatever else is there. */
const colors = {
  job_nec: blue, job_sec: sky, measure: green, unemployed: vermillion, ocmw: purple, sick: orange, out: muted,
};
const states = Object.keys(colors);
const dashes = ['solid', 'dashed', 'dotted'];

const tableOf = (context) => context.results.table('leavers');

const nobody = { mean: 0, p05: null, p50: null, p95: null };

/** A state in which nobody is has no row where others have one. */
function pointsOf(table, { measure, cohort, state }) {
  return table.valuesWhere('after', { measure, cohort }).map((after) => {
    const [row] = table.rowsWhere({ measure, cohort, state, after });
    return { days: Number(after), figure: row === undefined ? nobody : table.figure(row) };
  }).sort((a, b) => a.days - b.days);
}

function chartOf(context, measure, cohort) {
  const { wording } = context;
  const table = tableOf(context);
  const known = states.filter((state) => table.rowsWhere({ measure, cohort, state }).length > 0);
  return new CurveChart(wording, {
    unit: 'share', highest: 1, axisText: wording.text('leavers.axis'), head: wording.text('leavers.axis'),
    lines: known.map((state) => ({
      label: wording.word(`leavers_${state}`), color: colors[state],
      dash: dashes[states.indexOf(state) % dashes.length], points: pointsOf(table, { measure, cohort, state }),
    })),
  });
}

/** Cohorts that were followed long enough to draw more than a moment, the latest first. */
function cohortsOf(table) {
  const isFollowed = (cohort) => ['365', '730'].every((after) => table.rowsWhere({ cohort, after }).length > 0);
  return [...table.values('cohort')].filter(isFollowed).sort();
}

export function leaversOverTime(context) {
  const { wording } = context;
  const table = tableOf(context);
  const cohorts = cohortsOf(table);
  if (cohorts.length === 0) return null;
  const measures = table.values('measure').filter((measure) => cohorts.some(
    (cohort) => table.rowsWhere({ measure, cohort }).length > 0));
  return figure({
    id: context.id('leavers'),
    title: wording.text('leavers.title'),
    meaning: wording.text('leavers.means'),
    caution: wording.text('leavers.caution'),
    choices: [measureChoice(context, measures), yearChoice(context, cohorts)],
    chartOf: (measure, cohort) => chartOf(context, measure, cohort),
  }, context);
}
