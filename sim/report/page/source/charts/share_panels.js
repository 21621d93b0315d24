// Panels side by side, each with shares that add up to 100 % by year:
//   panels: [{label, parts: [[share, ...], ...]}], parts in the order of `layers`, shares by period.
import { categoryAxis, frame, valueAxis } from './frame.js';
import { decals, ink, paper } from './palette.js';

const panelHeight = 225;
const gap = 26;

export class SharePanels {
  /** layers: [{kind: 'bar', label, color, pattern}]; extra: columns only in the table. */
  constructor(wording, { periods, layers, panels, extra = [], unitText }) {
    this.wording = wording;
    this.periods = periods;
    this.layers = layers;
    this.panels = panels;
    this.extra = extra;
    this.unitText = unitText;
    this.height = Math.ceil(panels.length / 2) * panelHeight;
  }

  get legend() { return this.layers; }

  option({ width, height }) {
    const columns = 2;
    const rowHeight = height / Math.ceil(this.panels.length / columns);
    const panelWidth = (width - gap) / columns;
    const place = (index) => ({
      left: (index % columns) * (panelWidth + gap),
      width: panelWidth,
      top: Math.floor(index / columns) * rowHeight + 30,
      height: rowHeight - 46,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    });
    const shadow = { type: 'shadow', shadowStyle: { color: 'rgba(23, 33, 43, 0.06)' } };
    return {
      ...frame(shadow, (point) => this.#tip(point.axisIndex ?? 0, point.dataIndex)),
      grid: this.panels.map((_, index) => place(index)),
      xAxis: this.panels.map((_, gridIndex) => ({
        ...categoryAxis(this.periods), gridIndex,
      })),
      yAxis: this.panels.map((panel, gridIndex) => ({
        ...valueAxis(this.wording, { divisor: 0.01 }, { max: 1 }), gridIndex, interval: 0.5,
        name: panel.label, nameLocation: 'end', nameGap: 9,
        nameTextStyle: { align: 'left', color: ink, fontSize: 14, fontWeight: 600 },
      })),
      series: this.panels.flatMap((panel, index) => this.#bars(panel, index)),
    };
  }

  #bars(panel, index) {
    return this.layers.map((layer, part) => ({
      type: 'bar',
      name: layer.label,
      stack: `panel ${index}`,
      xAxisIndex: index,
      yAxisIndex: index,
      barCategoryGap: '24%',
      data: panel.parts[part],
      itemStyle: {
        color: layer.color, decal: decals[layer.pattern] ?? undefined, borderColor: paper,
        borderWidth: 0.5,
      },
      emphasis: { disabled: true },
    }));
  }

  #tip(panelIndex, index) {
    const panel = this.panels[panelIndex];
    const rows = this.layers.map((layer, part) => ({
      layer, label: layer.label, value: this.wording.percent(panel.parts[part][index], 1), band: '',
    }));
    return { heading: `${this.periods[index]}, ${panel.label}`, rows };
  }

  get table() {
    const { wording } = this;
    const columns = [
      { label: wording.text('table.year'), unit: 'period' },
      { label: wording.text('table.when'), unit: 'text' },
      ...this.extra.map(({ label, unit }) => ({ label, unit })),
      ...this.layers.map(({ label }) => ({ label, unit: 'share' })),
    ];
    const rows = this.periods.flatMap((period, index) => this.panels.map((panel) => [
      period, panel.label, ...this.extra.map(({ figures }) => figures[index]),
      ...panel.parts.map((part) => part[index]),
    ]));
    return { columns, rows, printed: rows.length <= 24 };
  }

  get summary() {
    const { wording } = this;
    return this.panels.map((panel) => {
      const last = panel.parts[0].findLastIndex((share) => share !== null);
      if (last < 0) return wording.text('summary.nothing', { what: panel.label });
      const said = this.layers.map((layer, part) => (
        `${layer.label} ${wording.percent(panel.parts[part][last])}`));
      return `${this.periods[last]}, ${panel.label}: ${said.join(', ')}.`;
    }).join(' ');
  }
}
