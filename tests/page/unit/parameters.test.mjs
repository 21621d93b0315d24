// Parameters as readers meet them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { countByStatus, nameOf, valuesOf } from '../../../sim/report/page/source/data/parameters.js';
import { Wording } from '../../../sim/report/page/source/language/wording.js';

const nl = new Wording('nl');
const names = {
  resources: { cap: { nl: 'Contingent', en: 'Contingent', kind: 'contingent' }, money: { kind: 'budget' } },
  paths: {
    '/resources/cap': { nl: 'Contingent', en: 'Contingent' },
    '/measures/training': { nl: 'Opleiding', en: 'Training' },
    '/measures/training/afterwards/0': { nl: 'werk (NEC)', en: 'job' },
    '/labour_market/exits/job_finding': { nl: 'job_finding', en: 'job_finding' },
  },
};

const name = (path) => nameOf({ path }, names, nl);
const values = (parameter) => valuesOf({ unit: '', text: '', ...parameter }, names, nl);

test('a path is told in words, with the labels of the scenario', () => {
  assert.deepEqual(name('/resources/cap/per_year/2019'),
    { group: 'Contingenten, plaatsen en budgetten: Contingent', name: 'per jaar \u203a 2019' });
  assert.deepEqual(name('/measures/training/afterwards/0/p'),
    { group: 'Maatregelen: Opleiding', name: 'daarna \u203a werk (NEC) \u203a aandeel' });
  assert.deepEqual(name('/labour_market/exits/job_finding/per_month'),
    { group: 'Arbeidsmarkt: werk vinden', name: 'per maand' });
  assert.deepEqual(name('/labour_market/spell_reset_days').name, 'dagen werk die een periode be\u00ebindigen');
});

test('a span of time and its range keep the unit they were written in', () => {
  const span = { path: '/measures/training/max', value: 365.25, text: '12 months', unit: 'days', range: [182.625, 547.875] };
  assert.deepEqual(values(span), { value: '12 maanden', range: '6\u201318' });
});

test('shares are percentages, amounts have the unit of their resource', () => {
  assert.equal(values({ path: '/arrivals/x/per_year/growth', value: 0.03 }).value, '3\u00a0%');
  assert.equal(values({ path: '/x/p', value: 0.145, range: [0.1, 0.2] }).range, '10\u201320\u00a0%');
  assert.equal(values({ path: '/resources/cap/per_year/2019', value: 1100 }).value, '1.100 starters');
  assert.equal(values({ path: '/resources/money/per_year/2019', value: 3500000 }).value, '3.500.000 euro');
  assert.equal(values({ path: '/x/per_month', value: 0.016, unit: 'per month' }).value, '0,016 per maand');
});

test('every status is counted, also those nobody has', () => {
  assert.deepEqual(countByStatus([{ status: 'cited' }, { status: 'cited' }, { status: 'unstated' }]),
    { cited: 2, public: 0, derived: 0, assumption: 0, unstated: 1 });
});
