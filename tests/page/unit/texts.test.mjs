// Every text of the page is there in both languages and asks for the same values.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { texts } from '../../../sim/report/page/source/language/texts.js';
import { words } from '../../../sim/report/page/source/language/words.js';

const source = new URL('../../../sim/report/page/source/', import.meta.url);
const marks = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

function code() {
  const read = (folder) => readdirSync(new URL(folder, source), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? read(`${folder}${entry.name}/`)
      : [readFileSync(new URL(folder + entry.name, source), 'utf8')]));
  return read('./').join('\n');
}

test('both languages are there', () => {
  for (const [key, both] of Object.entries({ ...texts, ...words })) {
    assert.ok(both.nl?.trim() && both.en?.trim(), `${key} lacks a language`);
    assert.deepEqual(marks(both.nl), marks(both.en), `${key} puts other values in`);
  }
});

test('every text that is asked for is there', () => {
  const asked = [...code().matchAll(/\.text\('([\w.]+)'/g)].map(([, key]) => key);
  assert.ok(asked.length > 50);
  for (const key of asked) assert.ok(texts[key], `no text ${key}`);
});

test('every text is asked for', () => {
  const all = code().replace(/'[\w.]+': both\(/g, '');
  const known = Object.keys(texts).filter((key) => {
    const [group, name] = key.split('.');
    return !all.includes(`'${key}'`) && !all.includes(`\`${group}.$`) && !all.includes(`.${name}\``)
      && !all.includes(`'${name}'`);
  });
  assert.deepEqual(known, [], 'these texts are not used');
});
