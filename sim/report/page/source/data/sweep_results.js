// What a sweep gave: headline figures of one year at every point, and what was varied.
import { at, FigureTable } from './figure_table.js';
import { nameOf } from './parameters.js';

/** "1100" and the like; other values are words. */
const numberOf = (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null);

/** How much more than one figure at each point a line holds: {mean, p05, p50, p95, low, high}. */
class SweptTable extends FigureTable {
  figure(row) {
    const found = super.figure(row);
    if (row === undefined) return { ...found, low: null, high: null };
    const { low, high } = this.columns;
    return { ...found, low: at(low, row), high: at(high, row) };
  }
}

/** One number that was varied: {index, path, values: [text], isNumeric}, values in their order. */
function variationsOf({ pointers, values }) {
  return pointers.map((path, index) => {
    const all = [...new Set(values.map((point) => point[index]))];
    const isNumeric = all.every((text) => numberOf(text) !== null);
    if (isNumeric) all.sort((a, b) => Number(a) - Number(b));
    return { index, path, values: all, isNumeric };
  });
}

export class SweepResults {
  constructor(data) {
    this.data = data;
    this.tables = { sweep: new SweptTable(data.tables.sweep) };
    this.variations = variationsOf(data);
  }

  /** [{indicator, subject, unit, verdict}], those that move most clearly first. */
  get figures() { return this.data.figures; }

  get points() { return this.data.values.length; }

  /** Is every combination of values there, once? */
  get isGrid() {
    const all = this.variations.reduce((product, { values }) => product * values.length, 1);
    return all === this.points && new Set(this.data.values.map((point) => point.join('\n'))).size === all;
  }

  /** The figure at a point, from 0. */
  at(point, { indicator, subject }) {
    return this.tables.sweep.figureWhere({ point: String(point + 1), indicator, subject });
  }

  /** Points that have these values of some variations: {index: text}. */
  pointsWith(wanted) {
    const conditions = Object.entries(wanted);
    return this.data.values.map((values, point) => ({ values, point }))
      .filter(({ values }) => conditions.every(([index, text]) => values[index] === text))
      .map(({ point }) => point);
  }

  /** What a varied number is called: its place in the scenario in words. */
  nameOf({ path }, wording) {
    const { group, name } = nameOf({ path }, this.data.names, wording);
    return `${group}: ${name}`;
  }
}
