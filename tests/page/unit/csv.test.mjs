// Tables for spreadsheets.
import assert from 'node:assert/strict';
import test from 'node:test';
import { csvOf } from '../../../sim/report/page/source/figure/csv.js';
import { fileName } from '../../../sim/report/page/source/figure/downloads.js';
import { Wording } from '../../../sim/report/page/source/language/wording.js';

const table = {
  columns: [{ label: 'Datum', unit: 'date' }, { label: 'wachtenden', unit: 'people' }, { label: 'aandeel', unit: 'share' }],
  rows: [['2025-01-31', 1320.5, 0.25], ['2025-02-28', null, -1]],
};

test('Dutch spreadsheets get semicolons and decimal commas, English ones commas and points', () => {
  assert.equal(csvOf(table, new Wording('nl')),
    'Datum;wachtenden (mensen);aandeel\r\n2025-01-31;1320,5;0,25\r\n2025-02-28;;-1\r\n');
  assert.equal(csvOf(table, new Wording('en')).split('\r\n')[1], '2025-01-31,1320.5,0.25');
});

test('texts are quoted where they must be and never taken for formulas', () => {
  const texts = ['=1+1', '@x', '+x', '-x', 'a;b', 'say "so"', 'two\nlines'];
  const lines = csvOf({ columns: [{ label: 'x', unit: 'text' }], rows: texts.map((text) => [text]) },
    new Wording('nl'));
  assert.equal(lines, 'x\r\n\'=1+1\r\n\'@x\r\n\'+x\r\n\'-x\r\n"a;b"\r\n"say ""so"""\r\n"two\nlines"\r\n');
});

test('file names hold nothing a file system could stumble over', () => {
  assert.equal(fileName(['My scenario', '../x', 'nl'], 'csv'), 'my-scenario-..-x-nl.csv');
  assert.equal(fileName(['a/b\\c:d*e'], 'png'), 'a-b-c-d-e.png');
});
