// What becomes of those who join a list, by year of joining.
import { blue, green, orange } from '../charts/palette.js';
import { SharePanels } from '../charts/share_panels.js';
import { cohortYears, fateOfInitial, terms } from '../data/cohort_years.js';
import { figure } from '../figure/figure.js';

function layersOf(wording) {
  const bar = (key, color, pattern) => ({
    kind: 'bar', label: wording.text(`cohorts.${key}`), color, pattern,
  });
  return [bar('started', blue, 'none'), bar('left', green, 'dots'), bar('waiting', orange, 'diagonal')];
}

function chartOf(context, years) {
  const { wording } = context;
  return new SharePanels(wording, {
    periods: years.map(({ year }) => year),
    layers: layersOf(wording),
    unitText: wording.text('cohorts.unit'),
    panels: terms.map((term) => ({
      label: wording.text('cohorts.after', { days: term }),
      parts: ['started', 'left', 'waiting'].map((part) => years.map(({ after }) => after[term][part])),
    })),
    extra: [{
      label: wording.text('cohorts.joined'), unit: 'people',
      figures: years.map(({ joined }) => joined),
    }],
  });
}

function fateText(context, measure) {
  const fate = fateOfInitial(context.results, measure);
  if (!fate) return null;
  const { wording } = context;
  return wording.text('cohorts.initial', {
    joined: wording.count(fate.joined),
    started: wording.percent(fate.started),
    left: wording.percent(fate.left),
    waiting: wording.percent(fate.waiting),
  });
}

/** Nothing where nobody joined. */
export function cohorts(context, measure) {
  const { names, results, wording } = context;
  const years = cohortYears(results, measure);
  if (years.length === 0) return null;
  return figure({
    id: context.id('cohorts-of', measure),
    title: wording.text('cohorts.of', { list: names.list(measure) }),
    meaning: wording.text('cohorts.means'),
    note: fateText(context, measure),
    caution: wording.text('cohorts.caution'),
    chart: chartOf(context, years),
  }, context);
}
