// Assumptions and sources: every number, filtered by how it is founded and by words.
import { countByStatus, nameOf, statuses, valuesOf } from '../data/parameters.js';
import { element } from '../dom.js';
import { csvBlob } from '../figure/csv.js';
import { fileName, save } from '../figure/downloads.js';
import { observed } from './observed.js';

class ParameterList {
  constructor(context) {
    this.context = context;
    this.wording = context.wording;
    const { names, parameters } = context.results.data;
    this.items = parameters.map((parameter) => ({
      parameter,
      ...nameOf(parameter, names, this.wording),
      ...valuesOf(parameter, names, this.wording),
    }));
    this.counts = countByStatus(parameters);
    this.status = 'all';
    this.words = '';
  }

  element() {
    const { wording } = this;
    this.said = element('p', { class: 'said', role: 'status' });
    const table = element('table', { class: 'figures parameters' },
      element('caption', { class: 'for-readers-aloud' }, wording.text('assumptions.title')),
      this.#head(), this.#bodies());
    this.#show();
    return [
      this.#balance(), this.#tools(), this.said,
      element('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': wording.text('assumptions.table') }, table),
    ];
  }

  /** One bar for all numbers, by how they are founded. */
  #balance() {
    const all = this.items.length;
    const part = (status) => element('span', {
      class: `part status-${status}`, style: `flex-grow: ${this.counts[status]}`,
    });
    const row = (status) => element('li', {}, element('span', { class: `key status-${status}` }),
      element('strong', {}, this.wording.count(this.counts[status])), ' ', this.#name(status),
      element('span', { class: 'explained' }, this.wording.text(`status.${status}_means`)));
    const present = statuses.filter((status) => this.counts[status] > 0);
    return element('div', { class: 'balance' },
      element('p', {}, this.wording.text('assumptions.count', { all: this.wording.count(all) })),
      element('div', { class: 'bar', 'aria-hidden': 'true' }, present.map(part)),
      element('ul', {}, statuses.map(row)));
  }

  #name(status) { return this.wording.text(`status.${status}`); }

  #tools() {
    const { context, wording } = this;
    const option = (status) => {
      const count = status === 'all' ? this.items.length : this.counts[status];
      const name = status === 'all' ? wording.text('assumptions.all') : this.#name(status);
      return element('option', { value: status }, `${name} (${wording.count(count)})`);
    };
    const select = element('select', {
      id: context.id('parameter-status'),
      onchange: () => { this.status = select.value; this.#show(); },
    }, ['all', ...statuses].map(option));
    const search = element('input', {
      type: 'search', id: context.id('parameter-search'), autocomplete: 'off', spellcheck: 'false',
      oninput: () => { this.words = search.value; this.#show(); },
    });
    const csv = element('button', { type: 'button', 'data-does': 'csv', onclick: () => this.#save() },
      wording.text('figure.csv'));
    const pair = (key, control) => element('span', {},
      element('label', { for: control.id }, wording.text(`assumptions.${key}`)), ' ', control);
    return element('div', { class: 'tools' },
      pair('status', select), pair('search', search), csv);
  }

  #head() {
    const columns = ['what', 'value', 'range', 'status_of', 'source'];
    return element('thead', {}, element('tr', {}, columns.map((key) => (
      element('th', { scope: 'col', class: ['value', 'range'].includes(key) ? 'number' : null },
        this.wording.text(`assumptions.${key}`))))));
  }

  #bodies() {
    const groups = new Map();
    for (const item of this.items) {
      item.row = this.#row(item);
      if (!groups.has(item.group)) groups.set(item.group, []);
      groups.get(item.group).push(item);
    }
    this.groups = [...groups].map(([group, items]) => {
      const body = element('tbody', {},
        element('tr', { class: 'group' }, element('th', { colspan: 5, scope: 'rowgroup' }, group)),
        items.map(({ row }) => row));
      return { body, items };
    });
    return this.groups.map(({ body }) => body);
  }

  #row({ parameter, name, value, range }) {
    const { wording } = this;
    const label = (key) => wording.text(`assumptions.${key}`);
    return element('tr', {},
      element('th', { scope: 'row' }, name),
      element('td', { class: 'number', 'data-label': label('value') }, value),
      element('td', { class: 'number', 'data-label': label('range') }, range),
      element('td', { 'data-label': label('status_of') },
        element('span', { class: `badge status-${parameter.status}` }, this.#name(parameter.status))),
      element('td', { class: 'source', 'data-label': label('source') }, parameter.source ?? '',
        parameter.note ? element('span', { class: 'more' }, parameter.note) : null,
        element('span', { class: 'where' }, parameter.where)));
  }

  #fits({ parameter, group, name, value }) {
    if (this.status !== 'all' && parameter.status !== this.status) return false;
    const text = [group, name, value, parameter.path, parameter.source, parameter.note,
      parameter.where].join(' ').toLowerCase();
    return this.words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  }

  #show() {
    let shown = 0;
    for (const { body, items } of this.groups) {
      let any = false;
      for (const item of items) {
        const fits = this.#fits(item);
        item.row.hidden = !fits;
        any ||= fits;
        shown += fits ? 1 : 0;
      }
      body.hidden = !any;
    }
    const { wording } = this;
    this.said.textContent = wording.text(shown === 0 ? 'assumptions.nothing' : 'assumptions.shown',
      { shown: wording.count(shown), all: wording.count(this.items.length) });
  }

  #save() {
    const { context, wording } = this;
    const columns = ['path', 'group', 'what', 'number', 'unit_of', 'low', 'high', 'status_of', 'source', 'note', 'where']
      .map((key) => ({ label: wording.text(`assumptions.${key}`), unit: 'text' }));
    const rows = this.items.filter((item) => this.#fits(item)).map(({ parameter, group, name }) => [
      parameter.path, group, name, parameter.value, parameter.unit, parameter.range?.[0] ?? null,
      parameter.range?.[1] ?? null, this.#name(parameter.status), parameter.source ?? '',
      parameter.note ?? '', parameter.where]);
    save(csvBlob({ columns, rows }, wording), fileName(
      [context.results.data.scenario.name, 'parameters', wording.language], 'csv'));
  }
}

export const assumptions = {
  id: 'assumptions',
  build(context) {
    return [new ParameterList(context).element(), observed(context)];
  },
};
