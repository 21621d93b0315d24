// The page: its head, its contents, its sections; built anew for each language.
import { dateOf, timeOf } from '../data/results.js';
import { add, element } from '../dom.js';
import { sections } from './sections.js';

const dayBefore = (date) => dateOf(timeOf(date) - 86_400_000);

function languageButton(context, language, name, choose) {
  const chosen = context.wording.language === language;
  return element('button', {
    type: 'button', lang: language, 'aria-pressed': String(chosen), 'data-language': language,
    onclick: () => choose(language),
  }, name);
}

function bar(context, choose) {
  const { wording } = context;
  return element('div', { class: 'bar-top' },
    element('span', { class: 'brand' }, 'Doorstroom',
      element('span', { class: 'kind' }, wording.text('page.kind'))),
    element('div', { class: 'switches' },
      element('div', { role: 'group', 'aria-label': wording.text('page.language'), class: 'languages' },
        languageButton(context, 'nl', 'Nederlands', choose),
        languageButton(context, 'en', 'English', choose)),
      element('button', { type: 'button', class: 'print', onclick: () => window.print() },
        wording.text('page.print'))));
}

function simulated(context) {
  const { results, wording } = context;
  const { run, scenario } = results.data;
  const pair = (key, value) => element('div', {},
    element('dt', {}, wording.text(`page.${key}`)), element('dd', {}, value));
  const period = wording.text('page.from_until', {
    start: wording.date(scenario.start), end: wording.date(dayBefore(scenario.end)),
  });
  const count = wording.text(run.replications === 1 ? 'page.once' : 'page.times',
    { count: wording.count(run.replications) });
  return element('dl', { class: 'simulated' }, pair('horizon', period), pair('replications', count),
    run.scale < 1 ? pair('scale', wording.parameter(run.scale)) : null, pair('scenario', scenario.name));
}

function head(context, choose) {
  const { results, wording } = context;
  const { scenario } = results.data;
  const description = wording.pick(scenario.description);
  return element('header', { class: 'head' }, bar(context, choose),
    element('div', { class: 'title' },
      element('h1', {}, wording.pick(scenario.title)),
      description ? element('p', { class: 'description' }, description) : null,
      simulated(context)));
}

const titleOf = (section, wording) => wording.text(`${section.id.replace('-', '_')}.title`);

function contents(context) {
  const { wording } = context;
  const entry = (section) => element('li', {},
    element('a', { href: `#${context.id(section.id)}` }, titleOf(section, wording)));
  return element('nav', { class: 'contents', 'aria-labelledby': context.id('contents') },
    element('h2', { id: context.id('contents') }, wording.text('page.contents')),
    element('ol', {}, sections.map(entry)));
}

function sectionElement(section, context) {
  const { wording } = context;
  const key = section.id.replace('-', '_');
  const titleId = context.id(section.id, 'title');
  return element('section', {
    id: context.id(section.id), class: `section ${section.id}`, tabindex: -1, 'aria-labelledby': titleId,
  }, element('h2', { id: titleId }, titleOf(section, wording)),
  element('p', { class: 'lead' }, wording.text(`${key}.lead`)),
  element('div', { class: 'content' }));
}

/** Sections that are there when the page opens; the others follow one by one. */
const atOnce = 2;

function fill(context, elements) {
  elements.forEach((node, index) => {
    const content = node.querySelector(':scope > .content');
    const build = () => add(content, sections[index].build(context));
    if (index < atOnce) build();
    else context.work.add(build);
  });
}

function foot(context, licences) {
  const { wording } = context;
  return element('footer', {},
    element('p', {}, wording.text('page.foot', { version: context.results.data.run.version })),
    licences ? element('details', {},
      element('summary', {}, wording.text('page.licences')),
      element('pre', { tabindex: 0 }, licences)) : null);
}

/** The whole page in the language of the context; `choose` is called with another language. */
export function page(context, { choose, licences }) {
  const elements = sections.map((section) => sectionElement(section, context));
  fill(context, elements);
  return [
    element('a', { class: 'skip', href: `#${context.id('content')}` }, context.wording.text('page.skip')),
    head(context, choose),
    element('div', { class: 'columns' }, contents(context),
      element('main', { id: context.id('content'), tabindex: -1 }, elements)),
    foot(context, licences),
  ];
}
