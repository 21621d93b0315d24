// An axis of values that may be below zero, and the line at zero.
import { scaleFor, valueAxis } from './frame.js';
import { ink } from './palette.js';

/** {divisor, unit} for values of a unit, the largest of them without its sign. */
export function signedScale(unit, values) {
  if (unit === 'share') return { divisor: 0.01, unit: 'percent' };
  return scaleFor(unit, Math.max(0, ...values.map((value) => Math.abs(value ?? 0))));
}

const decimalsFor = (size) => (size >= 4 || size === 0 ? 0 : Math.min(4, Math.ceil(-Math.log10(size / 4))));

/** `values`: all that is drawn, to know how fine the marks are. */
export function signedAxis(wording, scale, values, extra = {}) {
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0))) / scale.divisor;
  const axis = valueAxis(wording, scale, { min: null, ...extra });
  const formatter = (value) => wording.count(value / scale.divisor, decimalsFor(largest));
  return { ...axis, axisLabel: { ...axis.axisLabel, formatter } };
}

const line = (x1, y1, x2, y2) => ({
  type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: ink, lineWidth: 1.2 },
});

/** A line where nothing differs; `across`: the value axis is the horizontal one. */
export function zeroLine(across) {
  return {
    type: 'custom',
    silent: true,
    data: [[0, null]],
    clip: true,
    z: 3,
    renderItem: ({ coordSys }, api) => {
      const { x, y, width, height } = coordSys;
      if (across) {
        const [at] = api.coord([0, 0]);
        return at < x || at > x + width ? null : line(at, y, at, y + height);
      }
      const [, at] = api.coord([api.value(0), 0]);
      return at < y || at > y + height ? null : line(x, at, x + width, at);
    },
  };
}
