// What all drawings have in common: type, grid, axes and tooltip.
import { dateOf } from '../data/results.js';
import { tip } from '../figure/tip.js';
import { hairline, ink, muted } from './palette.js';

export const fontFamily =
  '"Segoe UI", "Source Sans 3", "Open Sans", "Noto Sans", "Liberation Sans", Arial, sans-serif';

const label = { color: muted, fontSize: 13, fontFamily };

export const grid = {
  left: 2, right: 14, top: 10, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel',
};

/** Figures above a million are drawn in millions, above ten thousand in thousands. */
export function scaleFor(unit, largest) {
  if (unit === 'share') return { divisor: 0.01, unit: 'percent' };
  if (unit !== 'euro') return { divisor: 1, unit };
  if (largest >= 1e6) return { divisor: 1e6, unit: 'million_euro' };
  return largest >= 2e4 ? { divisor: 1e3, unit: 'thousand_euro' } : { divisor: 1, unit };
}

/** No axis of shares goes on beyond 100 % where all of them lie below it. */
export const wholeIfNear = (unit, largest) => (unit === 'share' && largest > 0.6 && largest <= 1 ? { max: 1 } : {});

/** Labels of rows that are so high: two lines where there is room for them. */
export const labelsIn = (room) => (room < 24
  ? { fontSize: 10, overflow: 'truncate' } : { fontSize: 13, overflow: 'break', lineHeight: 14 });

function decimalsFor(step) {
  return step >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(step)));
}

export function valueAxis(wording, scale, extra = {}) {
  let shownStep = 1;
  const wholeShare = scale.unit === 'percent' && extra.max === 1 ? { interval: 0.2 } : {};
  return {
    type: 'value',
    min: 0,
    splitNumber: 4,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: hairline, width: 1 } },
    axisLabel: {
      ...label,
      formatter: (value) => {
        const shown = value / scale.divisor;
        if (shown > 0) shownStep = Math.min(shownStep, shown);
        return wording.count(shown, decimalsFor(shownStep));
      },
    },
    ...wholeShare,
    ...extra,
  };
}

export function timeAxis(wording, width, { min, max }) {
  return {
    type: 'time',
    min,
    max,
    splitNumber: Math.max(3, Math.round(width / 95)),
    minInterval: 27 * 86_400_000,
    axisLine: { lineStyle: { color: muted } },
    axisTick: { show: true, length: 5, lineStyle: { color: muted } },
    splitLine: { show: false },
    axisLabel: {
      ...label, margin: 11, hideOverlap: true, formatter: (time) => wording.axisMark(dateOf(time)),
    },
  };
}

export function categoryAxis(categories) {
  return {
    type: 'category',
    data: categories,
    axisLine: { lineStyle: { color: muted } },
    axisTick: { show: false },
    axisLabel: { ...label, margin: 11, hideOverlap: true },
  };
}

/** What all options share; `rowsAt` gives {heading, rows} for the first of the points met. */
export function frame(axisPointer, rowsAt) {
  return {
    animation: false,
    useUTC: true,
    textStyle: { fontFamily, color: ink },
    grid,
    tooltip: {
      trigger: 'axis',
      axisPointer,
      confine: true,
      transitionDuration: 0,
      padding: [10, 14],
      borderColor: hairline,
      borderWidth: 1,
      backgroundColor: '#ffffff',
      textStyle: { color: ink, fontFamily, fontSize: 14 },
      extraCssText: 'box-shadow: 0 4px 18px rgba(23, 33, 43, 0.16); border-radius: 6px;',
      formatter: (points) => {
        const found = rowsAt(Array.isArray(points) ? points[0] : points);
        return found ? tip(found) : '';
      },
    },
  };
}
