// What was asked, and how it was searched.
import { element } from '../../dom.js';

export const request = {
  id: 'request',
  texts: 'size_request',
  build({ names, results, wording }) {
    const { data, request: asked } = results;
    const pair = (key, value) => [element('dt', {}, wording.text(`size_request.${key}`)), element('dd', {}, value)];
    const yes = (key, is) => wording.text(`size_request.${is ? key : `no_${key}`}`);
    return [element('dl', { class: 'pairs' },
      pair('resource', names.resource(asked.resource)),
      pair('targets', asked.targets.map(({ text }) => element('div', {}, element('code', {}, text)))),
      pair('years', asked.years.join(', ')),
      pair('probability', wording.share(asked.probability)),
      pair('budgets', yes('budgets_bind', asked.under_budget)),
      pair('step', wording.figure(asked.step, results.unit)),
      pair('searched', wording.count(asked.search_replications)),
      pair('judged', wording.count(data.found.replications)),
      pair('again', wording.count(asked.times_sized_again)))];
  },
};
