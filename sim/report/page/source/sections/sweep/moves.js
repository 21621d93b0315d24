// What moves with the numbers that were varied: lines over one of them, a map over two.
import { GridMap } from '../../charts/grid_map.js';
import { SweptChart } from '../../charts/swept_chart.js';
import { figure } from '../../figure/figure.js';
import { note } from '../blocks.js';

/** More lines than this cannot be told apart. */
const mostLines = 5;

/** "Opleiding: wachtenden", for a choice. */
function nameOf({ names, wording }, { indicator, subject }) {
  const what = wording.text(`compare_indicator.${indicator}`);
  return subject === 'all' ? what : `${names.anything(subject)}: ${what}`;
}

const figureChoice = (context) => ({
  label: context.wording.text('sweep_moves.figure'),
  options: context.results.figures.map((one, value) => ({ label: nameOf(context, one), value })),
});

/** As many as can be drawn, the first and the last among them. */
function someOf(values) {
  if (values.length <= mostLines) return values;
  return Array.from({ length: mostLines }, (_, index) => (
    values[Math.round((index * (values.length - 1)) / (mostLines - 1))]));
}

/** Settings of the other numbers, one for each line: the second number varies, the rest stay at first. */
function settingsOf({ variations }, along) {
  const [second, ...rest] = variations.filter(({ index }) => index !== along.index);
  if (!second) return [{ wanted: {}, value: null }];
  const fixed = Object.fromEntries(rest.map(({ index, values }) => [index, values[0]]));
  return someOf(second.values).map((value) => ({ wanted: { ...fixed, [second.index]: value }, value, second }));
}

function gridLines(context, one, along) {
  const { results, wording } = context;
  return settingsOf(results, along).map(({ wanted, value, second }) => ({
    label: second ? `${results.nameOf(second, wording)} = ${value}` : nameOf(context, one),
    cells: along.values.map((text) => {
      const [point] = results.pointsWith({ ...wanted, [along.index]: text });
      return point === undefined ? null : results.at(point, one);
    }),
  }));
}

/** Points that are no grid: each by itself, in the order of the number looked at. */
function listedPoints({ results }, one, along) {
  const points = results.data.values.map((values, point) => ({ value: values[along.index], point }));
  if (along.isNumeric) points.sort((a, b) => Number(a.value) - Number(b.value));
  return { values: points.map(({ value }) => value), cells: points.map(({ point }) => results.at(point, one)) };
}

function chartOf(context, number, variation) {
  const { results, wording } = context;
  const one = results.figures[number];
  const along = results.variations[variation];
  const shared = {
    unit: one.unit, isNumeric: along.isNumeric, axisText: results.nameOf(along, wording),
    intervalText: wording.text('sweep.interval'),
  };
  if (results.isGrid) {
    return new SweptChart(wording, { ...shared, values: along.values, isJoined: true, lines: gridLines(context, one, along) });
  }
  const { values, cells } = listedPoints(context, one, along);
  const isJoined = along.isNumeric && new Set(values).size === values.length;
  return new SweptChart(wording, { ...shared, values, isJoined, lines: [{ label: nameOf(context, one), cells }] });
}

function byValue(context) {
  const { results, wording } = context;
  const { year } = results.data;
  return figure({
    id: context.id('by-value'),
    title: wording.text('sweep_moves.of', { year }),
    meaning: wording.text(results.isGrid ? 'sweep_moves.means' : 'sweep_moves.means_listed'),
    caution: wording.text('sweep_moves.caution'),
    choices: [figureChoice(context), {
      label: wording.text('sweep_moves.along'),
      options: results.variations.map((one, value) => ({ label: results.nameOf(one, wording), value })),
    }],
    chartOf: (number, variation) => chartOf(context, number, variation),
  }, context);
}

function mapOf(context, number) {
  const { results, wording } = context;
  const [rows, columns, ...rest] = results.variations;
  const fixed = Object.fromEntries(rest.map(({ index, values }) => [index, values[0]]));
  const one = results.figures[number];
  const side = (variation) => ({ label: results.nameOf(variation, wording), values: variation.values });
  return new GridMap(wording, {
    unit: one.unit, rows: side(rows), columns: side(columns), intervalText: nameOf(context, one),
    cells: rows.values.map((row) => columns.values.map((column) => {
      const [point] = results.pointsWith({ ...fixed, [rows.index]: row, [columns.index]: column });
      return point === undefined ? null : results.at(point, one);
    })),
  });
}

/** Two numbers at once, where every pair was simulated. */
function map(context) {
  const { results, wording } = context;
  const [rows, columns] = results.variations;
  if (!results.isGrid || !columns || rows.values.length < 2 || columns.values.length < 2) return null;
  return figure({
    id: context.id('by-two'),
    title: wording.text('sweep_map.of', { year: results.data.year }),
    meaning: wording.text('sweep_map.means', {
      rows: results.nameOf(rows, wording), columns: results.nameOf(columns, wording),
    }),
    caution: wording.text('sweep_map.caution'),
    choices: [figureChoice(context)],
    chartOf: (number) => mapOf(context, number),
  }, context);
}

export const moves = {
  id: 'moves',
  texts: 'sweep_moves',
  build(context) {
    if (context.results.figures.length === 0) return [note(context.wording.text('sweep_moves.none'))];
    return [byValue(context), map(context)];
  },
};
