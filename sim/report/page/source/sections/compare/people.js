// Who gains and who loses: whose lives are different, whose starts move, and by group.
import { BalanceChart } from '../../charts/balance_chart.js';
import { blue, orange, sky, vermillion } from '../../charts/palette.js';
import { noDifference } from '../../data/compare_results.js';
import { element } from '../../dom.js';
import { figure } from '../../figure/figure.js';
import { note } from '../blocks.js';
import { differenceFigure } from './parts.js';

const reaches = ['direct', 'indirect', 'base_only', 'alternative_only'];

const sums = ['people', 'starts_earlier', 'starts_later', 'starts_newly', 'starts_no_longer', 'in_job',
  'in_social_job', 'waiting'];

const withSign = new Set(['in_job', 'in_social_job', 'waiting', 'jobseeker']);

function sumOf(table, wanted) {
  return table.rowsWhere({ breakdown: 'all', ...wanted })
    .reduce((sum, row) => sum + (table.figure(row).difference ?? 0), 0);
}

function tableOf(context, { id, title }) {
  const { results, wording } = context;
  const table = results.tables.people;
  const present = reaches.filter((reach) => sumOf(table, { alternative: id, reach, indicator: 'people' }) > 0);
  const same = sumOf(table, { alternative: id, reach: 'same', indicator: 'people' });
  const text = (reach, indicator) => {
    const value = sumOf(table, { alternative: id, reach, indicator });
    return `${withSign.has(indicator) && value > 0 ? '+' : ''}${wording.count(value)}`;
  };
  const row = (reach) => element('tr', {}, element('th', { scope: 'row' }, wording.text(`compare_reach.${reach}`)),
    sums.map((indicator) => element('td', { class: 'number' }, text(reach, indicator))));
  return element('section', { class: 'block', id: context.id('people', id), tabindex: -1 },
    results.alternatives.length > 1 ? element('h3', {}, wording.pick(title)) : null,
    present.length === 0 ? note(wording.text('compare_people.nobody')) : element('div', {
      class: 'wide', role: 'region', tabindex: 0, 'aria-label': wording.text('compare_people.title'),
    }, element('table', { class: 'figures' },
      element('caption', { class: 'for-readers-aloud' }, `${wording.text('compare_people.title')}: ${wording.pick(title)}`),
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, wording.text('compare_people.reached')),
        sums.map((indicator) => element('th', { scope: 'col', class: 'number' }, wording.text(`compare_people.${indicator}`))))),
      element('tbody', {}, present.map(row)))),
    element('p', { class: 'note' }, wording.text('compare_people.same', { count: wording.count(same) })));
}

const kinds = {
  starts: ['starts_newly', 'starts_earlier', 'starts_no_longer', 'starts_later'],
  days: ['', 'days_earlier', '', 'days_later'],
};

const looks = [
  { color: blue, pattern: 'none', side: 1 }, { color: sky, pattern: 'dots', side: 1 },
  { color: vermillion, pattern: 'none', side: -1 }, { color: orange, pattern: 'diagonal', side: -1 },
];

function startsChart(context, alternative, kind, chosen) {
  const { names, results, wording } = context;
  const table = results.tables.people;
  const valueOf = (indicator, subject) => chosen.reduce((sum, reach) => sum + sumOf(table,
    { alternative, reach, indicator, subject }), 0);
  const named = kinds[kind].filter(Boolean);
  const subjects = [...new Set(named.flatMap((indicator) => (
    table.valuesWhere('subject', { alternative, indicator, breakdown: 'all' }))))];
  const total = (subject) => named.reduce((sum, indicator) => sum + valueOf(indicator, subject), 0);
  const most = 20;
  const rows = subjects.map((subject) => ({ subject, total: total(subject) }))
    .filter((row) => row.total > 0).sort((a, b) => b.total - a.total).slice(0, most)
    .map(({ subject }) => subject);
  const layers = kinds[kind].flatMap((indicator, index) => (indicator ? [{
    ...looks[index], label: wording.text(`compare_people.${indicator}`),
    values: rows.map((subject) => valueOf(indicator, subject)),
  }] : []));
  return new BalanceChart(wording, {
    unit: kind === 'starts' ? 'starts' : 'person-days', rows: rows.map((id) => names.anything(id)), layers,
    rowHead: wording.text('compare_headline.measure'),
  });
}

