// What was varied: each number with its value in the scenario and those it took.
import { element } from '../../dom.js';

const mostValues = 30;

function valuesText(values, wording) {
  if (values.length <= mostValues) return values.join('; ');
  return wording.text('sweep_varied.many', { count: wording.count(values.length), first: values[0], last: values.at(-1) });
}

export const varied = {
  id: 'varied',
  texts: 'sweep_varied',
  build({ results, wording }) {
    const head = ['number', 'path', 'now', 'values'].map((key) => (
      element('th', { scope: 'col' }, wording.text(`sweep_varied.${key}`))));
    const row = (variation) => element('tr', {},
      element('th', { scope: 'row' }, results.nameOf(variation, wording)),
      element('td', {}, element('code', {}, variation.path)),
      element('td', {}, results.data.parameters.find(({ path }) => path === variation.path)?.text ?? '\u2013'),
      element('td', {}, valuesText(variation.values, wording)));
    return [
      element('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': wording.text('sweep_varied.title') },
        element('table', { class: 'figures differing' },
          element('caption', { class: 'for-readers-aloud' }, wording.text('sweep_varied.title')),
          element('thead', {}, element('tr', {}, head)),
          element('tbody', {}, results.variations.map(row)))),
      element('p', { class: 'note' }, wording.text(results.isGrid ? 'sweep_varied.grid' : 'sweep_varied.listed',
        { count: wording.count(results.points) })),
    ];
  },
};
