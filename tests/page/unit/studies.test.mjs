// What the pages of comparisons and sizings ask of their data.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CompareResults, relativeCellOf } from '../../../sim/report/page/source/data/compare_results.js';
import { SizeResults } from '../../../sim/report/page/source/data/size_results.js';
import { Wording } from '../../../sim/report/page/source/language/wording.js';
import { IntervalChart } from '../../../sim/report/page/source/charts/interval_chart.js';

/** A table of differences from rows: dimensions, then base, alternative, difference, low, high. */
function table(dimensions, rows) {
  const json = { rows: rows.length, dimensions: {} };
  dimensions.forEach((name, index) => {
    const values = [...new Set(rows.map((row) => row[index]))];
    json.dimensions[name] = { values, codes: rows.map((row) => values.indexOf(row[index])) };
  });
  ['base', 'alternative', 'difference', 'low', 'high'].forEach((name, index) => {
    json[name] = rows.map((row) => row[dimensions.length + index]);
  });
  return json;
}

const series = table(['alternative', 'date', 'indicator', 'subject', 'verdict'], [
  ['a', '2025-01-31', 'waiting', 'x', 'less', 10, 8, -2, -3, -1],
  ['b', '2025-02-28', 'waiting', 'x', 'noise', 9, 10, 1, -1, 3]]);

const headline = table(['alternative', 'year', 'indicator', 'subject', 'verdict'], [
  ['a', '2025', 'waiting', 'x', 'less', 10, 8, -2, -3, -1],
  ['a', '2026', 'waiting', 'y', 'less', 30, 20, -10, -12, -8],
  ['b', '2026', 'waiting', 'x', 'more', 9, 10, 1, 0.5, 1.5]]);

const results = new CompareResults({
  alternatives: [{ id: 'a' }, { id: 'b' }], tables: { series, headline },
  scenario: { start: '2025-01-01', end: '2027-01-01' },
});

test('a month that has no row is nought in both, a figure that has none is missing', () => {
  const [a, b] = results.series('waiting', 'x').map((points) => points.map(({ figure }) => figure.difference));
  assert.deepEqual(a, [-2, 0]);
  assert.deepEqual(b, [0, 1]);
  const [, missing] = results.differences('headline', { year: '2025', indicator: 'waiting', subject: 'x' });
  assert.equal(missing.difference, null);
  assert.equal(missing.verdict, '');
});

test('lists that differ most come first', () => {
  assert.deepEqual(results.lists, ['y', 'x']);
  assert.deepEqual(results.years, ['2025', '2026']);
});

test('a difference is a share of the base, and keeps what it was', () => {
  const one = { base: 200, alternative: 150, difference: -50, low: -60, high: -40, verdict: 'less' };
  const cell = relativeCellOf(one);
  assert.deepEqual([cell.value, cell.low, cell.high], [-0.25, -0.3, -0.2]);
  assert.equal(cell.difference, -50);
  assert.equal(relativeCellOf({ ...one, base: 0 }).value, null);
});

test('signs are written for readers', () => {
  const [nl, en] = [new Wording('nl'), new Wording('en')];
  assert.equal(en.signed(1234.5, 'people'), '+1,234.5');
  assert.equal(nl.signed(-1234.5, 'people'), '\u22121.234,5');
  assert.equal(en.signed(0, 'people'), '0');
  assert.equal(en.signed(-0.0125, 'share'), '\u22121.25\u00a0%');
  assert.equal(en.signed(null, 'people'), '\u2013');
});

test('rows of intervals draw, tell and list what there is, and nothing else', () => {
  const chart = new IntervalChart(new Wording('en'), {
    unit: 'people', rowHead: 'Measure', rows: [{ label: 'first' }, { label: 'second', bound: 5 }],
    series: [{ label: 'a', cells: [{ value: 3, low: 1, high: 5 }, { value: null, low: null, high: null }] }],
    columns: [{ label: 'value', unit: 'people', of: ({ value }) => value }],
    boundLabel: 'bound', intervalText: '95 %',
  });
  assert.deepEqual(chart.table.rows, [['first', 3]]);
  assert.deepEqual(chart.legend.map(({ kind }) => kind), ['dot', 'whisker', 'bound']);
  assert.match(chart.summary, /first: a 3 \(1 to 5\)/);
  const drawn = chart.option({ width: 600, height: 200 }).series.find(({ name }) => name === 'a');
  assert.deepEqual(drawn.data, [[0, 3, 1, 5]]);
});

test('a sizing says its paths, its years and its frontier', () => {
  const target = (year, quantile) => ({ target: 0, year, quantile });
  const path = (level) => ({ years: [{ year: 2025, level }], targets: [target(2025, level)] });
  const sizing = new SizeResults({
    request: { years: [2025], kind: 'contingent' }, is_found: false, now: path(6), found: path(null),
    frontier: [{ part: 0.7, ...path(7) }, { part: 1, ...path(10) }],
  });
  assert.deepEqual(sizing.paths.map(({ key }) => key), ['now', 'unlimited']);
  assert.equal(sizing.unit, 'starts');
  assert.deepEqual(sizing.frontier(0, '2025').map(({ level, figure }) => [level, figure.quantile]), [[7, 7], [10, 10]]);
});
