// What charts make of their layers: drawing, legend, table, summary.
import assert from 'node:assert/strict';
import test from 'node:test';
import { scaleFor } from '../../../sim/report/page/source/charts/frame.js';
import { PeriodChart } from '../../../sim/report/page/source/charts/period_chart.js';
import { SharePanels } from '../../../sim/report/page/source/charts/share_panels.js';
import { TimeChart } from '../../../sim/report/page/source/charts/time_chart.js';
import { timeOf } from '../../../sim/report/page/source/data/results.js';
import { Wording } from '../../../sim/report/page/source/language/wording.js';
import { placeInAddress } from '../../../sim/report/page/source/page/place.js';

const en = new Wording('en');
const size = { width: 800, height: 340 };
const figure = (mean, p05 = null, p95 = null) => ({ mean, p05, p50: p05 === null ? null : mean, p95 });
const point = (date, ...figures) => ({ time: timeOf(date), figure: figure(...figures) });

const span = { start: timeOf('2025-01-01'), end: timeOf('2026-01-01') };

function timeChart(points, observed = []) {
  return new TimeChart(en, { unit: 'people', span, layers: [
    { kind: 'line', label: 'waiting', color: '#000', band: 'drawn', points },
    { kind: 'observed', label: 'observed', points: observed },
  ] });
}

test('a band is drawn as its lower edge and its height', () => {
  const chart = timeChart([point('2025-01-31', 10, 8, 13), point('2025-02-28', 12, 9, 16)]);
  const { series } = chart.option(size);
  assert.deepEqual(series.map(({ data }) => data.map(([, value]) => value)),
    [[8, 9], [5, 7], [10, 12]]);
  assert.deepEqual(chart.legend.map(({ kind }) => kind), ['line', 'band']);
  assert.deepEqual(chart.table.columns.map(({ label }) => label),
    ['Date', 'waiting, mean', '5 %', 'median', '95 %']);
});

test('without percentiles there is no band, neither drawn nor in legend or table', () => {
  const chart = timeChart([point('2025-01-31', 10), point('2025-02-28', null)]);
  assert.equal(chart.option(size).series.length, 1);
  assert.deepEqual(chart.legend.map(({ kind }) => kind), ['line']);
  assert.deepEqual(chart.table.rows, [['2025-01-31', 10], ['2025-02-28', null]]);
});

test('observed figures from before the start widen the axis and join the table', () => {
  const chart = timeChart([point('2025-01-31', 10)], [{ time: timeOf('2024-12-31'), value: 9 }]);
  assert.equal(chart.option(size).xAxis.min, timeOf('2024-12-31'));
  assert.equal(chart.option(size).xAxis.max, span.end);
  assert.deepEqual(chart.table.rows, [['2024-12-31', null, 9], ['2025-01-31', 10, null]]);
});

test('the summary says where a line begins, ends and peaks', () => {
  const chart = timeChart([point('2025-01-31', 10), point('2025-02-28', 30), point('2025-03-31', 20)]);
  assert.equal(chart.summary.replaceAll('\u00a0', ' '),
    'waiting: from 10 people on 31 January 2025 to 20 people on 31 March 2025; highest in February 2025, with 30 people.');
  assert.equal(timeChart([point('2025-01-31', null)]).summary, 'waiting: no figures.');
});

test('parts that are nought everywhere are left out, but the first one stays', () => {
  const bar = (label, ...means) => ({ kind: 'bar', label, color: '#000', figures: means.map((mean) => figure(mean)) });
  const chart = new PeriodChart(en, { unit: 'euro', periods: ['2025', '2026'], layers: [
    bar('used', 0, 0), bar('short', 0, 0), bar('lapsed', 5, 0),
    { kind: 'cap', label: 'available', figures: [figure(null), figure(null)] }],
  extra: [{ label: 'carried', unit: 'euro', figures: [figure(0), figure(0)] }] });
  assert.deepEqual(chart.legend.map(({ label }) => label), ['used', 'lapsed']);
  assert.deepEqual(chart.table.rows, [['2025', 0, 5], ['2026', 0, 0]]);
});

test('the cap is drawn for every period that has one', () => {
  const chart = new PeriodChart(en, { unit: 'starts', periods: ['2025', '2026'], layers: [
    { kind: 'bar', label: 'starts', color: '#000', figures: [figure(3, 2, 4), figure(4, 4, 4)], interval: true },
    { kind: 'cap', label: 'cap', figures: [figure(5), figure(6)] }] });
  const [bars, interval, cap] = chart.option(size).series;
  assert.deepEqual(bars.data, [3, 4]);
  assert.deepEqual(interval.data, [[0, 2, 4]]);
  assert.deepEqual(cap.data, [[0, 5], [1, 6]]);
});

test('panels share the width, and each adds up to the whole', () => {
  const panel = (label) => ({ label, parts: [[0.25, null], [0.75, null]] });
  const chart = new SharePanels(en, { periods: ['2025', '2026'], panels: [panel('a'), panel('b')],
    layers: [{ kind: 'bar', label: 'x' }, { kind: 'bar', label: 'y' }] });
  const { grid, series } = chart.option(size);
  assert.ok(grid[1].left + grid[1].width <= size.width);
  assert.equal(series.length, 4);
  assert.equal(chart.summary, '2025, a: x 25\u00a0%, y 75\u00a0%. 2025, b: x 25\u00a0%, y 75\u00a0%.');
  assert.deepEqual(chart.table.columns.map(({ label }) => label), ['Year', 'When', 'x', 'y']);
  assert.deepEqual(chart.table.rows.slice(0, 2), [['2025', 'a', 0.25, 0.75], ['2025', 'b', 0.25, 0.75]]);
});

test('large amounts of money are drawn in thousands or millions', () => {
  assert.equal(scaleFor('euro', 3.5e6).unit, 'million_euro');
  assert.equal(scaleFor('euro', 4e5).unit, 'thousand_euro');
  assert.equal(scaleFor('euro', 900).unit, 'euro');
  assert.equal(scaleFor('people', 4e6).divisor, 1);
});

test('the address says language and place, or nothing', () => {
  assert.deepEqual(placeInAddress('#en/lists/x'), { language: 'en', id: 'en/lists/x' });
  assert.deepEqual(placeInAddress('#nl'), { language: 'nl', id: 'nl' });
  assert.deepEqual(placeInAddress('#fr/lists'), { language: null, id: null });
  assert.deepEqual(placeInAddress(''), { language: null, id: null });
  assert.deepEqual(placeInAddress('#%E0%A4%A'), { language: null, id: null });
});
