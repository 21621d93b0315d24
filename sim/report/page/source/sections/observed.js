// What was observed in reality, beside what the simulation says of the same day.
import { element } from '../dom.js';

/** The subject of indicators that are about all people together. */
const everyone = 'all';

function rowsOf(context) {
  const { results } = context;
  return results.data.observed.flatMap(({ indicator, subject, values }) => (
    Object.entries(values).map(([date, value]) => ({
      indicator, subject, date, value, simulated: results.figureOn(date, indicator, subject),
    }))));
}

export function observed(context) {
  const { names, wording } = context;
  const rows = rowsOf(context);
  if (rows.length === 0) return null;
  const head = (key, number = true) => element('th', { scope: 'col', class: number ? 'number' : null },
    wording.text(`observed.${key}`));
  const number = (value) => element('td', { class: 'number' }, value);
  const row = ({ indicator, subject, date, value, simulated }) => element('tr', {},
    element('th', { scope: 'row' }, wording.date(date)),
    element('td', {}, subject === everyone ? wording.word(indicator)
      : `${names.subject(subject)}: ${wording.word(indicator)}`),
    number(wording.figure(value, 'people')), number(wording.figure(simulated.mean, 'people')),
    number(wording.band(simulated, 'people')));
  return element('div', { class: 'observed' },
    element('h3', {}, wording.text('observed.title')),
    element('p', {}, wording.text('observed.means')),
    element('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': wording.text('observed.title') },
      element('table', { class: 'figures' },
        element('thead', {}, element('tr', {}, head('date', false), head('what', false),
          head('value'), head('simulated'), head('band'))),
        element('tbody', {}, rows.map(row)))));
}
