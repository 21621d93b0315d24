// The waiting lists: their length in the base and in each alternative, the difference in pairs, and
// how long those who start have waited.
import { DifferenceChart } from '../../charts/difference_chart.js';
import { styleOf, styleOfBase } from '../../charts/series_styles.js';
import { TimeChart } from '../../charts/time_chart.js';
import { figure } from '../../figure/figure.js';
import { blocks, note } from '../blocks.js';
import { differenceFigure, intervalText } from './parts.js';

const waits = ['wait_of_starters_p50', 'wait_of_starters_p90', 'started_within_90',
  'started_within_365', 'waiting_after_90', 'waiting_after_365'];

const only = (mean) => ({ mean, p05: null, p50: null, p95: null });

const pointsOf = (points, which) => points.map(({ time, figure: f }) => ({ time, figure: only(f[which]) }));

function lengths(context, list, found) {
  const { names, results, wording } = context;
  const line = (label, style, points) => ({ kind: 'line', label, ...style, points });
  return figure({
    id: context.id('length-of', list),
    title: wording.text('compare_lists.length', { list: names.list(list) }),
    meaning: wording.text('compare_lists.length_means'),
    caution: wording.text('compare_lists.length_caution'),
    chart: new TimeChart(wording, {
      unit: 'people',
      span: results.span,
      layers: [
        line(wording.text('compare.base'), styleOfBase, pointsOf(found[0], 'base')),
        ...found.map((points, index) => line(wording.pick(results.alternatives[index].title),
          styleOf(index), pointsOf(points, 'alternative'))),
      ],
    }),
  }, context);
}

function differences(context, list, found) {
  const { names, results, wording } = context;
  return figure({
    id: context.id('difference-of', list),
    title: wording.text('compare_lists.difference', { list: names.list(list) }),
    meaning: wording.text('compare_lists.difference_means'),
    caution: wording.text('compare_lists.difference_caution'),
    chart: new DifferenceChart(wording, {
      unit: 'people',
      span: results.span,
      intervalText: intervalText(context),
      lines: found.map((points, index) => ({ label: wording.pick(results.alternatives[index].title), points })),
    }),
  }, context);
}

function waitingTimes(context, list) {
  const { names, results, wording } = context;
  const table = results.tables.headline;
  const present = waits.filter((indicator) => table.rowsWhere({ indicator, subject: list })
    .some((row) => table.figure(row).difference !== null));
  if (present.length === 0) return null;
  return differenceFigure(context, {
    id: context.id('waits-of', list),
    title: wording.text('compare_lists.waits', { list: names.list(list) }),
    meaning: wording.text('compare_lists.waits_means'),
    caution: wording.text('compare_lists.waits_caution'),
    choices: [{ label: wording.text('figure.show'), options: present.map((id) => wording.text(`compare_indicator.${id}`)) }],
    rowsOf: ([what]) => {
      const wanted = { indicator: present[what], subject: list };
      const [first] = table.rowsWhere(wanted);
      return {
        rows: results.years.map((year) => ({ label: year, figures: results.differences('headline', { ...wanted, year }) })),
        unit: table.value('unit', first),
        rowHead: wording.text('table.year'),
      };
    },
  });
}

const differs = (found) => found.some((points) => points.some(
  ({ figure: { difference, low } }) => difference !== 0 || (low !== 0 && low !== null)));

function content(context, list) {
  const found = context.results.series('waiting', list);
  return [lengths(context, list, found), differs(found) ? differences(context, list, found) : null,
    waitingTimes(context, list)];
}

export const lists = {
  id: 'lists',
  texts: 'compare_lists',
  build(context) {
    const { names, results, wording } = context;
    const isDifferent = (list) => differs(results.series('waiting', list));
    const found = results.lists.filter(isDifferent);
    const same = results.lists.filter((list) => !isDifferent(list));
    return [
      results.lists.length === 0 ? note(wording.text('compare_lists.none')) : null,
      same.length > 0 ? note(wording.text('compare_lists.same', { lists: same.map((list) => names.list(list)).join(', ') })) : null,
      blocks(context, 'lists', found.map((list) => ({
        id: list, title: names.list(list), content: () => content(context, list),
      }))),
    ];
  },
};
