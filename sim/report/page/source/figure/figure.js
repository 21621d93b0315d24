// A figure: title, what it means, legend, drawing, when not to trust it, the table behind it and its
// downloads.
import { element } from '../dom.js';
import { csvBlob } from './csv.js';
import { fileName, save } from './downloads.js';
import { legend } from './legend.js';
import { pictureOf } from './picture.js';
import { tableView } from './table_view.js';

/** A browser makes everything on paper smaller until its widest table fits. */
const mostColumnsOnPaper = 11;
const denseColumns = 7;

/** A table of so few rows stays on one sheet. */
const shortTable = 12;

/** What can be chosen: options are {label, value}, or texts whose value is their number. */
function choicesOf({ choices, variants }) {
  const all = choices ?? (variants ? [{ options: variants.map(({ label }) => label) }] : []);
  return all.map((choice) => ({
    ...choice,
    options: choice.options.map((option, value) => (
      typeof option === 'string' ? { label: option, value } : option)),
  }));
}

class Figure {
  constructor(view, context) {
    this.view = view;
    this.context = context;
    this.wording = context.wording;
    this.choices = choicesOf(view);
    this.chosen = this.choices.map(({ options, first = 0 }) => options[first].value);
    this.chart = this.#chartOf();
    this.tableId = `${view.id}/table`;
  }

  #chartOf() {
    const { chart, chartOf, variants } = this.view;
    if (chart) return chart;
    return variants ? variants[this.chosen[0]].chart : chartOf(...this.chosen);
  }

  /** What is chosen, in words; nothing where there is no choice. */
  get variant() {
    return this.choices.map(({ options }, index) => (options.length > 1
      ? options.find(({ value }) => value === this.chosen[index]).label : null))
      .filter(Boolean).join(', ');
  }

  get title() { return this.variant ? `${this.view.title}: ${this.variant}` : this.view.title; }

  element() {
    const { view, wording } = this;
    this.legendPlace = element('div', { class: 'legend-place', 'aria-hidden': 'true' });
    this.chosenPlace = element('p', { class: 'chosen' });
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
      this.#choice(), this.chosenPlace, this.legendPlace, this.box,
      view.note ? element('p', { class: 'note' }, view.note) : null,
      element('p', { class: 'caution' },
        element('strong', {}, wording.text('figure.caution')), ' ', view.caution),
      this.#actions(), this.tablePlace);
    this.context.onPaper(() => this.#tableForPaper());
    return figure;
  }

  #fill() {
    this.legendPlace.replaceChildren(
      legend(this.chart.legend), element('p', { class: 'unit' }, this.chart.unitText));
    this.chosenPlace.textContent = this.variant
      ? this.wording.text('figure.chosen', { what: this.variant }) : '';
    this.box.setAttribute('aria-label', `${this.title}. ${this.chart.summary}`);
    this.tablePlace.replaceChildren();
    if (!this.tablePlace.hidden) this.#fillTable();
  }

  #fillTable() {
    if (this.tablePlace.childElementCount > 0) return;
    this.tablePlace.append(tableView(this.chart.table, this.title, this.wording));
  }

  #choice() {
    const open = this.choices.map((choice, index) => ({ choice, index }))
      .filter(({ choice }) => choice.options.length > 1);
    if (open.length === 0) return null;
    return element('div', { class: 'choices' },
      open.map(({ choice, index }) => this.#selection(choice, index)));
  }

  #selection({ label, options }, index) {
    const id = index === 0 ? `${this.view.id}/choice` : `${this.view.id}/choice/${index}`;
    const select = element('select', {
      id, onchange: () => this.#choose(index, options[select.selectedIndex].value),
    }, options.map(({ label: text, value }) => (
      element('option', { selected: value === this.chosen[index] }, text))));
    return element('p', { class: 'choice' },
      element('label', { for: id }, label ?? this.wording.text('figure.show')), ' ', select);
  }

  #choose(index, value) {
    this.chosen[index] = value;
    this.chart = this.#chartOf();
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
    const isPrinted = Boolean(table.printed) && table.columns.length <= mostColumnsOnPaper;
    if (isPrinted) this.#fillTable();
    this.tablePlace.classList.toggle('printed', isPrinted);
    this.tablePlace.classList.toggle('dense', table.columns.length > denseColumns);
    this.tablePlace.classList.toggle('short', table.rows.length <= shortTable);
  }
}

/**
 * view: {id, title, meaning, caution, note, chart}; instead of a chart either variants:
 * [{label, chart}], or choices: [{label, options, first}] with chartOf(value, ...): options are
 * {label, value}, or texts whose value is their number.
 * context: {wording, results, drawings, source, onPaper}.
 */
export const figure = (view, context) => new Figure(view, context).element();
