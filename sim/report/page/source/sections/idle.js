// Places that stay empty while people wait for a measure that needs them.
import { blue, orange } from '../charts/palette.js';
import { TimeChart } from '../charts/time_chart.js';
import { figure } from '../figure/figure.js';

const certain = (mean) => ({ mean, p05: null, p50: null, p95: null });

/** Month by month what is there and not in use. */
function unused(results, resource) {
  const capacity = new Map(results.series('capacity', resource).map(({ time, figure: f }) => [time, f.mean]));
  return results.series('occupancy', resource).map(({ time, figure: f }) => {
    const there = capacity.get(time) ?? null;
    return { time, figure: certain(there === null || f.mean === null ? null : Math.max(0, there - f.mean)) };
  });
}

/** Everybody on the lists of the measures that need the resource, those of their phases too. */
export function waitingFor(results, resource) {
  const measures = results.data.names.resources[resource].needed_by;
  const lists = results.lists.filter((list) => measures.includes(list.split('.')[0]));
  if (lists.length === 0) return [];
  const all = lists.map((list) => results.series('waiting', list));
  return all[0].map(({ time }, index) => ({
    time, figure: certain(all.reduce((sum, points) => sum + (points[index].figure.mean ?? 0), 0)),
  }));
}

/** Nothing where nobody waits or nothing stays empty. */
export function idle(context, resource) {
  const { names, results, wording } = context;
  const people = waitingFor(results, resource);
  const places = unused(results, resource);
  const isSomewhere = (points) => points.some(({ figure: f }) => f.mean >= 0.5);
  if (!isSomewhere(people) || !isSomewhere(places)) return null;
  return figure({
    id: context.id('idle', resource),
    title: wording.text('idle.of', { resource: names.resource(resource) }),
    meaning: wording.text('idle.means'),
    caution: wording.text('idle.caution'),
    chart: new TimeChart(wording, {
      unit: 'places',
      span: results.span,
      layers: [
        { kind: 'line', label: wording.text('idle.places'), color: blue, width: 3, points: places },
        { kind: 'line', label: wording.text('idle.people'), color: orange, dash: 'dashed', points: people },
      ],
    }),
  }, context);
}
