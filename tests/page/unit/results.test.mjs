// What the charts ask of the tables.
import assert from 'node:assert/strict';
import test from 'node:test';
import { cohortYears, fateOfInitial } from '../../../sim/report/page/source/data/cohort_years.js';
import { FigureTable } from '../../../sim/report/page/source/data/figure_table.js';
import { Results, timeOf } from '../../../sim/report/page/source/data/results.js';
import { Wording } from '../../../sim/report/page/source/language/wording.js';
import { Context } from '../../../sim/report/page/source/page/context.js';
import { data, table } from './data.mjs';

const seriesOf = (rows) => table(['date', 'indicator', 'subject', 'breakdown', 'unit'], rows);

test('columns are lists or one value for all rows', () => {
  const one = new FigureTable(table(['date', 'unit'], [
    ['2025-01-31', 'people', 3, null, null, null], ['2025-02-28', 'people', 4, null, null, null]]));
  assert.equal(one.value('unit', 1), 'people');
  assert.equal(one.value('date', 1), '2025-02-28');
  assert.deepEqual(one.figure(1), { mean: 4, p05: null, p50: null, p95: null });
  assert.deepEqual(one.rowsWhere({ unit: 'people' }), [0, 1]);
  assert.deepEqual(one.rowsWhere({ unit: 'euro' }), []);
  assert.equal(one.figureWhere({ date: '2030-01-31' }).mean, null);
});

test('a month without a figure stays in the series, without a figure', () => {
  const results = new Results(data({ tables: { series: seriesOf([
    ['2025-01-31', 'starts', 'training', 'all', 'people', 5],
    ['2025-01-31', 'wait_of_starters_p50', 'training', 'all', 'days', 30],
    ['2025-02-28', 'starts', 'training', 'all', 'people', 0],
    ['2025-03-31', 'starts', 'training', 'all', 'people', 2],
    ['2025-03-31', 'wait_of_starters_p50', 'training', 'all', 'days', 40],
  ]) } }));
  assert.deepEqual(results.series('wait_of_starters_p50', 'training').map((point) => point.figure.mean),
    [30, null, 40]);
  assert.deepEqual(results.series('waiting', 'training'), []);
  assert.equal(results.series('starts', 'training')[0].time, timeOf('2025-01-31'));
});

test('lists are those on which anybody ever waited', () => {
  const results = new Results(data({ tables: {
    series: seriesOf([
      ['2025-01-31', 'waiting', 'training', 'all', 'people', 0],
      ['2025-01-31', 'waiting', 'other', 'all', 'people', 0],
      ['2025-01-31', 'waiting', 'third', 'all', 'people', 0.05],
    ]),
    waiting: table(['cohort', 'measure', 'breakdown', 'statistic', 'unit'],
      [['initial', 'training', 'all', 'joined', 'people', 7]]),
  } }));
  assert.deepEqual(results.lists, ['training', 'third']);
  assert.deepEqual(results.listsNeverUsed, ['other']);
  assert.equal(results.waitingAtStart('training'), 7);
  assert.equal(results.waitingAtStart('third'), 0);
});

test('breakdowns keep the order of the data and any sign in a value', () => {
  const results = new Results(data({ tables: { series: seriesOf([
    ['2025-01-31', 'waiting', 'training', 'all', 'people', 3],
    ['2025-01-31', 'waiting', 'training', 'region=south', 'people', 1],
    ['2025-01-31', 'waiting', 'training', 'region=a=b', 'people', 2],
  ]) } }));
  assert.deepEqual([...results.breakdowns('waiting', 'training')], [['region', ['south', 'a=b']]]);
});

const statistic = (cohort, name, value) => [cohort, 'training', 'all', name, 'share', value];

function cohortRows(cohort, joined, started, waiting) {
  return [statistic(cohort, 'joined', joined), ...[90, 180, 365, 730].flatMap((term) => [
    statistic(cohort, `started_within_${term}`, started),
    statistic(cohort, `waiting_after_${term}`, waiting)])];
}

const waitingOf = (rows) => new Results(data({ tables: {
  waiting: table(['cohort', 'measure', 'breakdown', 'statistic', 'unit'], rows) } }));

test('shares of a year weigh its months by who joined', () => {
  const [year] = cohortYears(waitingOf([
    ...cohortRows('2025-01', 30, 0.5, 0.4), ...cohortRows('2025-02', 10, 0.9, 0),
    ...cohortRows('2025-03', 0, null, null)]), 'training');
  assert.equal(year.joined, 40);
  assert.ok(Math.abs(year.after[90].started - 0.6) < 1e-12);
  assert.ok(Math.abs(year.after[90].waiting - 0.3) < 1e-12);
  assert.ok(Math.abs(year.after[90].left - 0.1) < 1e-12);
});

test('a year with a month that was not followed long enough has no shares', () => {
  const years = cohortYears(waitingOf([
    ...cohortRows('2025-01', 30, 0.5, 0.4), statistic('2025-02', 'joined', 10)]), 'training');
  assert.deepEqual(years[0].after[365], { started: null, left: null, waiting: null });
  assert.equal(years[0].joined, 40);
});

test('those who waited at the start are followed apart', () => {
  const rows = [['joined', 20], ['share_started', 0.8], ['share_left', 0.15], ['share_waiting', 0.05]]
    .map(([name, value]) => statistic('initial', name, value));
  assert.deepEqual(fateOfInitial(waitingOf(rows), 'training'),
    { joined: 20, started: 0.8, left: 0.15, waiting: 0.05 });
  assert.equal(fateOfInitial(waitingOf([]), 'training'), null);
});

test('a picture of a run of a part of the people says so', () => {
  const sourceOf = (scale, language) => new Context(
    new Results(data({ run: { version: '0.1.0', replications: 20, scale } })), new Wording(language)).source;
  assert.match(sourceOf(0.1, 'nl'), /op schaal 0,1,/);
  assert.match(sourceOf(0.1, 'en'), /at scale 0\.1,/);
  assert.doesNotMatch(sourceOf(1, 'en'), /scale/);
});
