// Who pays more and who pays less, and what becomes of contingents and budgets.
import { element } from '../../dom.js';
import { note } from '../blocks.js';
import { differenceFigure } from './parts.js';

const add = (figures, which) => figures.reduce((sum, one) => sum + (one[which] ?? 0), 0);

/** Added up over the years: means only, the intervals of years do not add up. */
function totals(context, payers) {
  const { names, results, wording } = context;
  const sum = (payer, index, which) => add(results.years.map(
    (year) => results.differences('headline', { year, indicator: 'paid', subject: payer })[index]), which);
  const cell = (value, sign = '') => element('td', { class: 'number' }, sign + wording.count(value));
  const row = (payer) => results.alternatives.map(({ title }, index) => {
    const difference = sum(payer, index, 'difference');
    return element('tr', {},
      element('th', { scope: 'row' }, names.anything(payer)),
      results.alternatives.length > 1 ? element('td', {}, wording.pick(title)) : null,
      cell(sum(payer, index, 'base')), cell(sum(payer, index, 'alternative')),
      cell(difference, difference > 0 ? '+' : ''));
  });
  const head = (key, number) => element('th', { scope: 'col', class: number ? 'number' : null }, wording.text(key));
  return element('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': wording.text('compare_cost.totals') },
    element('table', { class: 'figures' },
      element('caption', {}, wording.text('compare_cost.totals')),
      element('thead', {}, element('tr', {}, head('compare_cost.payer'),
        results.alternatives.length > 1 ? head('compare.alternative') : null,
        head('interval.base', true), head('interval.alternative', true), head('interval.difference', true))),
      element('tbody', {}, payers.map(row))));
}

function paid(context, payers) {
  const { names, results, wording } = context;
  const years = [...results.years].reverse();
  const views = [
    ...years.map((year) => ({ label: wording.text('compare_cost.each_in', { year }), year })),
    ...payers.map((payer) => ({ label: wording.text('compare_cost.by_year', { payer: names.anything(payer) }), payer })),
  ];
  const largestIn = (year) => Math.max(0, ...payers.flatMap((payer) => figuresOf(year, payer))
    .map(({ difference }) => Math.abs(difference ?? 0)));
  const figuresOf = (year, subject) => results.differences('headline', { year, indicator: 'paid', subject });
  const sizes = years.map(largestIn);
  const mostIn = sizes.indexOf(Math.max(...sizes));
  return differenceFigure(context, {
    id: context.id('paid-by'),
    title: wording.text('compare_cost.paid'),
    meaning: wording.text('compare_cost.paid_means'),
    caution: wording.text('compare_cost.paid_caution'),
    choices: [{ label: wording.text('figure.show'), options: views.map(({ label }) => label), first: mostIn }],
    rowsOf: ([view]) => {
      const { year, payer } = views[view];
      const rows = year
        ? payers.map((one) => ({ label: names.anything(one), figures: figuresOf(year, one) }))
        : results.years.map((one) => ({ label: one, figures: figuresOf(one, payer) }));
      return { rows, unit: 'euro', rowHead: wording.text(year ? 'compare_cost.payer' : 'table.year') };
    },
  });
}

function resources(context) {
  const { names, results, wording } = context;
  const table = results.tables.headline;
  const of = ['used', 'unspent', 'amount', 'lapsed'].flatMap((indicator) => (
    table.valuesWhere('subject', { indicator }).map((subject) => ({ indicator, subject }))));
  const different = of.filter((wanted) => table.rowsWhere(wanted)
    .some((row) => table.value('verdict', row) !== 'same'));
  if (different.length === 0) return null;
  return differenceFigure(context, {
    id: context.id('resources-by-year'),
    title: wording.text('compare_cost.resources'),
    meaning: wording.text('compare_cost.resources_means'),
    caution: wording.text('compare_cost.resources_caution'),
    choices: [{
      label: wording.text('figure.show'),
      options: different.map(({ indicator, subject }) => (
        `${names.anything(subject)}: ${wording.text(`compare_indicator.${indicator}`)}`)),
    }],
    rowsOf: ([which]) => {
      const wanted = different[which];
      const [first] = table.rowsWhere(wanted);
      return {
        rows: results.years.map((year) => ({ label: year, figures: results.differences('headline', { ...wanted, year }) })),
        unit: table.value('unit', first),
        rowHead: wording.text('table.year'),
      };
    },
  });
}

export const cost = {
  id: 'cost',
  texts: 'compare_cost',
  build(context) {
    const { results, wording } = context;
    const payers = results.tables.headline.valuesWhere('subject', { indicator: 'paid' });
    return [
      payers.length === 0 ? note(wording.text('compare_cost.none')) : [totals(context, payers), paid(context, payers)],
      resources(context),
    ];
  },
};
