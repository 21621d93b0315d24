// Who: which groups the measures reach, and how long they wait.
import { blue, green, fillOf } from '../charts/palette.js';
import { RankChart } from '../charts/rank_chart.js';
import { TimeChart } from '../charts/time_chart.js';
import { figure } from '../figure/figure.js';
import { blocks, note } from './blocks.js';
import { groupWaits } from './group_waits.js';
import { measureChoice, yearChoice } from './moves.js';

const tableOf = (context) => context.results.table('equity');

function shareOfStarts(context, attribute, measure, year) {
  const { names, wording } = context;
  const table = tableOf(context);
  const rows = table.valuesWhere('value', { attribute }).map((value) => ({
    label: names.value(value),
    figure: table.figureWhere({ year, measure, attribute, value, statistic: 'start_share' }),
    mark: table.figureWhere({ year, measure: 'all', attribute, value, statistic: 'need_share' }),
  }));
  return new RankChart(wording, {
    unit: 'share', head: names.attribute(attribute), rows,
    bar: { label: wording.text('who.start_share'), color: blue, pattern: 'none' },
    mark: { label: wording.text('who.need_share') },
  });
}

function startsAgainstNeed(context, attribute) {
  const { names, wording } = context;
  const table = tableOf(context);
  return figure({
    id: context.id('need', attribute),
    title: wording.text('who.need_title', { attribute: names.attribute(attribute) }),
    meaning: wording.text('who.need_means'),
    caution: wording.text('who.need_caution'),
    choices: [measureChoice(context, table.valuesWhere('measure', { attribute, statistic: 'start_share' })),
      yearChoice(context, table.valuesWhere('year', { attribute, statistic: 'start_share' }))],
    chartOf: (measure, year) => shareOfStarts(context, attribute, measure, year),
  }, context);
}

const one = { mean: 1, p05: null, p50: null, p95: null };

function reachOf(context, attribute, value, year) {
  const { names, wording } = context;
  const table = tableOf(context);
  const rows = table.valuesWhere('measure', { attribute, statistic: 'reach', year }).map((measure) => ({
    label: names.measureOrAll(measure), mark: one,
    figure: table.figureWhere({ year, measure, attribute, value, statistic: 'reach' }),
  })).sort((a, b) => (b.figure.mean ?? 0) - (a.figure.mean ?? 0));
  return new RankChart(wording, {
    unit: 'ratio', head: wording.text('choice.measure'), rows,
    bar: { label: wording.text('who.reach'), color: green, pattern: 'none' },
    mark: { label: wording.text('who.even') },
  });
}

function reach(context, attribute) {
  const { names, wording } = context;
  const table = tableOf(context);
  return figure({
    id: context.id('reach', attribute),
    title: wording.text('who.reach_title', { attribute: names.attribute(attribute) }),
    meaning: wording.text('who.reach_means'),
    caution: wording.text('who.reach_caution'),
    choices: [{
      label: wording.text('choice.group'),
      options: table.valuesWhere('value', { attribute, statistic: 'reach' })
        .map((value) => ({ label: names.value(value), value })),
    }, yearChoice(context, table.valuesWhere('year', { attribute, statistic: 'reach' }))],
    chartOf: (value, year) => reachOf(context, attribute, value, year),
  }, context);
}

const waitIndicator = 'wait_of_starters_p50';

function waitChart(context, list, attribute) {
  const { names, results, wording } = context;
  const values = results.breakdowns(waitIndicator, list).get(attribute);
  return new TimeChart(wording, {
    unit: 'days',
    span: results.span,
    layers: values.map((value, index) => ({
      kind: 'line', label: names.value(value), color: fillOf(index).color, band: 'told',
      dash: ['solid', 'dashed', 'dotted'][index % 3],
      points: results.series(waitIndicator, list, `${attribute}=${value}`),
    })),
  });
}

/** Lists with waits by group: [{list, attribute}]. */
const waitsByGroup = ({ results }) => results.lists.flatMap((list) => (
  [...results.breakdowns(waitIndicator, list).keys()].map((attribute) => ({ list, attribute }))));

function waiting(context) {
  const { names, wording } = context;
  const found = waitsByGroup(context);
  if (found.length === 0) return null;
  return figure({
    id: context.id('wait-by-group'),
    title: wording.text('who.wait_title'),
    meaning: wording.text('who.wait_means'),
    caution: wording.text('lists.wait_caution'),
    choices: [{
      label: wording.text('choice.show'),
      options: found.map(({ list, attribute }, value) => (
        { label: `${names.list(list)}: ${names.attribute(attribute)}`, value })),
    }],
    chartOf: (index) => waitChart(context, found[index].list, found[index].attribute),
  }, context);
}

function waits(context) {
  const found = [waiting(context), groupWaits(context)].filter(Boolean);
  return found.length > 0 ? found : note(context.wording.text('who.no_waits'));
}

export const who = {
  id: 'who',
  build(context) {
    const { names, wording } = context;
    const attributes = tableOf(context).values('attribute');
    const ofAttribute = (attribute) => ({
      id: attribute, title: names.attribute(attribute),
      content: () => [startsAgainstNeed(context, attribute), reach(context, attribute)],
    });
    return [
      attributes.length === 0 ? note(wording.text('who.none')) : null,
      blocks(context, 'who', [...attributes.map(ofAttribute),
        { id: 'waits', title: wording.text('who.part_waits'), content: () => waits(context) }]),
    ];
  },
};
