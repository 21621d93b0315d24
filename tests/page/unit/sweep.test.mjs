// What a page knows of a sweep, and how it draws a figure along a number.
import assert from 'node:assert/strict';
import test from 'node:test';
import { GridMap } from '../../../sim/report/page/source/charts/grid_map.js';
import { SweptChart } from '../../../sim/report/page/source/charts/swept_chart.js';
import { SweepResults } from '../../../sim/report/page/source/data/sweep_results.js';
import { Wording } from '../../../sim/report/page/source/language/wording.js';

const en = new Wording('en');

const resultsOf = (values) => new SweepResults({
  pointers: ['/a', '/b'], values, figures: [],
  tables: { sweep: { rows: values.length, mean: values.map((_, point) => point * 10), p05: null, p50: null, p95: null,
    low: values.map((_, point) => point * 10 - 1), high: values.map((_, point) => point * 10 + 1),
    dimensions: {
      point: { values: values.map((_, point) => String(point + 1)), codes: values.map((_, point) => point) },
      indicator: { values: ['starts'], codes: 0 }, subject: { values: ['x'], codes: 0 },
    } } },
});

test('every combination once is a grid; values stand in the order of numbers', () => {
  const grid = resultsOf([['10', 'u'], ['10', 'v'], ['9', 'u'], ['9', 'v']]);
  assert.equal(grid.isGrid, true);
  assert.deepEqual(grid.variations.map(({ values, isNumeric }) => [values, isNumeric]), [[['9', '10'], true], [['u', 'v'], false]]);
  assert.deepEqual(grid.pointsWith({ 0: '9', 1: 'v' }), [3]);
  const { mean, low, high } = grid.at(3, { indicator: 'starts', subject: 'x' });
  assert.deepEqual([mean, low, high], [30, 29, 31]);
  assert.equal(resultsOf([['10', 'u'], ['9', 'v']]).isGrid, false);
  assert.equal(resultsOf([['10', 'u'], ['10', 'u']]).isGrid, false);
});

test('a point without the figure leaves a gap in line and table', () => {
  const chart = new SweptChart(en, { unit: 'people', values: ['9', '10'], isNumeric: true, isJoined: true,
    axisText: 'a', intervalText: 'interval', lines: [{ label: 'x', cells: [{ mean: 4, low: 3, high: 5 }, null] }] });
  const line = chart.option().series.find(({ type }) => type === 'line');
  assert.deepEqual(line.data, [[9, 4], [10, null]]);
  assert.deepEqual(chart.table.rows, [['9', 4, 3, 5], ['10', null, null, null]]);
  assert.equal(chart.summary, 'x: 9: 4.');
});

test('a map says its ends and leaves out pairs that were not simulated', () => {
  const cell = (mean) => ({ mean, low: null, high: null });
  const map = new GridMap(en, { unit: 'people', rows: { label: 'a', values: ['1', '2'] },
    columns: { label: 'b', values: ['3'] }, cells: [[cell(7)], [null]], intervalText: 'x' });
  assert.deepEqual(map.option({ width: 600 }).series[0].data, [[0, 0, 7]]);
  assert.deepEqual(map.table.rows, [['1', '3', 7, null, null]]);
  assert.equal(map.legend.length, 1);
});
