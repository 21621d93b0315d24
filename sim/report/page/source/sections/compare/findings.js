// What a comparison says: warnings first, then each alternative.
import { element } from '../../dom.js';

/** Where a finding is shown: "list:x" by the list x. */
function placeOf(about, context) {
  const at = about.indexOf(':');
  const [kind, id] = at < 0 ? [about, ''] : [about.slice(0, at), about.slice(at + 1)];
  const places = {
    list: context.id('lists', id),
    wait: context.id('waits-of', id),
    starts: context.id('headline-by-measure'),
    work: context.id('largest'),
    headline: context.id('largest'),
    people: context.id('people'),
    displaced: context.id('moved-starts'),
    cost: context.id('paid-by'),
    carousel: context.id('carousel'),
    who: context.id('who'),
  };
  return places[kind] ?? context.id(kind);
}

function linkTo(place, context, sentence) {
  const key = /\/(differing|people)$/.test(place) ? 'findings.see_table' : 'findings.see';
  const link = element('a', { href: `#${place}`, 'aria-label': `${context.wording.text(key)}: ${sentence}` },
    context.wording.text(key));
  // What it leads to may be made later; a link that leads nowhere goes then.
  context.work.whenDone(() => { if (!document.getElementById(place)) link.remove(); });
  return link;
}

function item(finding, context, before = '') {
  const sentence = before + context.wording.pick(finding).replace(/(\d) %/g, '$1\u00a0%');
  return element('li', {}, element('span', {}, sentence), ' ',
    linkTo(placeOf(finding.about, context), context, sentence));
}

function warnings(context, found) {
  if (found.length === 0) return null;
  const titleOf = new Map(context.results.alternatives.map(({ id, title }) => [id, context.wording.pick(title)]));
  const before = ({ alternative }) => (alternative && titleOf.size > 1 ? `${titleOf.get(alternative)}: ` : '');
  return element('div', { class: 'warnings' },
    element('h3', {}, context.wording.text('findings.warnings')),
    element('ul', {}, found.map((finding) => item(finding, context, before(finding)))));
}

function ofAlternative(context, { id, title, description }, found) {
  const facts = found.filter(({ alternative }) => alternative === id);
  const several = context.results.alternatives.length > 1;
  const said = several ? context.wording.pick(description) : '';
  return element('section', { class: 'block', id: context.id('findings', id), tabindex: -1 },
    several ? element('h3', {}, context.wording.pick(title)) : null,
    said ? element('p', { class: 'meaning' }, said) : null,
    element('ul', { class: 'facts' }, facts.map((finding) => item(finding, context))));
}

export const findings = {
  id: 'findings',
  texts: 'compare_findings',
  build(context) {
    const all = context.results.data.findings;
    const facts = all.filter(({ weight }) => weight === 'fact');
    const common = facts.filter(({ alternative }) => !alternative);
    return [
      warnings(context, all.filter(({ weight }) => weight === 'warning')),
      context.results.alternatives.map((one) => ofAlternative(context, one, facts)),
      common.map((finding) => element('p', { class: 'note' }, context.wording.pick(finding))),
    ];
  },
};
