// Who went where in a year: between all places, and through one measure.
import { FlowChart } from '../charts/flow_chart.js';
import { largeMoves, movesOf, movesThrough, placesOf } from '../data/moves.js';
import { figure } from '../figure/figure.js';

const mostPlaces = 12;
const mostAround = 8;

const kindsOf = (wording) => Object.fromEntries(['source', 'status', 'work', 'measure']
  .map((kind) => [kind, wording.text(`flows.kind_${kind}`)]));

/** A place of one side: the same one on the other side is another. */
const onSide = (side, id) => `${side} ${id}`;

function places(context, moves, end, side) {
  const { names, results } = context;
  return placesOf(moves, end, results.data.names)
    .map(({ id, kind }) => ({ id: onSide(side, id), label: names.place(id), kind }));
}

function tableOf(context, moves) {
  const { names, wording } = context;
  const column = (key, unit) => ({ label: wording.text(key), unit });
  const hasBands = moves.some(({ figure: f }) => f.p05 !== null);
  const rows = [...moves].sort((a, b) => b.figure.mean - a.figure.mean)
    .map(({ from, to, figure: f }) => [names.place(from), names.place(to), f.mean,
      ...(hasBands ? [f.p05, f.p95] : [])]);
  return {
    columns: [column('flows.from', 'text'), column('flows.to', 'text'), column('flows.people', 'people'),
      ...(hasBands ? [column('table.p05', 'people'), column('table.p95', 'people')] : [])],
    rows,
  };
}

function allPlaces(context, year) {
  const { results, wording } = context;
  // Where people were on the first day is no move of theirs.
  const moves = movesOf(results, year).filter(({ from }) => from !== 'at_start');
  const large = largeMoves(moves, mostPlaces, results.data.names);
  return new FlowChart(wording, {
    columns: [{ places: places(context, large, 'from', 'from') }, { places: places(context, large, 'to', 'to') }],
    flows: large.map(({ from, to, figure: f }) => (
      { from: onSide('from', from), to: onSide('to', to), figure: f })),
    kinds: kindsOf(wording),
    table: tableOf(context, moves),
    unitText: wording.text('flows.unit', { year }),
  });
}

function throughMeasure(context, measure, year) {
  const { names, results, wording } = context;
  const moves = movesOf(results, year).filter(({ from, to }) => from === measure || to === measure);
  const { into, outOf } = movesThrough(moves, measure, mostAround, results.data.names);
  const middle = onSide('at', measure);
  return new FlowChart(wording, {
    columns: [{ places: places(context, into, 'from', 'from') },
      { places: [{ id: middle, label: names.measure(measure), kind: 'measure' }] },
      { places: places(context, outOf, 'to', 'to') }],
    flows: [
      ...into.map(({ from, figure: f }) => ({ from: onSide('from', from), to: middle, figure: f })),
      ...outOf.map(({ to, figure: f }) => ({ from: middle, to: onSide('to', to), figure: f }))],
    kinds: kindsOf(wording),
    table: tableOf(context, moves),
    unitText: wording.text('flows.unit', { year }),
  });
}

const latestFirst = (values) => [...values].sort().reverse();

export const yearChoice = (context, years) => ({
  label: context.wording.text('choice.year'),
  options: latestFirst(years).map((year) => ({ label: year, value: year })),
});

export const measureChoice = (context, measures) => ({
  label: context.wording.text('choice.measure'),
  options: measures.map((id) => ({ label: context.names.measureOrAll(id), value: id })),
});

export function moves(context) {
  const { results, wording } = context;
  const table = results.table('flows');
  if (table.rows === 0) return null;
  return figure({
    id: context.id('moves'),
    title: wording.text('flows.all'),
    meaning: wording.text('flows.all_means'),
    caution: wording.text('flows.all_caution'),
    choices: [yearChoice(context, table.values('year'))],
    chartOf: (year) => allPlaces(context, year),
  }, context);
}

export function movesOfMeasures(context) {
  const { results, wording } = context;
  const table = results.table('flows');
  const { measures } = results.data.names;
  const used = Object.keys(measures).filter((id) => (
    table.rowsWhere({ to: id }).length > 0 || table.rowsWhere({ from: id }).length > 0));
  if (used.length === 0) return null;
  return figure({
    id: context.id('moves-through'),
    title: wording.text('flows.through'),
    meaning: wording.text('flows.through_means'),
    caution: wording.text('flows.through_caution'),
    choices: [measureChoice(context, used), yearChoice(context, table.values('year'))],
    chartOf: (measure, year) => throughMeasure(context, measure, year),
  }, context);
}
