// What a study says: warnings first, each sentence linked to what shows it.
import { element } from '../dom.js';

function linkTo(place, context, sentence) {
  const text = context.wording.text(place.endsWith('/assumptions') ? 'findings.see_table' : 'findings.see');
  const link = element('a', { href: `#${place}`, 'aria-label': `${text}: ${sentence}` }, text);
  // What it leads to may be made later; a link that leads nowhere goes then.
  context.work.whenDone(() => { if (!document.getElementById(place)) link.remove(); });
  return link;
}

/** `placeOf(about)` is the id, without the language, of what shows a finding. */
export const studyFindings = (texts, placeOf) => ({
  id: 'findings',
  texts,
  build(context) {
    const { results, wording } = context;
    const item = (finding) => {
      const sentence = wording.pick(finding).replace(/(\d) %/g, '$1\u00a0%');
      return element('li', {}, element('span', {}, sentence), ' ',
        linkTo(context.id(placeOf(finding.about)), context, sentence));
    };
    const of = (weight) => results.data.findings.filter((one) => one.weight === weight).map(item);
    const warnings = of('warning');
    return [
      warnings.length === 0 ? null : element('div', { class: 'warnings' },
        element('h3', {}, wording.text('findings.warnings')), element('ul', {}, warnings)),
      element('ul', { class: 'facts' }, of('fact')),
    ];
  },
});
