// The frontier: what more or less than the path found would do to the targets.
import { LevelChart } from '../../charts/level_chart.js';
import { figure } from '../../figure/figure.js';
import { note } from '../blocks.js';

function chartOf(context, target, year) {
  const { names, results, wording } = context;
  const { probability, resource, targets } = results.request;
  const { text, unit } = targets[target];
  const points = results.frontier(target, year).map(({ part, level, figure: one }) => ({
    level, mean: one.mean, quantile: one.quantile, low: one.quantile_interval[0], high: one.quantile_interval[1],
    probability: one.probability.share,
    tip: [
      [wording.text('size_targets.probability'), wording.percent(one.probability.share)],
      [wording.text('size_frontier.part'), wording.percent(part)],
    ],
  }));
  const index = results.years.indexOf(year);
  return new LevelChart(wording, {
    unit,
    levelUnit: results.unit,
    points,
    bound: results.frontier(target, year)[0].figure.bound,
    marks: [
      { level: results.data.present[index], label: wording.text('size_frontier.now'), dash: 'dotted' },
      { level: results.data.found.years[index].level, label: wording.text('size_frontier.found'), dash: 'solid' },
    ],
    labels: {
      level: `${names.resource(resource)}, ${year}`,
      figure: text.split(/[<>=]/)[0].trim(),
      mean: wording.text('size_frontier.mean'),
      quantile: wording.text('size_frontier.quantile', { probability: wording.share(probability) }),
      bound: wording.text('size_targets.bound', { target: text }),
      probability: wording.text('size_targets.probability'),
    },
    intervalText: wording.text('size.interval'),
  });
}

export const frontier = {
  id: 'frontier',
  texts: 'size_frontier',
  build(context) {
    const { results, wording } = context;
    if (results.data.frontier.length < 2) return [note(wording.text('size_frontier.none'))];
    return [figure({
      id: context.id('frontier-of'),
      title: wording.text('size_frontier.of'),
      meaning: wording.text('size_frontier.means'),
      caution: wording.text('size_frontier.caution', { count: results.request.search_replications }),
      choices: [
        { label: wording.text('size_frontier.target'), options: results.request.targets.map(({ text }) => text) },
        { label: wording.text('table.year'), options: results.years },
      ],
      chartOf: (target, year) => chartOf(context, target, results.years[year]),
    }, context)];
  },
};
