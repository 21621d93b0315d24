// Who goes round most: carousel rates by profile, from the table of risks or, without one, from the
// carousel by group.
import { vermillion } from '../charts/palette.js';
import { RankChart } from '../charts/rank_chart.js';
import { figure } from '../figure/figure.js';

const everyone = 'all';
const rate = 'carousel_rate';
const mostProfiles = 30;

/** {table, dimension, wanted}: where profiles stand. */
function sourceOf({ results }) {
  const risks = results.table('risk');
  if (risks.rows > 0) return { table: risks, dimension: 'profile', wanted: { statistic: rate } };
  return {
    table: results.table('carousel'), dimension: 'breakdown',
    wanted: { statistic: rate, version: 'main', measure: everyone },
  };
}

/** "distance=large & mmpp=yes" in words: of several, only what needs it has its name before it. */
function nameOf(context, profile) {
  const { names, wording } = context;
  if (profile === everyone) return wording.text('choice.everyone');
  const parts = profile.split(' & ').map((part) => part.split(/=(.*)/s));
  return parts.map(([attribute, value]) => (parts.length === 1 || ['yes', 'no'].includes(value)
    ? `${names.attribute(attribute)}: ${names.value(value)}` : names.value(value))).join(', ');
}

function rowsOf(context, year) {
  const { table, dimension, wanted } = sourceOf(context);
  return table.rowsWhere({ ...wanted, year })
    .map((row) => ({ profile: table.value(dimension, row) ?? everyone, figure: table.figure(row) }));
}

function chartOf(context, year) {
  const { wording } = context;
  const rows = rowsOf(context, year);
  const mark = rows.find(({ profile }) => profile === everyone)?.figure ?? null;
  return new RankChart(wording, {
    unit: 'share', head: wording.text('risk.profile'),
    rows: rows.filter(({ profile }) => profile !== everyone)
      .map(({ profile, figure: f }) => ({ label: nameOf(context, profile), figure: f, mark }))
      .sort((a, b) => b.figure.mean - a.figure.mean).slice(0, mostProfiles),
    bar: { label: wording.text('carousel.carousel_rate'), color: vermillion, pattern: 'none' },
    mark: { label: wording.text('choice.everyone') },
  });
}

export function risk(context) {
  const { wording } = context;
  const { table, wanted } = sourceOf(context);
  const years = table.valuesWhere('year', wanted)
    .filter((year) => rowsOf(context, year).some(({ profile }) => profile !== everyone));
  if (years.length === 0) return null;
  const name = (year) => (year === everyone ? wording.text('choice.all_years') : year);
  return figure({
    id: context.id('carousel-risk'),
    title: wording.text('risk.title'),
    meaning: wording.text('risk.means'),
    caution: wording.text('risk.caution'),
    choices: [{
      label: wording.text('choice.year'),
      options: [...years].sort().reverse().map((year) => ({ label: name(year), value: year })),
    }],
    chartOf: (year) => chartOf(context, year),
  }, context);
}
