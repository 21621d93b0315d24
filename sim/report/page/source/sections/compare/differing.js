// In what the scenarios differ: every value, with where it comes from.
import { nameOf } from '../../data/parameters.js';
import { element } from '../../dom.js';
import { csvBlob } from '../../figure/csv.js';
import { fileName, save } from '../../figure/downloads.js';
import { note } from '../blocks.js';

const columns = ['what', 'base', 'alternative', 'base_source', 'alternative_source', 'path'];

/** "2017: 1320; 2019: 1100" by lines, where it is long. */
function valueOf(text, wording) {
  if (text === '') return element('em', {}, wording.text('differing.none_there'));
  if (text === 'true' || text === 'false') return wording.text(`differing.${text}`);
  const parts = text.split('; ');
  return parts.length > 1 ? parts.map((part) => element('div', { class: 'step' }, part)) : text;
}

/** "cited: VR 2017; assumption": the standing of each source in the language of the page. */
function sourceOf(text, wording) {
  return text.replace(/(^|; )(cited|public|derived|assumption|unstated)(?=:|;|$)/g,
    (_, before, status) => before + wording.text(`status.${status}`));
}

function csvOf(context, { id, differing }) {
  const { names } = context.results.data;
  const { wording } = context;
  const rows = differing.map((one) => [
    nameOf(one, names, wording).name, one.base, one.alternative,
    sourceOf(one.base_source, wording), sourceOf(one.alternative_source, wording), one.path]);
  const table = { columns: columns.map((key) => ({ label: wording.text(`differing.${key}`), unit: 'text' })), rows };
  save(csvBlob(table, wording), fileName(
    [context.results.data.scenario.name, id, 'differing', wording.language], 'csv'));
}

function tableOf(context, { title, differing }) {
  const { names } = context.results.data;
  const { wording } = context;
  const label = (key) => wording.text(`differing.${key}`);
  const row = (one) => {
    const { group, name } = nameOf(one, names, wording);
    return element('tr', {},
      element('th', { scope: 'row' }, group, element('div', {}, element('strong', {}, name)),
        element('span', { class: 'where' }, one.path)),
      element('td', { 'data-label': label('base') }, valueOf(one.base, wording)),
      element('td', { 'data-label': label('alternative') }, valueOf(one.alternative, wording)),
      element('td', { class: 'source', 'data-label': label('source') },
        one.base_source ? element('div', {}, `${label('base')}: ${sourceOf(one.base_source, wording)}`) : null,
        one.alternative_source ? element('div', {}, `${label('alternative')}: ${sourceOf(one.alternative_source, wording)}`) : null));
  };
  return element('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': wording.pick(title) },
    element('table', { class: 'figures differing' },
      element('caption', { class: 'for-readers-aloud' }, wording.pick(title)),
      element('thead', {}, element('tr', {}, ['what', 'base', 'alternative', 'source'].map(
        (key) => element('th', { scope: 'col' }, label(key))))),
      element('tbody', {}, differing.map(row))));
}

function block(context, alternative) {
  const { wording } = context;
  const { id, title, differing } = alternative;
  return element('section', { class: 'block', id: context.id('differing', id), tabindex: -1 },
    element('h3', {}, wording.pick(title),
      element('span', { class: 'aside' }, wording.text(
        differing.length === 1 ? 'differing.one' : 'differing.count', { count: wording.count(differing.length) }))),
    differing.length === 0 ? note(wording.text('differing.nothing')) : [
      tableOf(context, alternative),
      element('div', { class: 'actions' }, element('button', {
        type: 'button', 'data-does': 'csv', onclick: () => csvOf(context, alternative),
      }, wording.text('figure.csv'))),
    ]);
}

export const differing = {
  id: 'differing',
  build: (context) => context.results.alternatives.map((one) => block(context, one)),
};
