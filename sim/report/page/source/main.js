// Reads the data of the page and shows it in the reader's language.
import { CompareResults } from './data/compare_results.js';
import { DriversResults } from './data/drivers_results.js';
import { Results } from './data/results.js';
import { SizeResults } from './data/size_results.js';
import { SweepResults } from './data/sweep_results.js';
import { element } from './dom.js';
import { Drawings } from './figure/drawings.js';
import { Wording } from './language/wording.js';
import { Context } from './page/context.js';
import { page } from './page/page.js';
import { placeInAddress, placeOnScreen, show } from './page/place.js';

const knownFormat = 1;

const resultsOf = {
  run: Results, compare: CompareResults, size: SizeResults, sweep: SweepResults, drivers: DriversResults,
};

class Report {
  constructor(data, root, licences) {
    this.results = new resultsOf[data.kind](data);
    this.root = root;
    this.licences = licences;
  }

  show(language) {
    this.drawings?.clear();
    this.context?.work.stop();
    this.drawings = new Drawings();
    const wording = new Wording(language);
    this.language = language;
    this.context = new Context(this.results, wording, this.drawings);
    document.documentElement.lang = language;
    document.title = `${wording.pick(this.results.data.scenario.title)} \u2013 Doorstroom`;
    delete document.documentElement.dataset.whole;
    this.root.replaceChildren(...page(this.context, {
      choose: (chosen) => this.choose(chosen), licences: this.licences,
    }));
    this.context.work.whenDone(() => { document.documentElement.dataset.whole = 'yes'; });
    this.context.work.begin();
  }

  /** Another language, at the same place of the page and with the same button in focus. */
  choose(language) {
    if (language === this.language) return;
    const place = placeOnScreen();
    const unfolded = this.#unfolded();
    this.show(language);
    this.context.work.finish();
    for (const id of unfolded) document.getElementById(`${language}/${id}`)?.setAttribute('open', '');
    const same = place && document.getElementById(`${language}/${place.id}`);
    if (same) window.scrollBy(0, same.getBoundingClientRect().top - place.offset);
    document.querySelector(`[data-language="${language}"]`).focus({ preventScroll: true });
    history.replaceState(null, '', `#${language}${place ? `/${place.id}` : ''}`);
  }

  #unfolded() {
    return [...document.querySelectorAll('details.block[open]')]
      .map(({ id }) => id.slice(id.indexOf('/') + 1));
  }

  goTo({ language, id }) {
    if (language && language !== this.language) this.show(language);
    if (!id) return;
    if (!document.getElementById(id)) this.context.work.finish();
    show(id);
  }

  beforePrint() {
    this.context.work.finish();
    this.folded = [...document.querySelectorAll('main details:not([open])')];
    for (const part of this.folded) part.open = true;
    for (const prepare of this.context.forPaper) prepare();
    this.drawings.drawForPaper();
  }

  afterPrint() {
    for (const part of this.folded) part.open = false;
    this.drawings.drawForScreen();
  }
}

function textOf(id) { return document.getElementById(id)?.textContent ?? ''; }

function cannotRead(root, data) {
  const say = (language) => element('p', { lang: language },
    new Wording(language).text('page.unknown_format', { format: String(data.format) }));
  root.replaceChildren(element('main', { class: 'trouble' }, say('nl'), say('en')));
}

function start() {
  const root = document.getElementById('page');
  const data = JSON.parse(textOf('data'));
  if (data.format !== knownFormat || !Object.hasOwn(resultsOf, data.kind)) {
    cannotRead(root, data);
    return;
  }
  const report = new Report(data, root, textOf('licences').trim());
  const place = placeInAddress(location.hash);
  report.show(place.language ?? data.language);
  // Not before the browser has done with the address itself.
  addEventListener('load', () => requestAnimationFrame(() => report.goTo(place)));
  addEventListener('hashchange', () => report.goTo(placeInAddress(location.hash)));
  addEventListener('beforeprint', () => report.beforePrint());
  addEventListener('afterprint', () => report.afterPrint());
}

start();
