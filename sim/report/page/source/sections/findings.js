// What this says: the findings in sentences, warnings first and apart, each linked to its figure.
import { element } from '../dom.js';

const sectionOfKind = { places: 'capacity', contingent: 'capacity', budget: 'money' };

/** Figures and sections that findings name by themselves. */
const figureOf = {
  carousel: 'carousel-rate', returners: 'returner-share', unserved: 'never-started',
  jobseekers: 'jobseekers', replications: 'reproduce', scale: 'reproduce', horizon: 'carousel',
};

/** Where a finding is shown: "list:x" by the list x, "resource:y" by the figures of y. */
function placeOf(about, context) {
  const at = about.indexOf(':');
  const [kind, id] = at < 0 ? [about, ''] : [about.slice(0, at), about.slice(at + 1)];
  if (kind === 'list') return context.id('lists', id);
  if (kind === 'wait') return context.id('waiting-time', id);
  if (kind === 'held_back') return context.id('held-back', id);
  if (kind === 'group_wait') return context.id('waits-by-group');
  if (kind === 'joiners') return context.id('joiners', id);
  if (kind === 'lists') return context.id('lists');
  if (kind === 'resources') return context.id('use-of-all');
  if (kind === 'affordable') return context.id('affordable', id);
  if (kind === 'resource') {
    const resource = context.results.data.names.resources[id];
    return context.id(sectionOfKind[resource?.kind] ?? '', id);
  }
  return context.id(figureOf[kind] ?? kind);
}

/** What it leads to may be made later; a link that leads nowhere goes then. */
function linkTo(place, context, sentence) {
  const key = place.endsWith('/assumptions') ? 'findings.see_table' : 'findings.see';
  const link = element('a', {
    href: `#${place}`, 'aria-label': `${context.wording.text(key)}: ${sentence}`,
  }, context.wording.text(key));
  context.work.whenDone(() => { if (!document.getElementById(place)) link.remove(); });
  return link;
}

function item(finding, context) {
  const sentence = context.wording.pick(finding).replace(/(\d) %/g, '$1\u00a0%');
  const link = linkTo(placeOf(finding.about, context), context, sentence);
  return element('li', {}, element('span', {}, sentence), ' ', link);
}

const sentences = (found, context, attributes) => element('ul', attributes,
  found.map((finding) => item(finding, context)));

function warnings(found, context) {
  if (found.length === 0) return null;
  return element('div', { class: 'warnings' },
    element('h3', {}, context.wording.text('findings.warnings')), sentences(found, context, {}));
}

export const findings = {
  id: 'findings',
  build(context) {
    const all = context.results.data.findings;
    const main = all.filter(({ more }) => !more);
    const others = all.filter(({ more }) => more);
    const of = (weight) => main.filter((finding) => finding.weight === weight);
    return [
      warnings(of('warning'), context),
      sentences(of('fact'), context, { class: 'facts' }),
      others.length === 0 ? null : element('details', { class: 'more-facts' },
        element('summary', {}, context.wording.text('findings.others', { count: others.length }),
          element('span', { class: 'on-paper' }, ' ', context.wording.text('findings.on_screen'))),
        sentences(others, context, { class: 'facts' })),
    ];
  },
};
