// One table of figures, by columns; each dimension is a list of codes into its distinct values.

/** A figure over the replications; null stands for "there is no such figure", never for zero. */
export const noFigure = Object.freeze({ mean: null, p05: null, p50: null, p95: null });

/** A column is a list, or one value where all rows have the same. */
export const at = (column, row) => (Array.isArray(column) ? column[row] : column);

export class FigureTable {
  constructor(json) {
    this.columns = json;
    this.dimensions = json.dimensions;
    this.rows = json.rows;
    this.indexes = new Map();
  }

  value(dimension, row) {
    const { values, codes } = this.dimensions[dimension];
    return values[at(codes, row)];
  }

  values(dimension) {
    return this.dimensions[dimension].values;
  }

  figure(row) {
    if (row === undefined) return noFigure;
    const { mean, p05, p50, p95 } = this.columns;
    return { mean: at(mean, row), p05: at(p05, row), p50: at(p50, row), p95: at(p95, row) };
  }

  /** Rows whose dimensions have these values, in the order of the table: {indicator: 'waiting'}. */
  rowsWhere(wanted) {
    const names = Object.keys(wanted).sort();
    const codes = names.map((name) => this.dimensions[name].values.indexOf(wanted[name]));
    if (codes.includes(-1)) return [];
    return this.#index(names).get(codes.join()) ?? [];
  }

  figureWhere(wanted) {
    return this.figure(this.rowsWhere(wanted)[0]);
  }

  #index(names) {
    const key = names.join();
    let index = this.indexes.get(key);
    if (!index) {
      index = this.#makeIndex(names.map((name) => this.dimensions[name].codes));
      this.indexes.set(key, index);
    }
    return index;
  }

  #makeIndex(columns) {
    const index = new Map();
    for (let row = 0; row < this.rows; ++row) {
      const key = columns.map((codes) => at(codes, row)).join();
      const rows = index.get(key);
      if (rows) rows.push(row);
      else index.set(key, [row]);
    }
    return index;
  }
}
