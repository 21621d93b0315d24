// Money: what a budget has, what is used of it, what lapses, what is short.
import { blue, grey, sky, vermillion } from '../charts/palette.js';
import { PeriodChart } from '../charts/period_chart.js';
import { figure } from '../figure/figure.js';
import { affordable } from './affordable.js';
import { blocks, note, parts } from './blocks.js';
import { costs } from './costs.js';
import { ledger } from './ledger.js';

const only = (mean) => ({ mean, p05: null, p95: null });

/** What was used beyond the amount, and what was owed without money. */
function shortOf({ amount, used, unfunded }) {
  if (!amount || !used || amount.mean === null) return null;
  return only(Math.max(0, used.mean - amount.mean) + (unfunded?.mean ?? 0));
}

function coveredOf(figures) {
  const { amount, used } = figures;
  if (!used || used.mean === null) return null;
  return only(amount?.mean === undefined ? used.mean : Math.min(used.mean, amount.mean ?? used.mean));
}

function chartOf(context, budget) {
  const { results, wording } = context;
  const periods = results.periods(budget);
  const of = (statistic) => periods.map(({ figures }) => figures[statistic] ?? null);
  const bar = (key, color, pattern, figures) => ({
    kind: 'bar', label: wording.text(`money.${key}`), color, pattern, figures,
  });
  const extra = (statistic, unit, evenIfNought = false) => ({
    label: wording.text(`periods.${statistic}`), unit, figures: of(statistic), evenIfNought,
  });
  return new PeriodChart(wording, {
    unit: 'euro',
    periods: periods.map(({ period }) => period),
    layers: [
      bar('used', blue, 'none', periods.map(({ figures }) => coveredOf(figures))),
      bar('short', vermillion, 'diagonal', periods.map(({ figures }) => shortOf(figures))),
      bar('carried_on', sky, 'horizontal', of('carried_on')),
      bar('lapsed', grey, 'dots', of('lapsed')),
      { kind: 'interval', label: wording.text('money.used_in_all'), figures: of('used') },
      { kind: 'cap', label: wording.text('money.available'), figures: of('amount') },
    ],
    extra: [
      extra('carried_in', 'euro'), extra('unfunded', 'euro'),
      extra('ran_dry', 'share', true), extra('dry_after', 'days'),
    ],
  });
}

function budget(context, resource) {
  const { names, results, wording } = context;
  const { binding, payer } = results.data.names.resources[resource];
  const notes = [
    payer ? wording.text('money.payer', { payer: names.value(payer) }) : '',
    binding ? '' : wording.text('money.not_binding'),
  ].filter(Boolean).join(' ');
  return figure({
    id: context.id('budget', resource),
    title: wording.text('money.of', { budget: names.resource(resource) }),
    meaning: wording.text('money.means'),
    note: notes || null,
    caution: wording.text('money.caution'),
    chart: chartOf(context, resource),
  }, context);
}

export const money = {
  id: 'money',
  build(context) {
    const { names, results, wording } = context;
    const budgets = results.resources('budget')
      .filter((resource) => results.periods(resource).length > 0);
    return [
      budgets.length === 0 ? note(wording.text('money.none')) : null,
      blocks(context, 'money', budgets.map((resource) => ({
        id: resource,
        title: names.resource(resource),
        content: () => [budget(context, resource), affordable(context, resource)],
      }))),
      parts(context, 'money', [{
        id: 'payers',
        title: wording.text('money.part_payers'),
        content: () => ledger(context) ?? note(wording.text('money.no_payers')),
      }, {
        id: 'exits',
        title: wording.text('money.part_exits'),
        content: () => costs(context) ?? note(wording.text('money.no_exits')),
      }]),
    ];
  },
};
