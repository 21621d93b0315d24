// What was switched off, value by value, and what could not be.
import { nameOf } from '../../data/parameters.js';
import { element } from '../../dom.js';
import { note } from '../blocks.js';

function tableOf({ results, wording }) {
  const labels = new Map(results.data.drivers.map(({ id, label }) => [id, wording.pick(label)]));
  const head = ['cause', 'what', 'from', 'to'].map((key) => (
    element('th', { scope: 'col' }, wording.text(`drivers_switched.${key}`))));
  const row = ({ cause, from, path, to }) => {
    const { group, name } = nameOf({ path }, results.data.names, wording);
    return element('tr', {}, element('th', { scope: 'row' }, labels.get(cause) ?? cause),
      element('td', {}, `${group}: ${name}`, element('span', { class: 'where' }, path)),
      element('td', {}, from), element('td', {}, to === '' ? wording.text('drivers_switched.gone') : to));
  };
  return element('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': wording.text('drivers_switched.title') },
    element('table', { class: 'figures differing' },
      element('caption', { class: 'for-readers-aloud' }, wording.text('drivers_switched.title')),
      element('thead', {}, element('tr', {}, head)),
      element('tbody', {}, results.data.switched.map(row))));
}

export const switched = {
  id: 'switched',
  texts: 'drivers_switched',
  build(context) {
    const { results, wording } = context;
    const { cohorts, not_applicable: left } = results.data;
    return [
      element('p', { class: 'note' }, wording.text('drivers_switched.cohorts', { first: cohorts[0], last: cohorts.at(-1) })),
      results.data.switched.length === 0 ? null : tableOf(context),
      left.map(({ label, why }) => note(wording.text('drivers_switched.left',
        { cause: wording.pick(label), why: wording.pick(why) }))),
    ];
  },
};