/** Everybody's starts, those of who is reached directly, and those that only the queue moves. */
function movedStarts(context) {
  const { results, wording } = context;
  const table = results.tables.people;
  if (kinds.starts.every((indicator) => table.rowsWhere({ indicator }).length === 0)) return null;
  const chosen = [['direct', 'indirect'], ['indirect'], ['direct']];
  const choices = [
    { label: wording.text('figure.show'), options: ['starts', 'days'].map((kind) => wording.text(`compare_people.by_${kind}`)) },
    { label: wording.text('compare_people.of'), options: ['everybody', 'displaced', 'reached_themselves'].map((who) => wording.text(`compare_people.${who}`)) },
  ];
  if (results.alternatives.length > 1) {
    choices.push({ label: wording.text('compare.alternative'), options: results.alternatives.map(({ title }) => wording.pick(title)) });
  }
  return figure({
    id: context.id('moved-starts'),
    title: wording.text('compare_people.moved'),
    meaning: wording.text('compare_people.moved_means'),
    caution: wording.text('compare_people.moved_caution'),
    choices,
    chartOf: (kind, who, alternative = 0) => startsChart(context, results.alternatives[alternative].id,
      ['starts', 'days'][kind], chosen[who]),
  }, context);
}

/** "region=south" as readers know it. */
function groupName(context, breakdown) {
  const { names, wording } = context;
  const at = breakdown.indexOf('=');
  const [kind, value] = [breakdown.slice(0, at), breakdown.slice(at + 1)];
  if (kind === 'age' || kind === 'months_unemployed') return wording.text(`compare_group.${value}`);
  if (kind === 'class') {
    const dot = value.indexOf('.');
    return `${names.anything(value.slice(0, dot))}: ${wording.text('compare_group.class', { name: names.value(value.slice(dot + 1)) })}`;
  }
  return `${names.attribute(kind)}: ${names.value(value)}`;
}

function byGroup(context) {
  const { names, results, wording } = context;
  const table = results.tables.people;
  const groups = table.values('breakdown').filter((breakdown) => breakdown !== 'all');
  if (groups.length === 0) return null;
  const payers = table.valuesWhere('subject', { indicator: 'cost' });
  const measures = [
    ...['people', 'in_job', 'in_social_job', 'jobseeker', 'waiting']
      .filter((indicator) => table.rowsWhere({ indicator }).length > 0)
      .map((indicator) => ({ indicator, subject: 'all', label: wording.text(`compare_people.${indicator}`) })),
    ...payers.map((subject) => ({
      indicator: 'cost', subject, label: wording.text('compare_people.cost', { payer: names.anything(subject) }),
    })),
  ];
  const present = ['direct', 'indirect'].filter((reach) => table.rowsWhere({ reach, indicator: 'people' }).length > 0);
  if (measures.length === 0 || present.length === 0) return null;
  return differenceFigure(context, {
    id: context.id('by-group'),
    title: wording.text('compare_people.by_group'),
    meaning: wording.text('compare_people.by_group_means'),
    caution: wording.text('compare_people.by_group_caution'),
    choices: [
      { label: wording.text('figure.show'), options: measures.map(({ label }) => label), first: Math.min(1, measures.length - 1) },
      { label: wording.text('compare_people.of'), options: present.map((reach) => wording.text(`compare_reach.${reach}`)) },
    ],
    rowsOf: ([what, reach]) => {
      const { indicator, subject } = measures[what];
      const wanted = { reach: present[reach], indicator, subject };
      const [first] = table.rowsWhere({ indicator, subject });
      return {
        rows: ['all', ...groups].map((breakdown) => ({
          label: breakdown === 'all' ? wording.text('compare_people.everybody') : groupName(context, breakdown),
          figures: results.alternatives.map(({ id }) => (
            table.rowsWhere({ alternative: id, breakdown, ...wanted }).length > 0
              ? table.figureWhere({ alternative: id, breakdown, ...wanted }) : noDifference)),
        })),
        unit: table.value('unit', first),
        rowHead: wording.text('compare_people.group'),
        withBoth: false,
      };
    },
  });
}

export const people = {
  id: 'people',
  texts: 'compare_people',
  build(context) {
    return [context.results.alternatives.map((one) => tableOf(context, one)), movedStarts(context), byGroup(context)];
  },
};
