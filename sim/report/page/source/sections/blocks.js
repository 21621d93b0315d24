// Parts of a section, one for each measure or resource. A few stand open below each other; many are
// folded, with the first one open, and what is folded is made later.
import { add, element } from '../dom.js';

const mostOpen = 4;

function block(context, section, { id, title, aside, content }) {
  return element('section', {
    class: 'block', id: context.id(section, id), tabindex: -1,
    'aria-labelledby': context.id(section, id, 'title'),
  }, element('h3', { id: context.id(section, id, 'title') }, title, asideOf(aside)), content());
}

const asideOf = (aside) => (aside ? element('span', { class: 'aside' }, aside) : null);

function folded(context, section, { id, title, aside, content }, open) {
  const details = element('details', { class: 'block', id: context.id(section, id), open },
    element('summary', {}, element('h3', {}, title, asideOf(aside))));
  if (open) return add(details, content());
  const fill = context.work.add(() => add(details, content()));
  details.addEventListener('toggle', fill);
  return details;
}

/** items: [{id, title, aside, content: () => nodes}] */
export function blocks(context, section, items) {
  if (items.length <= mostOpen) return items.map((item) => block(context, section, item));
  return items.map((item, index) => folded(context, section, item, index === 0));
}

/** Parts that always stand open, however many. */
export const parts = (context, section, items) => items.map((item) => block(context, section, item));

export const note = (text) => element('p', { class: 'nothing' }, text);
