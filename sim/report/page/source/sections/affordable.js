// How many starts a budget can pay, beside how many the contingents allow.
import { green } from '../charts/palette.js';
import { PeriodChart } from '../charts/period_chart.js';
import { figure } from '../figure/figure.js';

export function affordable(context, resource) {
  const { names, results, wording } = context;
  const periods = results.periods(resource)
    .filter(({ figures }) => (figures.affordable?.mean ?? null) !== null);
  if (periods.length === 0) return null;
  const of = (statistic) => periods.map(({ figures }) => figures[statistic] ?? null);
  return figure({
    id: context.id('affordable', resource),
    title: wording.text('affordable.of', { budget: names.resource(resource) }),
    meaning: wording.text('affordable.means'),
    caution: wording.text('affordable.caution'),
    chart: new PeriodChart(wording, {
      unit: 'starts',
      periods: periods.map(({ period }) => period),
      layers: [
        {
          kind: 'bar', label: wording.text('affordable.affordable'), color: green, pattern: 'none',
          figures: of('affordable'), interval: true,
        },
        { kind: 'cap', label: wording.text('affordable.decreed'), figures: of('decreed') },
      ],
    }),
  }, context);
}
