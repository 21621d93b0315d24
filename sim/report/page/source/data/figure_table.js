// One table of figures, by columns; each dimension is a list of codes into its distinct values.

/** A figure over the replications; null stands for "there is no such figure", never for zero. */
export const noFigure = Object.freeze({ mean: null, p05: null, p50: null, p95: null });

/** A column is a list, or one value where all rows have the same. */
const at = (column, row) => (Array.isArray(column) ? column[row] : column);

export class FigureTable {
  constructor(json) {
    this.columns = json;
    this.dimensions = json.dimensions;
    this.rows = json.rows;
    this.indexes = new Map();
    this.codes = new Map();  // by dimension and value
  }

  /** undefined where the table has no such dimension. */
  value(dimension, row) {
    const found = this.dimensions[dimension];
    return found?.values[at(found.codes, row)];
  }

  /** Distinct values, in the order in which they are met; [] where there is no such dimension. */
  values(dimension) {
    return this.dimensions[dimension]?.values ?? [];
  }

  /** Distinct values in the rows that have these values. */
  valuesWhere(dimension, wanted) {
    return [...new Set(this.rowsWhere(wanted).map((row) => this.value(dimension, row)))];
  }

  figure(row) {
    if (row === undefined) return noFigure;
    const { mean, p05, p50, p95 } = this.columns;
    return { mean: at(mean, row), p05: at(p05, row), p50: at(p50, row), p95: at(p95, row) };
  }

  /** Rows whose dimensions have these values, in the order of the table: {indicator: 'waiting'}. */
  rowsWhere(wanted) {
    const names = Object.keys(wanted).sort();
    let key = 0;
    for (const name of names) {
      const code = this.#codeOf(name, wanted[name]);
      if (code === undefined) return [];
      key = key * this.dimensions[name].values.length + code;
    }
    return this.#index(names).get(key) ?? [];
  }

  figureWhere(wanted) {
    return this.figure(this.rowsWhere(wanted)[0]);
  }

  #codeOf(name, value) {
    let codes = this.codes.get(name);
    if (!codes) {
      codes = new Map((this.dimensions[name]?.values ?? []).map((one, code) => [one, code]));
      this.codes.set(name, codes);
    }
    return codes.get(value);
  }

  #index(names) {
    const key = names.join();
    let index = this.indexes.get(key);
    if (!index) {
      index = this.#makeIndex(names.map((name) => this.dimensions[name]));
      this.indexes.set(key, index);
    }
    return index;
  }

  /** Rows by their codes, read as the digits of one number. */
  #makeIndex(dimensions) {
    const index = new Map();
    for (let row = 0; row < this.rows; ++row) {
      let key = 0;
      for (const { values, codes } of dimensions) key = key * values.length + at(codes, row);
      const rows = index.get(key);
      if (rows) rows.push(row);
      else index.set(key, [row]);
    }
    return index;
  }
}
