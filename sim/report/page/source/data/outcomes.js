// Where people are some time after they left a measure.

export const terms = ['1', '183', '365', '730'];

const inMeasure = 'in_measure:';

/** All stays in measures count as one state. */
export const stateOf = (state) => (state.startsWith(inMeasure) ? 'in_measure' : state);

/** The states of a table, paid work first, measures last. */
export function statesOf(table, names) {
  const rank = (state) => {
    if (state === 'in_measure') return 2;
    const work = names.statuses[state]?.paid_work;
    return work && work !== 'none' ? 0 : 1;
  };
  const states = [...new Set(table.values('state').filter((state) => state !== 'unserved').map(stateOf))];
  return states.map((state, index) => ({ state, index }))
    .sort((a, b) => rank(a.state) - rank(b.state) || a.index - b.index).map(({ state }) => state);
}

/** Map of state to share, of those who left `measure` in a year in this way; empty if not known. */
export function sharesAfter(table, { cohort, measure, way, after }) {
  const found = new Map();
  for (const row of table.rowsWhere({ cohort, measure, way, after, unit: 'share' })) {
    const state = table.value('state', row);
    if (state === 'unserved') continue;
    const { mean } = table.figure(row);
    found.set(stateOf(state), (found.get(stateOf(state)) ?? 0) + mean);
  }
  return found;
}

/** How many left in this way. */
export function leavers(table, { cohort, measure, way }) {
  const rows = table.rowsWhere({ cohort, measure, way, after: '1', unit: 'people' });
  if (rows.length === 0) return null;
  return rows.reduce((sum, row) => sum + table.figure(row).mean, 0);
}

/** Share in regular paid work; with percentiles where one status says it all. */
export function inRegularWork(table, names, wanted) {
  const work = new Set(Object.keys(names.statuses)
    .filter((id) => names.statuses[id].paid_work === 'nec'));
  const rows = table.rowsWhere({ ...wanted, unit: 'share' });
  if (rows.length === 0) return null;
  const figures = rows.filter((row) => work.has(table.value('state', row))).map((row) => table.figure(row));
  if (figures.length === 1) return figures[0];
  return { mean: figures.reduce((sum, { mean }) => sum + mean, 0), p05: null, p50: null, p95: null };
}
