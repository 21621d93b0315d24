// What the sections of a comparison have in common: alternatives side by side, differences with
// their intervals.
import { IntervalChart } from '../../charts/interval_chart.js';
import { figure } from '../../figure/figure.js';

export const lines = (context) => context.results.alternatives
  .map(({ title }) => ({ label: context.wording.pick(title) }));

/** "95 % interval of the mean difference": wider where several alternatives must hold at once. */
export const intervalText = ({ results, wording }) => wording.text('interval.legend', {
  confidence: wording.share(results.data.run.confidence),
});

/** A difference as a cell of a chart of intervals. */
export const cellOf = (one) => ({ ...one, value: one.difference });

const verdictOf = (wording, { verdict }) => (verdict ? wording.text(`verdict.${verdict}`) : '');

export function columnsOf(wording, unit, { withBoth = true } = {}) {
  const column = (key, of) => ({ label: wording.text(`interval.${key}`), unit, of });
  const both = [column('base', (cell) => cell.base), column('alternative', (cell) => cell.alternative)];
  return [
    ...(withBoth ? both : []),
    column('difference', (cell) => cell.difference),
    column('low', (cell) => (cell.told ?? cell).low), column('high', (cell) => (cell.told ?? cell).high),
    ...(withBoth ? [{ label: wording.text('interval.verdict'), unit: 'text', of: (cell) => verdictOf(wording, cell) }] : []),
  ];
}

export const tipOf = (wording, unit) => (cell) => {
  if (cell.base === null || cell.base === undefined) return [];
  const instead = wording.text('interval.against', {
    alternative: wording.figure(cell.alternative, unit), base: wording.figure(cell.base, unit),
  });
  return [[wording.text('interval.instead'), instead]];
};

/** rows: [{label, figures}] with a difference for each alternative. */
export function chartOfDifferences(context, { rows, unit, rowHead, withBoth = true }) {
  const { wording } = context;
  const shown = rows.filter(({ figures }) => figures.some(({ difference }) => difference !== null));
  return new IntervalChart(wording, {
    unit,
    rows: shown.map(({ label }) => ({ label })),
    series: lines(context).map((line, index) => ({
      ...line, cells: shown.map(({ figures }) => cellOf(figures[index])),
    })),
    columns: columnsOf(wording, unit, { withBoth }),
    rowHead,
    unitText: unit === 'share'
      ? wording.text('interval.points')
      : (scale) => wording.text('interval.difference_in', { unit: wording.unit(scale.unit) }),
    intervalText: intervalText(context),
    value: ({ value }) => wording.signed(value, unit),
    tipRows: withBoth ? tipOf(wording, unit) : undefined,
  });
}

/**
 * A figure of differences: view.choices as figures take them, view.rowsOf(numbers of the options chosen) gives
 * {rows, unit, rowHead}.
 */
export function differenceFigure(context, { rowsOf, ...view }) {
  return figure({ ...view, chartOf: (...chosen) => chartOfDifferences(context, rowsOf(chosen)) }, context);
}

/** Largest first; a list of a hundred rows says less than one of thirty. */
export function largestFirst(rows, most = 30) {
  const size = ({ figures }) => Math.max(0, ...figures.map(({ difference }) => Math.abs(difference ?? 0)));
  return [...rows].sort((a, b) => size(b) - size(a)).slice(0, most);
}
