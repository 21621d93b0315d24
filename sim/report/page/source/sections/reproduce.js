// How to make this report again, and that its accounts were right.
import { element } from '../dom.js';

function inputsOf(run) {
  return (run.inputs ?? []).map(({ file, sha256 }) => (
    element('div', {}, file, ' ', element('code', { class: 'digest' }, sha256))));
}

export const reproduce = {
  id: 'reproduce',
  build({ results, wording }) {
    const { run } = results.data;
    const pair = (key, value) => [element('dt', {}, wording.text(`reproduce.${key}`)),
      element('dd', {}, value)];
    return [
      element('p', {}, wording.text('reproduce.means')),
      element('pre', { tabindex: 0, 'aria-label': wording.text('reproduce.command') },
        element('code', {}, run.command)),
      element('dl', { class: 'pairs' },
        pair('version', `Doorstroom ${run.version}`),
        pair('commit', element('code', {}, run.commit)),
        pair('seed', String(run.seed)),
        pair('replications', wording.count(run.replications)),
        pair('inputs', inputsOf(run)),
        pair('audit', wording.text('reproduce.audit_said', { checks: wording.count(run.audit_checks) }))),
    ];
  },
};
