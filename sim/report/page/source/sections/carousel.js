// Carousel: who comes back, how often people go round, by which routes.
import { blue, fillOf, orange, purple, vermillion } from '../charts/palette.js';
import { PeriodChart } from '../charts/period_chart.js';
import { RankChart } from '../charts/rank_chart.js';
import { figure } from '../figure/figure.js';
import { costShare } from './cost_share.js';
import { durable } from './durable.js';
import { partsWithFigures } from './flows.js';
import { measureChoice, yearChoice } from './moves.js';
import { loops } from './loops.js';
import { reentry } from './reentry.js';
import { rights } from './rights.js';
import { risk } from './risk.js';

const tableOf = (context) => context.results.table('carousel');

/** Cycles within five years can be broken down by profile; the whole is what is drawn here. */
const ofAll = (table, wanted) => (
  table.values('breakdown').length > 0 ? { breakdown: 'all', ...wanted } : wanted);

const rowsOf = (table, wanted) => table.rowsWhere(ofAll(table, wanted));

const figureOf = (table, wanted) => table.figure(rowsOf(table, wanted)[0]);

function yearsOf(table, wanted) {
  return [...new Set(rowsOf(table, wanted).map((row) => table.value('year', row)))].sort();
}

function versionChoice(context, wanted) {
  const { wording } = context;
  const table = tableOf(context);
  const versions = [...new Set(rowsOf(table, wanted).map((row) => table.value('version', row)))];
  return {
    label: wording.text('carousel.version'),
    options: versions.map((version) => ({ label: wording.word(`version_${version}`), value: version })),
  };
}

function measuresOf(context, statistic) {
  const table = tableOf(context);
  return [...new Set(rowsOf(table, { statistic }).map((row) => table.value('measure', row)))];
}

/** One statistic by year, with its interval. */
function yearly(context, { unit, statistic, color, key, measure, version }) {
  const { wording } = context;
  const table = tableOf(context);
  const years = yearsOf(table, { statistic, measure, version });
  return new PeriodChart(wording, {
    unit,
    periods: years,
    layers: [{
      kind: 'bar', label: wording.text(key), color, pattern: 'none', interval: true,
      figures: years.map((year) => figureOf(table, { year, statistic, measure, version })),
    }],
  });
}

function yearlyFigure(context, { id, statistic, unit, color, withMeasures }) {
  const { wording } = context;
  const table = tableOf(context);
  if (rowsOf(table, { statistic }).length === 0) return null;
  const key = id.replace('-', '_');
  const measures = withMeasures ? [measureChoice(context, measuresOf(context, statistic))] : [];
  return figure({
    id: context.id(id),
    title: wording.text(`carousel.${key}_title`),
    meaning: wording.text(`carousel.${key}_means`),
    caution: wording.text(`carousel.${key}_caution`),
    choices: [versionChoice(context, { statistic }), ...measures],
    chartOf: (version, measure = 'all') => yearly(context,
      { unit, statistic, color, key: `carousel.${key}`, measure, version }),
  }, context);
}

const cycleKinds = ['people_0_cycles', 'people_1_cycles', 'people_2_cycles', 'people_3_cycles_or_more'];

function cyclesChart(context, version, measure) {
  const { wording } = context;
  const table = tableOf(context);
  const years = yearsOf(table, { statistic: cycleKinds[0], version, measure });
  const people = (statistic, year) => figureOf(table, { year, statistic, version, measure }).mean ?? 0;
  const all = (year) => cycleKinds.reduce((sum, kind) => sum + people(kind, year), 0);
  const share = (kind, year) => ({
    mean: all(year) > 0 ? people(kind, year) / all(year) : null, p05: null, p95: null,
  });
  return new PeriodChart(wording, {
    unit: 'share',
    highest: 1,
    periods: years,
    layers: cycleKinds.map((kind, index) => ({
      kind: 'bar', label: wording.text(`carousel.${kind}`), ...fillOf([4, 0, 1, 5][index]),
      figures: years.map((year) => share(kind, year)),
    })),
    extra: [{
      label: wording.text('carousel.people'), unit: 'people',
      figures: years.map((year) => ({ mean: all(year) })),
    }],
  });
}

function cycles(context) {
  const { wording } = context;
  const [statistic] = cycleKinds;
  if (rowsOf(tableOf(context), { statistic }).length === 0) return null;
  return figure({
    id: context.id('cycles'),
    title: wording.text('carousel.cycles_title'),
    meaning: wording.text('carousel.cycles_means'),
    caution: wording.text('carousel.cycles_caution'),
    choices: [versionChoice(context, { statistic }), measureChoice(context, measuresOf(context, statistic))],
    chartOf: (version, measure) => cyclesChart(context, version, measure),
  }, context);
}

function returnsChart(context, year, statistic) {
  const { names, wording } = context;
  const table = tableOf(context);
  const rows = rowsOf(table, { year, statistic }).map((row) => ({
    label: names.measureOrAll(table.value('measure', row)), figure: table.figure(row),
  })).sort((a, b) => b.figure.mean - a.figure.mean);
  return new RankChart(wording, {
    unit: 'share', head: wording.text('choice.measure'), rows,
    bar: { label: wording.text(`carousel.${statistic}`), color: orange, pattern: 'none' },
  });
}

function returns(context) {
  const { wording } = context;
  const statistics = ['returned_within_365', 'returned_within_730'];
  const years = yearsOf(tableOf(context), { statistic: statistics[1] });
  if (years.length === 0) return null;
  return figure({
    id: context.id('returns'),
    title: wording.text('carousel.returns_title'),
    meaning: wording.text('carousel.returns_means'),
    caution: wording.text('carousel.returns_caution'),
    choices: [yearChoice(context, years), {
      label: wording.text('choice.show'),
      options: statistics.map((value) => ({ label: wording.text(`carousel.${value}`), value })),
    }],
    chartOf: (year, statistic) => returnsChart(context, year, statistic),
  }, context);
}

const rate = (context) => yearlyFigure(context,
  { id: 'carousel-rate', statistic: 'carousel_rate', unit: 'share', color: vermillion, withMeasures: true });

const returners = (context) => yearlyFigure(context,
  { id: 'returner-share', statistic: 'returner_share', unit: 'share', color: blue, withMeasures: true });

const namedLoop = (context) => yearlyFigure(context,
  { id: 'serv-loop', statistic: 'serv_loop', unit: 'people', color: purple, withMeasures: true });

export const carousel = {
  id: 'carousel',
  build: (context) => partsWithFigures(context, 'carousel', [
    { id: 'round', figures: [rate, cycles] },
    { id: 'back', figures: [returns, returners, costShare] },
    { id: 'routes', figures: [loops, namedLoop] },
    { id: 'after_work', figures: [durable, reentry, rights] },
    { id: 'risk', figures: [risk] },
  ]),
};
