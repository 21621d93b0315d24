// What this says: the findings in sentences, warnings first and apart, each linked to its figure.
import { element } from '../dom.js';

const sectionOfKind = { places: 'capacity', contingent: 'starts', budget: 'money' };

/** Where a finding is shown: "list:x" by the list x, "resource:y" by the figures of y. */
function placeOf(about, context) {
  const at = about.indexOf(':');
  const [kind, id] = at < 0 ? [about, ''] : [about.slice(0, at), about.slice(at + 1)];
  if (kind === 'list') return context.id('lists', id);
  if (kind === 'wait') return context.id('waiting-time', id);
  if (kind === 'held_back') return context.id('held-back', id);
  if (kind === 'resource') {
    const resource = context.results.data.names.resources[id];
    return context.id(sectionOfKind[resource?.kind] ?? '', id);
  }
  return context.id(kind);
}

function linkTo(place, context, sentence) {
  if (!context.exists(place)) return null;
  const key = place.endsWith('/assumptions') ? 'findings.see_table' : 'findings.see';
  return element('a', { href: `#${place}`, 'aria-label': `${context.wording.text(key)}: ${sentence}` },
    context.wording.text(key));
}

function item(finding, context) {
  const sentence = context.wording.pick(finding).replace(/(\d) %/g, '$1\u00a0%');
  const link = linkTo(placeOf(finding.about, context), context, sentence);
  return element('li', {}, element('span', {}, sentence), ' ', link);
}

function warnings(found, context) {
  if (found.length === 0) return null;
  return element('div', { class: 'warnings' },
    element('h3', {}, context.wording.text('findings.warnings')),
    element('ul', {}, found.map((finding) => item(finding, context))));
}

const mostShown = 10;

const sentences = (found, context) => element('ul', { class: 'facts' },
  found.map((finding) => item(finding, context)));

/** The first ones stand open; of a scenario with many lists the others are folded away. */
function facts(found, context) {
  if (found.length <= mostShown) return sentences(found, context);
  const others = found.slice(mostShown);
  return [sentences(found.slice(0, mostShown), context), element('details', { class: 'more-facts' },
    element('summary', {}, context.wording.text('findings.others', { count: others.length })),
    sentences(others, context))];
}

export const findings = {
  id: 'findings',
  build(context) {
    const all = context.results.data.findings;
    const of = (weight) => all.filter((finding) => finding.weight === weight);
    return [
      warnings(of('warning'), context),
      facts(of('fact'), context),
    ];
  },
};
