// The schema that editors use accepts every sound scenario, and refuses every broken one whose
// fault is one of form. Faults of meaning (sums, names, orders) are the program's to find; the
// scenarios that have no other (or that repeat a key, which a validator never sees) are listed in
// only_in_meaning.txt.
//
// TOP: the repository; PACKAGES: where the packages of package-lock.json are.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

const require = createRequire(join(process.env.PACKAGES, 'package.json'));
const Ajv = require('ajv');
const addFormats = require('ajv-formats');

const top = process.env.TOP;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const read = (file) => utf8.decode(readFileSync(join(top, file)));
const scenariosIn = (folder) =>
  readdirSync(join(top, folder))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .sort();

const schema = JSON.parse(read('scenarios/scenario.schema.json'));
const ajv = addFormats(new Ajv({ strict: true, strictTypes: false, strictRequired: false }));
const accepts = ajv.compile(schema);

/** What the schema says of a file: 'accepted', 'refused', or 'not JSON'. */
function verdict(file) {
  let scenario;
  try {
    scenario = JSON.parse(read(file));
  } catch {
    return 'not JSON';
  }
  return accepts(scenario) ? 'accepted' : 'refused';
}

test('the schema is one itself', () => {
  assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors));
});

for (const folder of ['scenarios', 'tests/scenario/sound', 'tests/scenario/sound/parts']) {
  for (const name of scenariosIn(folder)) {
    test(`${folder}/${name} is accepted`, () => {
      assert.equal(verdict(`${folder}/${name}`), 'accepted', JSON.stringify(accepts.errors, null, 1));
    });
  }
}

const broken = 'tests/scenario/broken';
const onlyInMeaning = new Set(read('tests/schema/only_in_meaning.txt').split('\n').filter(Boolean));

for (const name of scenariosIn(broken)) {
  const expected = onlyInMeaning.has(name) ? 'accepted' : 'refused';
  test(`${broken}/${name} is ${expected}`, () => {
    const said = verdict(`${broken}/${name}`);
    if (expected === 'accepted') assert.equal(said, 'accepted', JSON.stringify(accepts.errors, null, 1));
    else assert.notEqual(said, 'accepted');
  });
}

test('only scenarios that are there are listed', () => {
  const names = new Set(scenariosIn(broken));
  assert.deepEqual([...onlyInMeaning].filter((name) => !names.has(name)), []);
});
