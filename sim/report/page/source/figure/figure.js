// A figure: title, what it means, legend, drawing, when not to trust it, the table behind it and its
// downloads.
import { element } from '../dom.js';
import { csvBlob } from './csv.js';
import { fileName, save } from './downloads.js';
import { legend } from './legend.js';
import { pictureOf } from './picture.js';
import { tableView } from './table_view.js';

class Figure {
  constructor(view, context) {
    this.view = view;
    this.context = context;
    this.wording = context.wording;
    this.selected = view.choices?.map(({ first = 0 }) => first);
    this.chart = this.#firstChart();
    this.tableId = `${view.id}/table`;
  }

  get title() { return this.variant ? `${this.view.title}: ${this.variant}` : this.view.title; }

  element() {
    const { view, wording } = this;
    this.legendPlace = element('div', { class: 'legend-place', 'aria-hidden': 'true' });
    this.box = element('div', { class: 'chart', role: 'img' });
    this.tablePlace = element('div', {
      class: 'table-place', id: this.tableId, hidden: true, tabindex: 0, role: 'region',
      'aria-label': wording.text('figure.table_of', { title: view.title }),
    });
    this.place = this.context.drawings.put(this.box, this.chart);
    this.#fill();
    const figure = element('figure', { id: view.id, tabindex: -1, 'aria-labelledby': `${view.id}/title` },
      element('figcaption', {},
        element('h4', { id: `${view.id}/title` }, view.title),
        element('p', { class: 'meaning' }, view.meaning)),
      this.#choice(), this.legendPlace, this.box,
      view.note ? element('p', { class: 'note' }, view.note) : null,
      element('p', { class: 'caution' },
        element('strong', {}, wording.text('figure.caution')), ' ', view.caution),
      this.#actions(), this.tablePlace);
    this.context.onPaper(() => this.#tableForPaper());
    return figure;
  }

  #firstChart() {
    const { chart, chartOf, variants } = this.view;
    if (chartOf) {
      this.variant = this.#chosen();
      return chartOf(this.selected);
    }
    return variants ? variants[0].chart : chart;
  }

  #fill() {
    this.legendPlace.replaceChildren(
      this.view.choices ? element('p', { class: 'chosen' }, this.variant) : '',
      legend(this.chart.legend), element('p', { class: 'unit' }, this.chart.unitText));
    this.box.setAttribute('aria-label', `${this.title}. ${this.chart.summary}`);
    this.tablePlace.replaceChildren();
    if (!this.tablePlace.hidden) this.#fillTable();
  }

  #fillTable() {
    if (this.tablePlace.childElementCount > 0) return;
    this.tablePlace.append(tableView(this.chart.table, this.title, this.wording));
  }

  #choice() {
    const { choices, variants, id } = this.view;
    if (choices) return element('div', { class: 'choices' }, choices.map((_, index) => this.#selection(index)));
    if (!variants || variants.length < 2) return null;
    const options = variants.map(({ label }, index) => element('option', { value: index }, label));
    const select = element('select', {
      id: `${id}/choice`, onchange: () => this.#choose(variants[Number(select.value)]),
    }, options);
    return element('p', { class: 'choice' },
      element('label', { for: `${id}/choice` }, this.wording.text('figure.show')), ' ', select);
  }

  /** One of several things to choose; without a choice where there is one only. */
  #selection(index) {
    const { choices, chartOf, id } = this.view;
    const { label, options } = choices[index];
    if (options.length < 2) return null;
    const select = element('select', {
      id: `${id}/choice/${index}`,
      onchange: () => {
        this.selected[index] = Number(select.value);
        this.#choose({ label: this.#chosen(), chart: chartOf(this.selected) });
      },
    }, options.map((text, value) => element('option', { value, selected: value === this.selected[index] }, text)));
    return element('p', { class: 'choice' },
      element('label', { for: select.id }, label), ' ', select);
  }

  #chosen() {
    return this.view.choices.map(({ options }, index) => options[this.selected[index]]).join(', ');
  }

  #choose(variant) {
    this.chart = variant.chart;
    this.variant = variant.label;
    this.place.show(this.chart);
    this.#fill();
  }

  #actions() {
    const { wording } = this;
    const about = { title: this.view.title };
    const button = (key, onclick, more = {}) => element('button', {
      type: 'button', onclick, 'aria-label': wording.text(`figure.${key}_of`, about), ...more,
    }, wording.text(`figure.${key}`));
    this.toggle = button('table', () => this.#toggleTable(),
      { 'aria-expanded': 'false', 'aria-controls': this.tableId, 'data-does': 'table' });
    return element('div', { class: 'actions' }, this.toggle,
      button('csv', () => this.#saveTable(), { 'data-does': 'csv' }),
      button('png', () => this.#savePicture(), { 'data-does': 'png' }));
  }

  #toggleTable() {
    const open = this.tablePlace.hidden;
    this.tablePlace.hidden = !open;
    this.toggle.setAttribute('aria-expanded', String(open));
    this.toggle.textContent = this.wording.text(open ? 'figure.hide_table' : 'figure.table');
    if (open) this.#fillTable();
  }

  #fileName(ending) {
    const name = this.view.id.split('/').slice(1);
    return fileName(
      [this.context.results.data.scenario.name, ...name, this.wording.language], ending);
  }

  #saveTable() {
    save(csvBlob(this.chart.table, this.wording), this.#fileName('csv'));
  }

  async #savePicture() {
    const picture = await pictureOf({ title: this.title, chart: this.chart }, this.context.source);
    save(picture, this.#fileName('png'));
  }

  #tableForPaper() {
    const { table } = this.chart;
    if (table.printed) this.#fillTable();
    this.tablePlace.classList.toggle('printed', Boolean(table.printed));
  }
}

/**
 * view: {id, title, meaning, caution, note, chart} or variants: [{label, chart}] instead of a chart,
 * or choices: [{label, options, first}] and chartOf([number of the option of each choice]).
 * context: {wording, results, drawings, source, onPaper}.
 */
export const figure = (view, context) => new Figure(view, context).element();
