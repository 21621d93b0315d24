// What appears beside the pointer: the exact figures of a moment.
import { element } from '../dom.js';
import { swatch } from './legend.js';

/** {heading, rows: [{layer, label, value, band}]}; elements, so that labels stay text. */
export function tip({ heading, rows }) {
  return element('div', { class: 'tip' },
    element('p', { class: 'tip-heading' }, heading),
    element('table', {},
      element('tbody', {}, rows.map((row) => element('tr', {},
        element('td', {}, row.layer ? swatch(row.layer) : null),
        element('th', { scope: 'row' }, row.label),
        element('td', { class: 'number' }, row.value),
        element('td', { class: 'tip-band' }, row.band ? `(${row.band})` : ''))))));
}
