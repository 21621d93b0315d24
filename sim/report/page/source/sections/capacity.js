// Capacity use: places taken against places there are.
import { blue, ink } from '../charts/palette.js';
import { TimeChart } from '../charts/time_chart.js';
import { figure } from '../figure/figure.js';
import { blocks, note } from './blocks.js';

function chartOf(context, resource, breakdown) {
  const { results, wording } = context;
  const line = (indicator, more) => ({
    kind: 'line', label: wording.text(`capacity.${indicator}`),
    points: results.series(indicator, resource, breakdown), ...more,
  });
  return new TimeChart(wording, {
    unit: 'places',
    span: results.span,
    layers: [
      line('occupancy', { color: blue, band: 'drawn' }),
      line('capacity', { color: ink, step: 'end', width: 3 }),
      {
        kind: 'observed',
        label: wording.text('legend.observed'),
        points: breakdown === 'all' ? results.observed('occupancy', resource) : [],
      },
    ],
  });
}

function places(context, resource) {
  const { names, results, wording } = context;
  const parts = [...results.breakdowns('occupancy', resource)].flatMap(([attribute, values]) => (
    values.map((value) => ({
      label: `${names.attribute(attribute)}: ${names.value(value)}`,
      chart: chartOf(context, resource, `${attribute}=${value}`),
    }))));
  const whole = { label: wording.text('figure.whole'), chart: chartOf(context, resource, 'all') };
  return figure({
    id: context.id('places', resource),
    title: wording.text('capacity.of', { resource: names.resource(resource) }),
    meaning: wording.text('capacity.means'),
    note: results.data.names.resources[resource].binding ? null : wording.text('capacity.not_binding'),
    caution: wording.text('capacity.caution'),
    variants: [whole, ...parts],
  }, context);
}

export const capacity = {
  id: 'capacity',
  build(context) {
    const { names, results, wording } = context;
    const found = results.resources('places')
      .filter((resource) => results.series('occupancy', resource).length > 0);
    if (found.length === 0) return [note(wording.text('capacity.none'))];
    return blocks(context, 'capacity', found.map((resource) => ({
      id: resource, title: names.resource(resource), content: () => places(context, resource),
    })));
  },
};
