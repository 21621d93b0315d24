// The words of the report, and what they mean in it.
import { element } from '../dom.js';
import { glossary } from '../language/glossary.js';

export const definitions = {
  id: 'definitions',
  build({ wording }) {
    const entries = glossary.map(({ word, meaning }) => (
      { word: wording.pick(word), meaning: wording.pick(meaning) }))
      .sort((a, b) => a.word.localeCompare(b.word, wording.language));
    return element('dl', { class: 'glossary' }, entries.map(({ word, meaning }) => (
      element('div', {}, element('dt', {}, word), element('dd', {}, meaning)))));
  },
};
