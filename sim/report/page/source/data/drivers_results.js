// What a study of drivers gave: what each cause does to each figure of the carousel.

/** A figure that cannot be known. */
const nothing = Object.freeze({
  base: null, value: null, difference: null, low: null, high: null, share: null, share_low: null,
  share_high: null, verdict: '', replications: 0,
});

export class DriversResults {
  constructor(data) {
    this.data = data;
    this.tables = {};
  }

  /** [{id, unit, label}]; the first one decides the order of causes. */
  get figures() { return this.data.figures; }

  /** Causes in the order of their effect: [{id, kind, label, effects}]. */
  get causes() { return this.data.drivers.filter(({ kind }) => kind === 'cause'); }

  /** Causes, and all of them at once: what was simulated. */
  get worlds() { return this.data.drivers.filter(({ kind }) => kind === 'cause' || kind === 'all'); }

  effect(driver, figure) { return driver.effects[figure] ?? nothing; }
}
