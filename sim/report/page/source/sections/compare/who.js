// Which groups are reached more, and which less.
import { note } from '../blocks.js';
import { differenceFigure } from './parts.js';

function rowsOf(context, statistic, measure) {
  const { names, results } = context;
  const table = results.tables.equity;
  const known = table.rowsWhere({ statistic, measure }).filter((row) => table.figure(row).difference !== null);
  const year = known.map((row) => table.value('year', row)).sort().at(-1);
  const rows = new Map();
  for (const row of table.rowsWhere({ statistic, measure, year })) {
    const [attribute, value] = [table.value('attribute', row), table.value('value', row)];
    rows.set(`${attribute}=${value}`, { attribute, value });
  }
  return [...rows.values()].map(({ attribute, value }) => ({
    label: `${names.attribute(attribute)}: ${names.value(value)}`,
    figures: results.differences('equity', { statistic, measure, year, attribute, value }),
  }));
}

export const who = {
  id: 'who',
  texts: 'compare_who',
  build(context) {
    const { names, results, wording } = context;
    const table = results.tables.equity;
    if (table.rows === 0) return [note(wording.text('compare_who.none'))];
    const measures = ['all', ...table.values('measure').filter((id) => id !== 'all')];
    const statistics = ['start_share', 'reach'].filter((statistic) => table.rowsWhere({ statistic }).length > 0);
    return [differenceFigure(context, {
      id: context.id('who-is-reached'),
      title: wording.text('compare_who.of'),
      meaning: wording.text('compare_who.means', { year: results.lastYear }),
      caution: wording.text('compare_who.caution'),
      choices: [
        { label: wording.text('figure.show'), options: statistics.map((id) => wording.text(`compare_who.${id}`)) },
        { label: wording.text('compare_headline.measure'), options: measures.map((id) => (
          id === 'all' ? wording.text('compare_who.all') : names.anything(id))) },
      ],
      rowsOf: ([statistic, measure]) => ({
        rows: rowsOf(context, statistics[statistic], measures[measure]),
        unit: statistics[statistic] === 'reach' ? 'ratio' : 'share',
        rowHead: wording.text('compare_people.group'),
      }),
    })];
  },
};
