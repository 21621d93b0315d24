// What the ids in the tables are called.

export class Names {
  constructor(names, wording) {
    this.names = names;
    this.wording = wording;
  }

  measure(id) { return this.#of('measures', id); }

  resource(id) { return this.#of('resources', id); }

  attribute(id) { return this.#of('attributes', id); }

  status(id) { return this.#of('statuses', id); }

  /** The list of a measure, or of a phase of it: "twe.work_experience". */
  list(id) {
    if (this.names.measures[id]) return this.measure(id);
    const measure = id.slice(0, id.indexOf('.'));
    return `${this.measure(measure)}: ${this.#of('phases', id)}`;
  }

  /** A measure in tables that also count all of them together. */
  measureOrAll(id) { return id === 'all' ? this.wording.text('choice.all_measures') : this.measure(id); }

  /** A place of the table of flows, or several together: "other measure". */
  place(id) {
    if (this.names.statuses[id]) return this.status(id);
    if (this.names.measures[id]) return this.measure(id);
    return this.wording.text(`flows.${id.replace(' ', '_')}`);
  }

  /** What people were referred to: a measure, or nothing but the basic services. */
  referred(id) { return id === 'stay' ? this.wording.text('referral.stay') : this.measure(id); }

  rule(id) {
    const label = this.names.paths[`/referral/${id}`];
    return label ? this.wording.pick(label).replaceAll('_', ' ') : this.wording.word(id);
  }

  statute(id) { return this.names.statutes?.[id] ? this.#of('statutes', id) : this.wording.word(id); }

  /** Whatever series are about. */
  subject(id) {
    if (this.names.statuses[id]) return this.status(id);
    return this.names.resources[id] ? this.resource(id) : this.list(id);
  }

  /** A value of an attribute; regions and the like are what they are. */
  value(id) { return this.wording.word(id); }

  #of(kind, id) {
    const label = this.names[kind]?.[id];
    return label ? this.wording.pick(label) : id;
  }
}
