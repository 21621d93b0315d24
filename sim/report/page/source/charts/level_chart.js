// What a level gives: a figure against how many places, starts or euro there are.
//   points: [{level, mean, quantile, low, high, tip: [[label, text]]}] from less to more
//   marks: [{level, label, dash}] levels of their own; bound: what the figure is held against
import { frame, scaleFor, valueAxis } from './frame.js';
import { blue, ink, sky } from './palette.js';

const height = 340;

const stroke = (x1, y1, x2, y2, style) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });

export class LevelChart {
  /** labels: {level, mean, quantile, bound}, what each of them is called. */
  constructor(wording, { unit, levelUnit, points, bound, marks, labels, intervalText }) {
    this.wording = wording;
    this.unit = unit;
    this.levelUnit = levelUnit;
    this.points = points;
    this.bound = bound;
    this.marks = marks;
    this.labels = labels;
    this.intervalText = intervalText;
    this.scale = unit === 'share' ? { divisor: 0.01, unit: 'percent' } : scaleFor(unit, this.#largest());
    this.levelScale = scaleFor(levelUnit, Math.max(0, ...points.map(({ level }) => level)));
    this.height = height;
  }

  #largest() {
    return Math.max(this.bound, ...this.points.flatMap(({ mean, quantile, high }) => [mean ?? 0, quantile ?? 0, high ?? 0]));
  }

  get unitText() {
    return this.wording.text('level.unit', {
      figure: this.labels.figure, unit: this.wording.unit(this.scale.unit),
      level: this.labels.level, level_unit: this.wording.unit(this.levelScale.unit),
    });
  }

  get legend() {
    return [
      { kind: 'line', label: this.labels.quantile, color: blue },
      ...(this.points.some(({ low }) => low !== null) ? [{ kind: 'whisker', label: this.intervalText }] : []),
      { kind: 'line', label: this.labels.mean, color: sky, dash: 'dashed' },
      { kind: 'cap', label: this.labels.bound },
      ...this.marks.map(({ label, dash }) => ({ kind: 'bound', label, dash })),
    ];
  }

  option() {
    const pointer = { type: 'line', axis: 'x', snap: true, lineStyle: { color: ink, width: 1 } };
    const line = (pick, look) => ({
      type: 'line', symbol: 'circle', symbolSize: 8, emphasis: { disabled: true },
      data: this.points.map((point) => [point.level, point[pick]]), ...look,
    });
    return {
      ...frame(pointer, (point) => this.#tip(point.dataIndex)),
      xAxis: {
        ...this.#levelAxis(),
        splitNumber: 6, splitLine: { show: false }, axisTick: { show: true },
      },
      yAxis: valueAxis(this.wording, this.scale, this.unit === 'share' ? { max: 1 } : {}),
      series: [
        line('mean', { lineStyle: { color: sky, width: 2, type: 'dashed' }, itemStyle: { color: sky }, z: 3 }),
        line('quantile', { lineStyle: { color: blue, width: 2.5 }, itemStyle: { color: blue }, z: 4 }),
        this.#whiskers(), this.#lines(),
      ],
    };
  }

  #levelAxis() {
    const axis = valueAxis(this.wording, this.levelScale, this.#shownLevels());
    return { ...axis, axisLabel: { ...axis.axisLabel, showMinLabel: false, showMaxLabel: false } };
  }

  #shownLevels() {
    const levels = [...this.points.map(({ level }) => level), ...this.marks.map(({ level }) => level)];
    const room = (Math.max(...levels) - Math.min(...levels)) * 0.04 || 1;
    const whole = this.levelUnit === 'euro' ? (value) => value : Math.round;
    return { min: Math.max(0, whole(Math.min(...levels) - room)), max: whole(Math.max(...levels) + room) };
  }

  #whiskers() {
    const data = this.points.filter(({ low }) => low !== null).map(({ level, low, high }) => [level, low, high]);
    return {
      type: 'custom', silent: true, data, encode: { x: 0, y: [1, 2] }, z: 5,
      renderItem: (_, api) => {
        const [x, low] = api.coord([api.value(0), api.value(1)]);
        const [, high] = api.coord([api.value(0), api.value(2)]);
        const style = { stroke: blue, lineWidth: 1.5 };
        return { type: 'group', children: [stroke(x, low, x, high, style),
          stroke(x - 5, low, x + 5, low, style), stroke(x - 5, high, x + 5, high, style)] };
      },
    };
  }

  /** The bound across, and the levels that have a name. */
  #lines() {
    return {
      type: 'custom', silent: true, data: [[0, null]], z: 2,
      renderItem: ({ coordSys: { x, y, width, height: tall } }, api) => {
        const at = (level) => api.coord([level, 0])[0];
        const [, bound] = api.coord([this.points[0].level, this.bound]);
        return { type: 'group', children: [
          stroke(x, bound, x + width, bound, { stroke: ink, lineWidth: 3 }),
          ...this.marks.map(({ level, dash }) => stroke(at(level), y, at(level), y + tall,
            { stroke: ink, lineWidth: 1.5, lineDash: dash === 'dotted' ? [2, 4] : null })),
        ] };
      },
    };
  }

  #say(value) { return this.wording.figureWithUnit(value, this.unit); }

  #tip(index) {
    const point = this.points[index];
    if (!point) return null;
    const { wording } = this;
    const band = point.low === null ? '' : wording.text('interval.from_to',
      { low: wording.figure(point.low, this.unit), high: wording.figure(point.high, this.unit) });
    return {
      heading: wording.figureWithUnit(point.level, this.levelUnit),
      rows: [
        { layer: this.legend[0], label: this.labels.quantile, value: this.#say(point.quantile), band },
        { layer: { kind: 'line', color: sky, dash: 'dashed' }, label: this.labels.mean, value: this.#say(point.mean), band: '' },
        ...point.tip.map(([label, value]) => ({ layer: null, label, value, band: '' })),
      ],
    };
  }

  get table() {
    const { labels, unit, wording } = this;
    const columns = [
      { label: labels.level, unit: this.levelUnit }, { label: labels.mean, unit },
      { label: labels.quantile, unit }, { label: wording.text('interval.low'), unit },
      { label: wording.text('interval.high'), unit }, { label: labels.probability, unit: 'share' },
    ];
    const rows = this.points.map((point) => [point.level, point.mean, point.quantile, point.low,
      point.high, point.probability]);
    return { columns, rows, printed: true };
  }

  get summary() {
    return this.points.map((point) => this.wording.text('level.said', {
      level: this.wording.figureWithUnit(point.level, this.levelUnit), figure: this.#say(point.quantile),
    })).join(' ');
  }
}
