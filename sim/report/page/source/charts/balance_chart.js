// Gains to the right and losses to the left of a line, one row for each thing:
//   layers: [{label, color, pattern, side: 1 or -1, values: [number or null by row]}]
import { frame } from './frame.js';
import { decals, muted, paper } from './palette.js';
import { signedAxis, signedScale, zeroLine } from './signed_axis.js';

const rowHeight = 34;

export class BalanceChart {
  constructor(wording, { unit, rows, layers, rowHead }) {
    this.wording = wording;
    this.unit = unit;
    this.rows = rows;
    this.layers = layers.filter(({ values }) => values.some(Boolean)).map((layer) => ({ kind: 'bar', ...layer }));
    this.rowHead = rowHead;
    this.values = this.rows.flatMap((_, row) => [1, -1].map((side) => this.layers
      .filter((layer) => layer.side === side)
      .reduce((sum, { values }) => sum + side * (values[row] ?? 0), 0)));
    this.scale = signedScale(unit, this.values);
    this.height = Math.max(1, rows.length) * rowHeight + 46;
    this.paperHeight = this.height;  // rows keep room for their labels
  }

  get unitText() {
    return this.layers.length === 0
      ? this.wording.text('interval.nothing') : this.wording.unit(this.scale.unit);
  }

  get legend() { return this.layers; }

  option({ width }) {
    const shadow = { type: 'shadow', axis: 'y', shadowStyle: { color: 'rgba(23, 33, 43, 0.06)' } };
    const axis = signedAxis(this.wording, this.scale, this.values, { splitNumber: Math.max(2, Math.round(width / 170)) });
    const unsigned = (value) => axis.axisLabel.formatter(Math.abs(value));
    return {
      ...frame(shadow, (point) => this.#tip(point.dataIndex)),
      xAxis: { ...axis, axisLabel: { ...axis.axisLabel, formatter: unsigned } },
      yAxis: {
        type: 'category', inverse: true, data: this.rows, axisLine: { show: false }, axisTick: { show: false },
        axisLabel: {
          color: muted, fontSize: 13, width: Math.min(280, Math.round(width * 0.38)), overflow: 'break',
        },
      },
      series: [...this.layers.map((layer) => this.#bars(layer)), zeroLine(true)],
    };
  }

  #bars(layer) {
    return {
      type: 'bar',
      name: layer.label,
      stack: 'bars',
      barMaxWidth: 20,
      data: layer.values.map((value) => (value ? layer.side * value : null)),
      itemStyle: {
        color: layer.color, decal: decals[layer.pattern] ?? undefined, borderColor: paper, borderWidth: 0.5,
      },
      emphasis: { disabled: true },
      z: 2,
    };
  }

  #tip(row) {
    const rows = this.layers.filter(({ values }) => values[row]).map((layer) => ({
      layer, label: layer.label, value: this.wording.figureWithUnit(layer.values[row], this.unit), band: '',
    }));
    return rows.length > 0 ? { heading: this.rows[row], rows } : null;
  }

  get table() {
    const columns = [{ label: this.rowHead, unit: 'text' },
      ...this.layers.map(({ label }) => ({ label, unit: this.unit }))];
    const rows = this.rows.map((label, row) => [label, ...this.layers.map(({ values }) => values[row] ?? 0)]);
    return { columns, rows, printed: true };
  }

  get summary() {
    if (this.layers.length === 0) return this.wording.text('interval.nothing');
    return this.rows.slice(0, 12).map((label, row) => {
      const said = this.layers.filter(({ values }) => values[row])
        .map((layer) => `${layer.label} ${this.wording.figure(layer.values[row], this.unit)}`);
      return `${label}: ${said.join(', ')}.`;
    }).join(' ');
  }
}
