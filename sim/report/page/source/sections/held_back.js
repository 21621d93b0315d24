// What holds the lists back, month by month.
import { fillOf, grey } from '../charts/palette.js';
import { TimeChart } from '../charts/time_chart.js';
import { figure } from '../figure/figure.js';

const only = (mean) => ({ mean, p05: null, p50: null, p95: null });

const isSomewhere = ({ points }) => points.some(({ figure: f }) => f.mean > 0);

/**
 * People held back by several things at once stand under each of them in the table; here they are
 * drawn once: at least two things hold each of them, and nobody is on the list twice.
 */
function severalAtOnce(context, list, parts) {
  const among = parts.filter(({ scope }) => scope === 'among_others');
  const alone = parts.filter(({ scope }) => scope === 'alone');
  const sum = (of, index) => of.reduce((total, { points }) => total + (points[index].figure.mean ?? 0), 0);
  const waiting = new Map(context.results.series('waiting', list)
    .map(({ time, figure: f }) => [time, f.mean ?? 0]));
  return (among[0]?.points ?? []).map(({ time }, index) => ({
    time,
    figure: only(Math.max(0, Math.min(
      sum(among, index) / 2, (waiting.get(time) ?? 0) - sum(alone, index)))),
  }));
}

function chartOf(context, list) {
  const { names, results, wording } = context;
  const parts = results.heldBack(list);
  const alone = parts.filter((part) => part.scope === 'alone' && isSomewhere(part));
  const areas = alone.map((part, index) => ({
    kind: 'area',
    step: 'start',
    ...fillOf(index),
    label: wording.text(`held_back.${part.reason}`, { resource: names.resource(part.resource) }),
    points: part.points,
  }));
  const several = {
    kind: 'area', step: 'start', color: grey, pattern: 'counter', label: wording.text('held_back.several'),
    points: severalAtOnce(context, list, parts),
  };
  return new TimeChart(wording, {
    unit: 'people', span: results.span, layers: [...areas, ...(isSomewhere(several) ? [several] : [])],
  });
}

const holders = (context, list) => context.results.heldBack(list).filter(isSomewhere);

/** Nothing where nothing ever held anybody back. */
export function heldBack(context, list) {
  const { names, wording } = context;
  if (holders(context, list).length === 0) return null;
  return figure({
    id: context.id('held-back', list),
    title: wording.text('held_back.of', { list: names.list(list) }),
    meaning: wording.text('held_back.means'),
    caution: wording.text('held_back.caution'),
    chart: chartOf(context, list),
  }, context);
}
