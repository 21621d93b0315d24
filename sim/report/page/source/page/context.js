// What sections and figures know: the results, how to speak, where to draw.
import { Names } from '../data/names.js';
import { Work } from './work.js';

export class Context {
  constructor(results, wording, drawings) {
    this.results = results;
    this.wording = wording;
    this.drawings = drawings;
    this.names = new Names(results.data.names, wording);
    this.forPaper = [];
    this.work = new Work();
  }

  /** Ids begin with the language, so that an address says language and place: "#en/lists/x". */
  id(...parts) {
    return [this.wording.language, ...parts].map((part) => part.replace(/\s/g, '_')).join('/');
  }

  /** Enough replications for percentiles? */
  get hasBands() {
    const { p05 } = this.results.tables.series.columns;
    return Array.isArray(p05) ? p05.some((value) => value !== null) : p05 !== null;
  }

  /** Where a picture is from, when it is met elsewhere. */
  get source() {
    const { run, scenario } = this.results.data;
    const source = {
      title: this.wording.pick(scenario.title),
      version: run.version,
      replications: this.wording.count(run.replications),
    };
    if (!(run.scale < 1)) return this.wording.text('figure.source', source);
    return this.wording.text('figure.source_at_scale',
      { ...source, scale: this.wording.parameter(run.scale) });
  }

  /** Called before the page is printed. */
  onPaper(prepare) { this.forPaper.push(prepare); }
}
