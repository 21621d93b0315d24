// How the page speaks in one language: texts, names, numbers and dates.
import { axisMark, longDate, longMonth, periodName, shortMonth } from './dates.js';
import { atMost, fixed, none, plain, significant } from './numbers.js';
import { texts } from './texts.js';
import { words } from './words.js';

/** Decimals that figures of a unit are shown with. */
const decimalsOf = { people: 1, starts: 1, places: 1, days: 1, euro: 0, share: 1 };

/** "very_large" for readers who see no label for it. */
const withoutUnderscores = (id) => id.replaceAll('_', ' ');

export class Wording {
  constructor(language) {
    this.language = language;
  }

  /** A text of the page, with the {names} in it replaced. */
  text(key, values = {}) {
    const found = texts[key];
    if (!found) throw new Error(`no text ${key}`);
    return found[this.language].replace(/\{(\w+)\}/g, (mark, name) => values[name] ?? mark);
  }

  /** The right one of {nl, en}; the other one where it is empty. */
  pick(label) {
    return label[this.language] || label.nl || label.en || '';
  }

  /** A word of the data that has no label of its own: "per_month", "very_large", "yes". */
  word(id) {
    return words[id]?.[this.language] ?? withoutUnderscores(id);
  }

  unit(id) {
    return this.text(`unit.${id}`);
  }

  count(value, decimals = 0) { return fixed(this.language, value, decimals); }

  percent(share, decimals = 0) {
    if (share === null || share === undefined) return none;
    return `${fixed(this.language, share * 100, decimals)}\u00a0%`;
  }

  /** A figure of a unit with the decimals that suit it, without the word for the unit. */
  figure(value, unit) {
    if (unit === 'share') return this.percent(value, decimalsOf.share);
    return atMost(this.language, value, decimalsOf[unit] ?? 2);
  }

  /** A share without decimals that say nothing: "95 %", "97,5 %". */
  share(value) { return `${atMost(this.language, value * 100, 1)}\u00a0%`; }

  /** A difference: "+12,5", "\u22123". */
  signed(value, unit) {
    if (value === null || value === undefined) return none;
    const text = unit === 'share' ? `${atMost(this.language, value * 100, 2)}\u00a0%` : this.figure(value, unit);
    return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  }

  /** The same with the word: "1.002,9 mensen". */
  figureWithUnit(value, unit) {
    const text = this.figure(value, unit);
    return unit === 'share' || value === null ? text : `${text}\u00a0${this.unit(unit)}`;
  }

  /** "1.246,8\u20131.366", or nothing without percentiles. */
  band(figure, unit) {
    return this.#between(figure, (value) => this.figure(value, unit));
  }

  /** The same for people in whole numbers. */
  countBand(figure) {
    return this.#between(figure, (value) => this.count(value));
  }

  #between({ p05, p95 }, say) {
    return p05 === null ? '' : `${say(p05)}\u2013${say(p95)}`;
  }

  parameter(value) { return significant(this.language, value); }

  forSpreadsheet(value) { return plain(this.language, value); }

  date(iso) { return longDate(this.language, iso); }

  month(iso) { return longMonth(this.language, iso); }

  shortMonth(iso) { return shortMonth(this.language, iso); }

  axisMark(iso) { return axisMark(this.language, iso); }

  period(period) { return periodName(this.language, period); }
}
