// Other resources in the way, and how much of them would be needed.
import { orange } from '../../charts/palette.js';
import { PeriodChart } from '../../charts/period_chart.js';
import { figure } from '../../figure/figure.js';
import { blocks, note } from '../blocks.js';

const only = (mean) => ({ mean, p05: null, p50: null, p95: null });

const units = { places: 'places', contingent: 'starts', budget: 'euro' };

function needs(context, one) {
  const { names, results, wording } = context;
  const { kind } = results.data.names.resources[one.resource];
  const layer = (look, key, values) => ({ ...look, label: wording.text(`size_binding.${key}`, {
    probability: wording.share(results.request.probability),
  }), figures: values.map((value) => (value === null ? null : only(value))) });
  return figure({
    id: context.id('needs-of', one.resource),
    title: wording.text('size_binding.of', { resource: names.resource(one.resource) }),
    meaning: wording.text('size_binding.means'),
    note: wording.text(one.alone_enough ? 'size_binding.alone' : 'size_binding.together'),
    caution: wording.text('size_binding.caution'),
    chart: new PeriodChart(wording, {
      unit: units[kind],
      periods: one.needs.map(({ year }) => String(year)),
      layers: [
        layer({ kind: 'bar', color: orange, pattern: 'diagonal' }, 'mean', one.needs.map(({ mean }) => mean)),
        layer({ kind: 'observed' }, 'high', one.needs.map(({ high }) => high)),
        layer({ kind: 'cap' }, 'now', one.needs.map(({ now }) => now)),
      ],
    }),
  }, context);
}

export const binding = {
  id: 'binding',
  texts: 'size_binding',
  build(context) {
    const { names, results, wording } = context;
    const found = results.data.binding;
    if (found.length === 0) {
      return [note(wording.text(results.data.found.years[0].level !== null ? 'size_binding.none' : 'size_binding.nothing_helps'))];
    }
    return blocks(context, 'binding', found.map((one) => ({
      id: one.resource, title: names.resource(one.resource), content: () => needs(context, one),
    })));
  },
};
