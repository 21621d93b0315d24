// Tables as the program writes them, from rows.

/** table(['date', 'unit'], [['2025-01-31', 'people', 12, 9, 12, 15], ...]): dimensions, then figures. */
export function table(dimensions, rows) {
  const column = (values) => (values.length > 0 && values.every((value) => value === values[0])
    ? values[0] : values);
  const json = { rows: rows.length, dimensions: {} };
  dimensions.forEach((name, index) => {
    const values = [...new Set(rows.map((row) => row[index]))];
    json.dimensions[name] = { values, codes: column(rows.map((row) => values.indexOf(row[index]))) };
  });
  ['mean', 'p05', 'p50', 'p95'].forEach((name, index) => {
    json[name] = column(rows.map((row) => row[dimensions.length + index] ?? null));
  });
  return json;
}

const both = (text) => ({ nl: text, en: text });

/** The data of a small run; `more` replaces parts of it. */
export function data(more = {}) {
  const { tables, ...others } = more;
  return {
    format: 1,
    kind: 'run',
    language: 'nl',
    scenario: { name: 'small', title: both('Small'), start: '2025-01-01', end: '2026-01-01' },
    run: { version: '0.1.0', replications: 20 },
    names: {
      statuses: {}, measures: { training: both('Training') }, phases: {}, attributes: {}, paths: {},
      resources: {},
    },
    observed: [],
    parameters: [],
    ...others,
    tables: {
      series: table(['date', 'indicator', 'subject', 'breakdown', 'unit'], []),
      waiting: table(['cohort', 'measure', 'breakdown', 'statistic', 'unit'], []),
      held_back: table(['date', 'measure', 'held_by', 'reason', 'scope', 'unit'], []),
      budget: table(['period', 'resource', 'statistic', 'unit'], []),
      ...tables,
    },
  };
}
