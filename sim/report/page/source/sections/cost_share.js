// How much of the money for activation goes to people who come back.
import { purple } from '../charts/palette.js';
import { PeriodChart } from '../charts/period_chart.js';
import { figure } from '../figure/figure.js';

const statistics = ['returner_euro_share', 'returner_days_share', 'carousel_people_euro_share'];

const wanted = (statistic) => ({ measure: 'all', version: 'main', statistic });

function chartOf(context, statistic) {
  const { results, wording } = context;
  const table = results.table('costs');
  const years = table.valuesWhere('year', wanted(statistic)).sort();
  return new PeriodChart(wording, {
    unit: 'share',
    periods: years,
    layers: [{
      kind: 'bar', label: wording.text(`costs.${statistic}`), color: purple, pattern: 'none', interval: true,
      figures: years.map((year) => table.figureWhere({ ...wanted(statistic), year })),
    }],
  });
}

export function costShare(context) {
  const { results, wording } = context;
  const table = results.table('costs');
  const found = statistics.filter((statistic) => table.rowsWhere(wanted(statistic))
    .some((row) => table.figure(row).mean !== null));
  if (found.length === 0) return null;
  return figure({
    id: context.id('cost-share'),
    title: wording.text('costs.share_title'),
    meaning: wording.text('costs.share_means'),
    caution: wording.text('costs.share_caution'),
    choices: [{
      label: wording.text('choice.show'),
      options: found.map((value) => ({ label: wording.text(`costs.${value}`), value })),
    }],
    chartOf: (statistic) => chartOf(context, statistic),
  }, context);
}
