// Parts of a section, one for each measure or resource. A few stand open below each other; many are
// folded, with the first one open.
import { element } from '../dom.js';

const mostOpen = 4;

function block(context, section, { id, title, aside, content }) {
  return element('section', {
    class: 'block', id: context.id(section, id), tabindex: -1,
    'aria-labelledby': context.id(section, id, 'title'),
  }, element('h3', { id: context.id(section, id, 'title') }, title, asideOf(aside)), content());
}

const asideOf = (aside) => (aside ? element('span', { class: 'aside' }, aside) : null);

function folded(context, section, { id, title, aside, content }, open) {
  return element('details', { class: 'block', id: context.id(section, id), open },
    element('summary', {}, element('h3', {}, title, asideOf(aside))), content());
}

/** items: [{id, title, aside, content: () => nodes}] */
export function blocks(context, section, items) {
  if (items.length <= mostOpen) return items.map((item) => block(context, section, item));
  return items.map((item, index) => folded(context, section, item, index === 0));
}

export const note = (text) => element('p', { class: 'nothing' }, text);
