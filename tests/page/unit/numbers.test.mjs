// Numbers and dates as readers of each language write them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axisMark, longDate, longMonth, periodName } from '../../../sim/report/page/source/language/dates.js';
import { atMost, fixed, plain, significant } from '../../../sim/report/page/source/language/numbers.js';
import { Wording } from '../../../sim/report/page/source/language/wording.js';

test('thousands and decimals follow the language', () => {
  assert.equal(fixed('nl', 1320.5, 1), '1.320,5');
  assert.equal(fixed('en', 1320.5, 1), '1,320.5');
  assert.equal(fixed('nl', 3500000), '3.500.000');
  assert.equal(fixed('en', 999), '999');
  assert.equal(fixed('nl', 1000), '1.000');
});

test('a negative number has a minus sign, and nought has none', () => {
  assert.equal(fixed('en', -1234.56, 1), '\u22121,234.6');
  assert.equal(fixed('en', -0.04, 1), '0.0');
});

test('what is not known is a dash, never nought', () => {
  for (const value of [null, undefined, NaN, Infinity]) assert.equal(fixed('nl', value), '\u2013');
  assert.equal(significant('nl', null), '\u2013');
  assert.equal(new Wording('nl').percent(null), '\u2013');
});

test('zeros at the end are left out where a number is given as it is', () => {
  assert.equal(atMost('nl', 1320, 1), '1.320');
  assert.equal(atMost('nl', 12.25, 1), '12,3');
  assert.equal(atMost('en', 100, 2), '100');
  assert.equal(significant('nl', 0.016), '0,016');
  assert.equal(significant('en', 0.00072), '0.00072');
  assert.equal(significant('nl', 3500000), '3.500.000');
  assert.equal(significant('nl', 0), '0');
});

test('spreadsheets get numbers without grouping and without noise', () => {
  assert.equal(plain('nl', 114387.60000000001), '114387,6');
  assert.equal(plain('en', 1320.5), '1320.5');
  assert.equal(plain('nl', null), '');
});

test('dates follow the language', () => {
  assert.equal(longDate('nl', '2027-12-31'), '31 december 2027');
  assert.equal(longDate('en', '2027-03-01'), '1 March 2027');
  assert.equal(longMonth('nl', '2020-03'), 'maart 2020');
  assert.equal(axisMark('nl', '2020-01-01'), '2020');
  assert.equal(axisMark('nl', '2020-03-01'), 'mrt');
  assert.equal(periodName('en', '2025'), '2025');
  assert.equal(periodName('en', '2025-04'), 'Apr 2025');
});

test('figures are told with the decimals of their unit', () => {
  const nl = new Wording('nl');
  assert.equal(nl.figureWithUnit(1002.94, 'people'), '1.002,9\u00a0mensen');
  assert.equal(nl.figure(0.137, 'share'), '13,7\u00a0%');
  assert.equal(nl.figure(3500000.4, 'euro'), '3.500.000');
  assert.equal(nl.band({ p05: 10, p95: 20.25 }, 'people'), '10\u201320,3');
  assert.equal(nl.band({ p05: null, p95: null }, 'people'), '');
});

test('a text says what is put into it, and nothing of it is taken for a mark again', () => {
  const said = new Wording('en').text('lists.never', { lists: '{lists} $& <b>' });
  assert.equal(said, 'Nobody ever waited for: {lists} $& <b>.');
  assert.throws(() => new Wording('en').text('no.such.text'));
});
