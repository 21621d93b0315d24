// Referral: the measure that was given against the one that the rules would have given had
// screening seen the truth; and starts of people for whom the measure is not meant.
import { orange } from '../charts/palette.js';
import { HeatMap } from '../charts/heat_map.js';
import { RankChart } from '../charts/rank_chart.js';
import { figure } from '../figure/figure.js';
import { yearChoice } from './moves.js';

const mostItems = 14;
const everyone = 'all';

/** Map of "truth\ngiven" to people. */
function pairs(table, year, rule) {
  const wanted = { figure: 'referred', year, ...(rule === everyone ? {} : { by: rule }) };
  const found = new Map();
  for (const row of table.rowsWhere(wanted)) {
    const key = `${table.value('truth', row)}\n${table.value('given', row)}`;
    found.set(key, (found.get(key) ?? 0) + table.figure(row).mean);
  }
  return found;
}

/** The largest measures by name, the others as one. */
function itemsOf(found) {
  const sizes = new Map();
  for (const [key, people] of found) {
    for (const id of key.split('\n')) sizes.set(id, (sizes.get(id) ?? 0) + people);
  }
  const ids = [...sizes].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return ids.length <= mostItems ? ids : [...ids.slice(0, mostItems - 1), 'others'];
}

function confusion(context, year, rule) {
  const { names, wording } = context;
  const found = pairs(context.results.table('referral'), year, rule);
  const items = itemsOf(found);
  const place = (id) => (items.includes(id) ? items.indexOf(id) : items.indexOf('others'));
  const counts = items.map(() => items.map(() => 0));
  for (const [key, people] of found) {
    const [truth, given] = key.split('\n').map(place);
    counts[truth][given] += people;
  }
  const cells = counts.map((row) => {
    const sum = row.reduce((a, b) => a + b, 0);
    return row.map((people) => (sum > 0 ? people / sum : null));
  });
  return new HeatMap(wording, {
    head: wording.text('referral.truth'),
    across: wording.text('referral.given'),
    items: items.map((id) => (id === 'others' ? wording.text('referral.others') : names.referred(id))),
    cells,
    counts,
    unitText: wording.text('referral.unit'),
    legend: ['few', 'some', 'most'].map((key) => wording.text(`referral.${key}`)),
  });
}

function rules(context) {
  const { names, results, wording } = context;
  const table = results.table('referral');
  return {
    label: wording.text('referral.rule'),
    options: [{ label: wording.text('referral.all_rules'), value: everyone },
      ...table.valuesWhere('by', { figure: 'referred' })
        .map((rule) => ({ label: names.rule(rule), value: rule }))],
  };
}

export function confusionMatrix(context) {
  const { results, wording } = context;
  const table = results.table('referral');
  const years = table.valuesWhere('year', { figure: 'referred' });
  if (years.length === 0) return null;
  return figure({
    id: context.id('confusion'),
    title: wording.text('referral.title'),
    meaning: wording.text('referral.means'),
    caution: wording.text('referral.caution'),
    choices: [yearChoice(context, years), rules(context)],
    chartOf: (year, rule) => confusion(context, year, rule),
  }, context);
}

const wrong = { figure: 'wrong_referral_rate', unit: 'share' };

function wrongChart(context, year, kind) {
  const { names, results, wording } = context;
  const table = results.table('referral');
  const rows = table.valuesWhere('by', { ...wrong, year }).map((measure) => ({
    label: names.measure(measure), figure: table.figureWhere({ ...wrong, year, by: measure, given: kind }),
  })).sort((a, b) => (b.figure.mean ?? 0) - (a.figure.mean ?? 0));
  return new RankChart(wording, {
    unit: 'share', head: wording.text('choice.measure'), rows,
    bar: { label: wording.text(`referral.${kind}`), color: orange, pattern: 'none' },
  });
}

export function wrongReferrals(context) {
  const { results, wording } = context;
  const years = results.table('referral').valuesWhere('year', wrong);
  if (years.length === 0) return null;
  return figure({
    id: context.id('wrong-referrals'),
    title: wording.text('referral.wrong_title'),
    meaning: wording.text('referral.wrong_means'),
    caution: wording.text('referral.wrong_caution'),
    choices: [yearChoice(context, years), {
      label: wording.text('choice.show'),
      options: ['outside', 'too_strong', 'too_weak'].map((kind) => (
        { label: wording.text(`referral.${kind}`), value: kind })),
    }],
    chartOf: (year, kind) => wrongChart(context, year, kind),
  }, context);
}
