// Cohorts are months of joining; readers want years. Shares of a year are those of its months,
// weighted by how many joined; a year of which one month cannot be said is not said.

export const terms = [90, 180, 365, 730];

function monthsOf(results, measure) {
  return results.cohorts.map((cohort) => ({
    year: cohort.slice(0, 4),
    joined: results.cohortFigure(cohort, measure, 'joined').mean ?? 0,
    share: (statistic) => results.cohortFigure(cohort, measure, statistic).mean,
  })).filter(({ joined }) => joined > 0);
}

function weighted(months, statistic) {
  let people = 0;
  let sum = 0;
  for (const month of months) {
    const share = month.share(statistic);
    if (share === null) return null;
    people += month.joined;
    sum += month.joined * share;
  }
  return people > 0 ? sum / people : null;
}

function after(months, term) {
  const started = weighted(months, `started_within_${term}`);
  const waiting = weighted(months, `waiting_after_${term}`);
  if (started === null || waiting === null) return { started: null, left: null, waiting: null };
  return { started, left: Math.max(0, 1 - started - waiting), waiting };
}

/** [{year, joined, after: {90: {started, left, waiting}, ...}}] of those who joined a list. */
export function cohortYears(results, measure) {
  const byYear = new Map();
  for (const month of monthsOf(results, measure)) {
    if (!byYear.has(month.year)) byYear.set(month.year, []);
    byYear.get(month.year).push(month);
  }
  return [...byYear].map(([year, months]) => ({
    year,
    joined: months.reduce((sum, { joined }) => sum + joined, 0),
    after: Object.fromEntries(terms.map((term) => [term, after(months, term)])),
  }));
}

/** What became of those who were waiting when the simulation began; null if nobody was. */
export function fateOfInitial(results, measure) {
  const figure = (statistic) => results.cohortFigure('initial', measure, statistic).mean;
  const joined = figure('joined');
  if (!joined) return null;
  return {
    joined,
    started: figure('share_started'),
    left: figure('share_left'),
    waiting: figure('share_waiting'),
  };
}
