// What a comparison gave: differences between the base and each alternative, replication by
// replication.
import { at, FigureTable } from './figure_table.js';
import { timeOf } from './results.js';

/** null stands for "there is no such figure", never for zero. */
export const noDifference = Object.freeze({
  base: null, alternative: null, difference: null, low: null, high: null, verdict: '',
});

/** What is nought in both scenarios has no row. */
export const nothingThere = Object.freeze({
  base: 0, alternative: 0, difference: 0, low: 0, high: 0, verdict: 'same',
});

export class DifferenceTable extends FigureTable {
  figure(row) {
    if (row === undefined) return noDifference;
    const { base, alternative, difference, low, high } = this.columns;
    return {
      base: at(base, row), alternative: at(alternative, row), difference: at(difference, row),
      low: at(low, row), high: at(high, row), verdict: this.value('verdict', row),
    };
  }
}

/** A table of means with intervals. */
class MeanTable extends DifferenceTable {
  figure(row) {
    if (row === undefined) return noDifference;
    const { mean, low, high } = this.columns;
    return { ...noDifference, difference: at(mean, row), low: at(low, row), high: at(high, row) };
  }
}

export const isTold = ({ verdict }) => verdict === 'more' || verdict === 'less';

const divided = (value, by) => (value === null ? null : value / by);

/** A difference as a share of the figure of the base; none where that is nought. */
export function relativeCellOf(one) {
  const base = Math.abs(one.base ?? 0);
  if (base === 0 || one.difference === null) return { ...one, value: null, low: null, high: null };
  return {
    ...one, told: one,
    value: one.difference / base, low: divided(one.low, base), high: divided(one.high, base),
  };
}

export class CompareResults {
  constructor(data) {
    this.data = data;
    this.tables = {};
    for (const [name, json] of Object.entries(data.tables)) {
      this.tables[name] = name === 'people' ? new MeanTable(json) : new DifferenceTable(json);
    }
  }

  /** [{id, title, description, differing, variance_ratio}] */
  get alternatives() { return this.data.alternatives; }

  /** One figure for each alternative. */
  differences(table, wanted) {
    return this.alternatives.map(({ id }) => this.tables[table].figureWhere({ alternative: id, ...wanted }));
  }

  get years() {
    this.yearsFound ??= [...this.tables.headline.values('year')].sort();
    return this.yearsFound;
  }

  get lastYear() { return this.years.at(-1); }

  /** The last days of the months. */
  get dates() {
    this.datesFound ??= [...this.tables.series.values('date')].sort();
    return this.datesFound;
  }

  /** By alternative [{time, figure}] for every month; what has no row is nought in both. */
  series(indicator, subject) {
    const table = this.tables.series;
    return this.alternatives.map(({ id }) => {
      const rows = table.rowsWhere({ alternative: id, indicator, subject });
      const rowOf = new Map(rows.map((row) => [table.value('date', row), row]));
      return this.dates.map((date) => ({
        time: timeOf(date), figure: rowOf.has(date) ? table.figure(rowOf.get(date)) : nothingThere,
      }));
    });
  }

  /** Measures with a list that anybody ever waited on, those that differ most first. */
  get lists() {
    const table = this.tables.headline;
    const size = (subject) => Math.max(0, ...table.rowsWhere({ indicator: 'waiting', subject })
      .map((row) => Math.abs(table.figure(row).difference ?? 0)));
    const found = table.valuesWhere('subject', { indicator: 'waiting' })
      .map((subject) => ({ subject, size: size(subject) }));
    return found.sort((a, b) => b.size - a.size).map(({ subject }) => subject);
  }

  /** From the first day to the day after the last, in time. */
  get span() {
    const { start, end } = this.data.scenario;
    return { start: timeOf(start), end: timeOf(end) };
  }
}
