// What a sizing gave: the path found beside the present one, and how the targets do on both.

export class SizeResults {
  constructor(data) {
    this.data = data;
    this.tables = {};
  }

  get request() { return this.data.request; }

  get years() { return this.request.years.map(String); }

  /** What the resource is counted in: 'places', 'starts' or 'euro'. */
  get unit() {
    return { places: 'places', contingent: 'starts', budget: 'euro' }[this.request.kind];
  }

  /** Paths that the targets are judged on: [{key, years, targets, all_years, replications}]. */
  get paths() {
    const { found, is_found: isFound, now } = this.data;
    return [{ key: 'now', ...now }, { key: isFound ? 'found' : 'unlimited', ...found }];
  }

  /** A target on a path, by year; a target is a number in the order of the request. */
  targetOn(path, target) {
    return path.targets.filter((one) => one.target === target);
  }

  /** [{part, level, figure}] of a target in a year, from less to more. */
  frontier(target, year) {
    return this.data.frontier.map((point) => ({
      part: point.part,
      level: point.years.find((one) => String(one.year) === year).level,
      figure: point.targets.find((one) => one.target === target && String(one.year) === year),
    }));
  }
}
