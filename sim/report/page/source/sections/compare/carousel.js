// The carousel: who comes back to activation measures, in one policy against the other.
import { note } from '../blocks.js';
import { differenceFigure } from './parts.js';

const statistics = ['cycles_per_100_episodes', 'returned_within_365', 'returned_within_730',
  'returner_share', 'carousel_rate', 'reentry_within_365', 'cycles', 'ended'];

const isThere = (table) => (row) => table.figure(row).difference !== null;

/** All measures by year, and in the last year that could be followed each measure. */
function viewsOf(context, statistic) {
  const { names, results, wording } = context;
  const table = results.tables.carousel;
  const years = [...new Set(table.rowsWhere({ statistic }).filter(isThere(table))
    .map((row) => table.value('year', row)))].sort();
  const measures = table.valuesWhere('measure', { statistic }).filter((id) => id !== 'all');
  const figures = (year, measure) => results.differences('carousel', { statistic, year, measure });
  const last = years.at(-1);
  return [
    { rowHead: wording.text('table.year'), rows: years.map((year) => ({ label: year, figures: figures(year, 'all') })) },
    { rowHead: wording.text('compare_headline.measure'),
      rows: measures.map((id) => ({ label: names.anything(id), figures: figures(last, id) })) },
  ];
}

export const carousel = {
  id: 'carousel',
  texts: 'compare_carousel',
  build(context) {
    const { results, wording } = context;
    const table = results.tables.carousel;
    const present = statistics.filter((statistic) => table.rowsWhere({ statistic, measure: 'all' }).some(isThere(table)));
    if (present.length === 0) return [note(wording.text('compare_carousel.none'))];
    return [differenceFigure(context, {
      id: context.id('carousel-difference'),
      title: wording.text('compare_carousel.of'),
      meaning: wording.text('compare_carousel.means'),
      caution: wording.text('compare_carousel.caution'),
      choices: [
        { label: wording.text('figure.show'), options: present.map((id) => wording.text(`compare_carousel.${id}`)) },
        { label: wording.text('compare_carousel.by'), options: [wording.text('compare_carousel.by_year'), wording.text('compare_carousel.by_measure')] },
      ],
      rowsOf: ([statistic, view]) => {
        const [first] = table.rowsWhere({ statistic: present[statistic] });
        return { ...viewsOf(context, present[statistic])[view], unit: table.value('unit', first) };
      },
    })];
  },
};
