// People on their way: places in columns, ribbons between them as wide as there are people.
//   columns: [{label, places: [{id, label, kind}]}]; flows: [{from, to, figure}] between places of
//   neighbouring columns. Every column has its own places, so there are no cycles.

import { fontFamily, frame } from './frame.js';
import { grey, ink, sky, green, orange } from './palette.js';

/** Colours by what a place is. */
const colorOf = { measure: sky, status: grey, source: green, work: orange };

const placeHeight = 40;
const fewest = 6;
const narrow = 560;
const narrowColumn = 200;
const nodeWidth = 14;
const labelGap = 8;

export class FlowChart {
  constructor(wording, { columns, flows, kinds, table, unitText, unit = 'people' }) {
    this.wording = wording;
    this.columns = columns;
    this.flows = flows.filter(({ figure }) => figure.mean > 0);
    this.unit = unit;
    this.kinds = kinds;
    this.tableOf = table;
    this.unitText = unitText;
    this.places = new Map(columns.flatMap(({ places }) => places.map((place) => [place.id, place])));
    const most = Math.max(...columns.map(({ places }) => places.length));
    this.height = 40 + placeHeight * Math.max(fewest, most);
    this.paperHeight = this.height;  // the smallest places keep room for their labels
  }

  get legend() {
    const used = new Set([...this.places.values()].map(({ kind }) => kind));
    return Object.entries(this.kinds).filter(([kind]) => used.has(kind))
      .map(([kind, label]) => ({ kind: 'area', color: colorOf[kind], label }));
  }

  option({ width }) {
    const { length } = this.columns;
    const isNarrow = width < narrow || width / length < narrowColumn;
    const labelWidth = Math.floor((width - nodeWidth * length) / length) - labelGap;
    const node = (place, depth) => ({
      name: place.id,
      depth,
      itemStyle: { color: colorOf[place.kind], borderColor: ink, borderWidth: 0.5 },
      label: { position: 'right', formatter: this.#labelOf(place, depth) },
    });
    return {
      ...frame({}, () => null),
      tooltip: { ...frame({}, (point) => this.#tip(point)).tooltip, trigger: 'item' },
      series: [{
        type: 'sankey',
        left: 1, right: labelWidth + labelGap, top: 8, bottom: 8,
        nodeWidth,
        nodeGap: 15,
        nodeAlign: 'justify',
        layoutIterations: 48,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        label: {
          fontFamily, fontSize: isNarrow ? 11 : 13, color: ink, textBorderColor: '#ffffff',
          textBorderWidth: 3, width: labelWidth, overflow: 'truncate',
        },
        lineStyle: { color: 'source', opacity: 0.34, curveness: 0.5 },
        data: this.columns.flatMap(({ places }, depth) => places.map((place) => node(place, depth))),
        links: this.flows.map(({ from, to, figure }) => ({ source: from, target: to, value: figure.mean })),
      }],
    };
  }

  #sumOf(id, depth) {
    const ends = depth === 0 ? 'from' : 'to';
    return this.flows.filter((flow) => flow[ends] === id)
      .reduce((sum, { figure }) => sum + figure.mean, 0);
  }

  #labelOf(place, depth) {
    const count = this.wording.count(this.#sumOf(place.id, depth));
    return () => `${count}  ${place.label}`;
  }

  #tip({ dataType, data }) {
    const { wording } = this;
    const people = (figure) => ({
      layer: null, label: '', value: wording.figureWithUnit(figure.mean, this.unit),
      band: wording.band(figure, this.unit),
    });
    if (dataType === 'edge') {
      const flow = this.flows.find(({ from, to }) => from === data.source && to === data.target);
      const [from, to] = [data.source, data.target].map((id) => this.places.get(id).label);
      return { heading: `${from} \u2192 ${to}`, rows: [people(flow.figure)] };
    }
    const depth = this.columns.findIndex(({ places }) => places.some(({ id }) => id === data.name));
    const mean = this.#sumOf(data.name, depth);
    return {
      heading: this.places.get(data.name).label,
      rows: [people({ mean, p05: null, p95: null })],
    };
  }

  get table() { return { ...this.tableOf, printed: this.tableOf.rows.length <= 30 }; }

  get summary() {
    const { wording } = this;
    const largest = [...this.flows].sort((a, b) => b.figure.mean - a.figure.mean).slice(0, 8);
    return largest.map(({ from, to, figure }) => (
      `${this.places.get(from).label} \u2192 ${this.places.get(to).label}: ${
        wording.figureWithUnit(Math.round(figure.mean), this.unit)}.`)).join(' ');
  }
}
