// What a sizing says: warnings first, each sentence linked to its figure.
import { element } from '../../dom.js';

const places = { targets: 'targets', path: 'path', prices: 'prices', binding: 'binding', assumptions: 'assumptions' };

function linkTo(about, context, sentence) {
  const place = context.id(places[about] ?? about);
  const text = context.wording.text(about === 'assumptions' ? 'findings.see_table' : 'findings.see');
  const link = element('a', { href: `#${place}`, 'aria-label': `${text}: ${sentence}` }, text);
  // What it leads to may be made later; a link that leads nowhere goes then.
  context.work.whenDone(() => { if (!document.getElementById(place)) link.remove(); });
  return link;
}

function item(finding, context) {
  const sentence = context.wording.pick(finding).replace(/(\d) %/g, '$1\u00a0%');
  return element('li', {}, element('span', {}, sentence), ' ', linkTo(finding.about, context, sentence));
}

export const findings = {
  id: 'findings',
  texts: 'size_findings',
  build(context) {
    const all = context.results.data.findings;
    const of = (weight) => all.filter((finding) => finding.weight === weight).map((finding) => item(finding, context));
    const warnings = of('warning');
    return [
      warnings.length === 0 ? null : element('div', { class: 'warnings' },
        element('h3', {}, context.wording.text('findings.warnings')), element('ul', {}, warnings)),
      element('ul', { class: 'facts' }, of('fact')),
    ];
  },
};
