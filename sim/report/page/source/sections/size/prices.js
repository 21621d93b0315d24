// What one more in a year is worth at the path found.
import { IntervalChart } from '../../charts/interval_chart.js';
import { figure } from '../../figure/figure.js';
import { note } from '../blocks.js';

const what = ['waiting_months', 'euro'];

function chartOf(context, which) {
  const { results, wording } = context;
  const { prices } = results.data;
  const unit = ['person-months', 'euro'][which];
  const interval = ['waiting_interval', 'euro_interval'][which];
  return new IntervalChart(wording, {
    unit,
    rows: prices.map(({ year }) => ({ label: String(year) })),
    series: [{
      label: wording.text(`size_prices.${what[which]}`),
      cells: prices.map((price) => ({
        value: price[what[which]], low: price[interval][0], high: price[interval][1], raised: price.raised_by,
      })),
    }],
    columns: [
      { label: wording.text(`size_prices.${what[which]}`), unit, of: ({ value }) => value },
      { label: wording.text('interval.low'), unit, of: ({ low }) => low },
      { label: wording.text('interval.high'), unit, of: ({ high }) => high },
      { label: wording.text('size_prices.raised'), unit: 'number', of: ({ raised }) => raised },
    ],
    rowHead: wording.text('table.year'),
    intervalText: wording.text('size.interval'),
  });
}

export const prices = {
  id: 'prices',
  texts: 'size_prices',
  build(context) {
    const { results, wording } = context;
    if (results.data.prices.length === 0) return [note(wording.text('size_prices.none'))];
    return [figure({
      id: context.id('prices-by-year'),
      title: wording.text('size_prices.of', { unit: wording.text(`size_prices.one_${results.unit}`) }),
      meaning: wording.text('size_prices.means'),
      caution: wording.text('size_prices.caution'),
      choices: [{ label: wording.text('figure.show'), options: what.map((key) => wording.text(`size_prices.${key}`)) }],
      chartOf: (which) => chartOf(context, which),
    }, context)];
  },
};
