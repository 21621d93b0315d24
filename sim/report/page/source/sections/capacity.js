// Capacity: starts against contingents, places taken against places there are.
import { blue, ink } from '../charts/palette.js';
import { TimeChart } from '../charts/time_chart.js';
import { figure } from '../figure/figure.js';
import { blocks, note } from './blocks.js';
import { idle } from './idle.js';
import { startsItems } from './starts.js';
import { useOfAll } from './use_of_all.js';

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

function placesItems(context) {
  const { names, results, wording } = context;
  return results.resources('places')
    .filter((resource) => results.series('occupancy', resource).length > 0)
    .map((resource) => ({
      id: resource, title: names.resource(resource), aside: wording.text('capacity.places'),
      content: () => [places(context, resource), idle(context, resource)],
    }));
}

export const capacity = {
  id: 'capacity',
  build(context) {
    const { wording } = context;
    const { contingents, free } = startsItems(context);
    const found = placesItems(context);
    return [
      contingents.length === 0 ? note(wording.text('starts.none')) : null,
      found.length === 0 ? note(wording.text('capacity.none')) : null,
      useOfAll(context),
      blocks(context, 'capacity', [...contingents, ...found, ...free]),
    ];
  },
};
