// How much of the carousel disappears with each cause, in the order of their effect; and each figure
// of the carousel as it is and without the cause.
import { IntervalChart } from '../../charts/interval_chart.js';
import { blue, vermillion } from '../../charts/palette.js';
import { figure } from '../../figure/figure.js';

const units = { 'per 100': 'number', share: 'share', people: 'people', cycles: 'cycles' };

const unitOf = ({ unit }) => units[unit] ?? unit;

const figureChoice = ({ results, wording }) => ({
  label: wording.text('drivers_causes.figure'),
  options: results.figures.map((one, value) => ({ label: wording.pick(one.label), value })),
});

const said = (wording, verdict) => wording.text(`drivers_verdict.${verdict || 'unknown'}`);

/** Of sums and interactions too: they say whether causes overlap. */
function shares(context, number) {
  const { results, wording } = context;
  const { id } = results.figures[number];
  const drivers = results.data.drivers.filter((driver) => results.effect(driver, id).share !== null);
  const column = (key, of) => ({ label: wording.text(key), unit: 'share', of });
  return new IntervalChart(wording, {
    unit: 'share',
    rows: drivers.map(({ label }) => ({ label: wording.pick(label) })),
    series: [{
      label: wording.text('drivers_causes.share'), color: vermillion, symbol: 'diamond',
      cells: drivers.map((driver) => {
        const { share, share_low: low, share_high: high, verdict } = results.effect(driver, id);
        return { value: share, low, high, verdict };
      }),
    }],
    columns: [column('drivers_causes.share', ({ value }) => value), column('interval.low', ({ low }) => low),
      column('interval.high', ({ high }) => high),
      { label: wording.text('drivers_causes.verdict'), unit: 'text', of: ({ verdict }) => said(wording, verdict) }],
    rowHead: wording.text('drivers_causes.cause'),
    unitText: wording.text('drivers_causes.unit'),
    intervalText: wording.text('drivers.interval'),
    value: ({ value }) => wording.percent(value, 1),
    tipRows: ({ verdict }) => [[wording.text('drivers_causes.verdict'), said(wording, verdict)]],
  });
}

/** The figure without each cause; the mark is what it is with all of them. */
function values(context, number) {
  const { results, wording } = context;
  const one = results.figures[number];
  const unit = unitOf(one);
  const worlds = results.worlds.filter((driver) => results.effect(driver, one.id).value !== null);
  const cells = worlds.map((driver) => {
    const { base, difference, high, low, value } = results.effect(driver, one.id);
    // The interval is that of the difference from the same people as they are.
    return { value, low: low === null ? null : base + low, high: high === null ? null : base + high, base, difference };
  });
  const column = (key, of) => ({ label: wording.text(key), unit, of });
  return new IntervalChart(wording, {
    unit,
    rows: worlds.map((driver) => ({ label: wording.pick(driver.label), bound: results.effect(driver, one.id).base })),
    series: [{ label: wording.text('drivers_figures.without'), color: blue, symbol: 'circle', cells }],
    columns: [column('drivers_figures.base', ({ base }) => base), column('drivers_figures.without', ({ value }) => value),
      column('interval.difference', ({ difference }) => difference), column('interval.low', ({ low }) => low),
      column('interval.high', ({ high }) => high)],
    rowHead: wording.text('drivers_causes.cause'),
    boundLabel: wording.text('drivers_figures.base'),
    intervalText: wording.text('drivers_figures.interval'),
    fromZero: true,
    tipRows: ({ base }) => [[wording.text('drivers_figures.base'), wording.figure(base, unit)]],
  });
}

export const causes = {
  id: 'causes',
  texts: 'drivers_causes',
  build: (context) => [figure({
    id: context.id('shares'),
    title: context.wording.text('drivers_causes.of'),
    meaning: context.wording.text('drivers_causes.means'),
    caution: context.wording.text('drivers_causes.caution'),
    choices: [figureChoice(context)],
    chartOf: (number) => shares(context, number),
  }, context), figure({
    id: context.id('figures-of'),
    title: context.wording.text('drivers_figures.of'),
    meaning: context.wording.text('drivers_figures.means'),
    caution: context.wording.text('drivers_figures.caution'),
    choices: [figureChoice(context)],
    chartOf: (number) => values(context, number),
  }, context)],
};
