// What a run gave: questions that the charts ask of the tables.
import { FigureTable } from './figure_table.js';

export const millisecondsADay = 86_400_000;

/** Milliseconds of an ISO date at midnight UTC: what the time axes count in. */
export const timeOf = (date) => Date.parse(`${date}T00:00:00Z`);

export const dateOf = (time) => new Date(time).toISOString().slice(0, 10);

const isSomething = (figure) => figure.mean !== null && figure.mean > 0;

export class Results {
  constructor(data) {
    this.data = data;
    this.tables = {};
    for (const [name, json] of Object.entries(data.tables)) {
      this.tables[name] = new FigureTable(json);
    }
  }

  /** [{time, figure}] for every month, without a figure where there is none; [] if all lack it. */
  series(indicator, subject, breakdown = 'all') {
    const table = this.tables.series;
    const rows = table.rowsWhere({ indicator, subject, breakdown });
    if (rows.length === 0) return [];
    const rowOf = new Map(rows.map((row) => [table.value('date', row), row]));
    return this.dates.map((date, index) => (
      { time: this.times[index], figure: table.figure(rowOf.get(date)) }));
  }

  /** The last days of the months. */
  get dates() {
    this.datesFound ??= [...this.tables.series.values('date')].sort();
    return this.datesFound;
  }

  /** The same as times. */
  get times() {
    this.timesFound ??= this.dates.map(timeOf);
    return this.timesFound;
  }

  has(indicator, subject) {
    const table = this.tables.series;
    return table.rowsWhere({ indicator, subject, breakdown: 'all' })
      .some((row) => isSomething(table.figure(row)));
  }

  /** Distinct subjects of an indicator, in the order of the table. */
  subjects(indicator) {
    return this.tables.series.valuesWhere('subject', { indicator });
  }

  /** How an indicator of a subject is broken down: Map of attribute to its values. */
  breakdowns(indicator, subject) {
    const table = this.tables.series;
    const found = new Map();
    for (const row of table.rowsWhere({ indicator, subject })) {
      const breakdown = table.value('breakdown', row);
      const at = breakdown.indexOf('=');
      if (at < 0) continue;
      const attribute = breakdown.slice(0, at);
      if (!found.has(attribute)) found.set(attribute, new Set());
      found.get(attribute).add(breakdown.slice(at + 1));
    }
    return new Map([...found].map(([attribute, values]) => [attribute, [...values]]));
  }

  /** From the first day to the day after the last, in time. */
  get span() {
    const { start, end } = this.data.scenario;
    return { start: timeOf(start), end: timeOf(end) };
  }

  /** Lists on which anybody ever waited, in the order of the scenario. */
  get lists() {
    this.listsFound ??= this.subjects('waiting')
      .filter((list) => this.has('waiting', list) || this.waitingAtStart(list) > 0);
    return this.listsFound;
  }

  /** Measures and their phases that have a list on which nobody ever waited. */
  get listsNeverUsed() {
    return this.subjects('waiting').filter((list) => !this.lists.includes(list));
  }

  waitingAtStart(list) {
    return this.cohortFigure('initial', list, 'joined').mean ?? 0;
  }

  cohortFigure(cohort, measure, statistic) {
    return this.tables.waiting.figureWhere({ cohort, measure, breakdown: 'all', statistic });
  }

  get cohorts() {
    return this.tables.waiting.values('cohort').filter((cohort) => cohort !== 'initial');
  }

  /** Ids of the resources of a kind: 'places', 'contingent', 'budget'. */
  resources(kind) {
    return Object.entries(this.data.names.resources)
      .filter(([, resource]) => resource.kind === kind).map(([id]) => id);
  }

  /** [{period, figures: {amount, used, ...}}] of a contingent or budget. */
  periods(resource) {
    const table = this.tables.budget;
    const found = new Map();
    for (const row of table.rowsWhere({ resource })) {
      const period = table.value('period', row);
      if (!found.has(period)) found.set(period, { period, figures: {} });
      found.get(period).figures[table.value('statistic', row)] = table.figure(row);
    }
    return [...found.values()];
  }

  /** A table by name; one without rows where the run has none. */
  table(name) {
    this.tables[name] ??= new FigureTable({ rows: 0, dimensions: {} });
    return this.tables[name];
  }

  /** [{resource, reason, scope, points}] of a list. */
  heldBack(list) {
    const table = this.tables.held_back;
    const found = new Map();
    for (const row of table.rowsWhere({ measure: list })) {
      const one = {
        resource: table.value('held_by', row),
        reason: table.value('reason', row),
        scope: table.value('scope', row),
        points: [],
      };
      const key = [one.resource, one.reason, one.scope].join('\n');
      if (!found.has(key)) found.set(key, one);
      found.get(key).points.push({
        time: timeOf(table.value('date', row)), figure: table.figure(row),
      });
    }
    return [...found.values()];
  }

  /** [{time, value}] of what was observed in reality. */
  observed(indicator, subject) {
    return this.data.observed
      .filter((one) => one.indicator === indicator && one.subject === subject)
      .flatMap((one) => Object.entries(one.values))
      .map(([date, value]) => ({ time: timeOf(date), value }))
      .sort((a, b) => a.time - b.time);
  }

  /** The figure of a series on a day; noFigure where that day is not recorded. */
  figureOn(date, indicator, subject) {
    return this.tables.series.figureWhere({ date, indicator, subject, breakdown: 'all' });
  }

  /** Measures in which anybody ever started, in the order of the scenario. */
  get measuresWithStarts() {
    const table = this.table('headline');
    const starts = { indicator: 'starts' };
    return table.valuesWhere('subject', starts).filter((subject) => (
      table.rowsWhere({ ...starts, subject }).some((row) => isSomething(table.figure(row)))));
  }
}
