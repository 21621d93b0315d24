// Moves between places, as a planner looks at them: the large ones by name, the small ones together.

const sources = new Set(['at_start', 'entered']);

/** What sort of place an id is: 'source', 'measure', 'work' or 'status'. */
export function kindOf(id, names) {
  if (sources.has(id)) return 'source';
  if (names.measures[id]) return 'measure';
  const work = names.statuses[id]?.paid_work;
  return work && work !== 'none' ? 'work' : 'status';
}

/** [{from, to, figure}] of a year. */
export function movesOf(results, year) {
  const table = results.table('flows');
  return table.rowsWhere({ year }).map((row) => ({
    from: table.value('from', row), to: table.value('to', row), figure: table.figure(row),
  }));
}

function sizes(moves, ends) {
  const found = new Map();
  for (const move of moves) {
    for (const end of ends) {
      found.set(move[end], (found.get(move[end]) ?? 0) + move.figure.mean);
    }
  }
  return found;
}

/** The `most` largest places of an end keep their name; others get that of their kind. */
function grouping(moves, ends, most, names) {
  const bySize = [...sizes(moves, ends)].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const own = new Set(bySize.length <= most ? bySize : bySize.slice(0, most - 1));
  return (id) => (own.has(id) ? id : `other ${kindOf(id, names)}`);
}

/** A sum has no percentiles: those of sums are not the sums of percentiles. */
function together(moves) {
  const found = new Map();
  for (const { from, to, figure } of moves) {
    const key = `${from}\n${to}`;
    const old = found.get(key);
    found.set(key, old
      ? { from, to, figure: { mean: old.figure.mean + figure.mean, p05: null, p50: null, p95: null } }
      : { from, to, figure });
  }
  return [...found.values()];
}

/** Moves between at most `most` places on either side. */
export function largeMoves(moves, most, names) {
  const name = grouping(moves, ['from', 'to'], most, names);
  return together(moves.map(({ from, to, figure }) => ({ from: name(from), to: name(to), figure })));
}

/** {into, outOf}: moves into and out of a measure, between it and at most `most` places. */
export function movesThrough(moves, measure, most, names) {
  const into = moves.filter(({ to }) => to === measure);
  const outOf = moves.filter(({ from }) => from === measure);
  const source = grouping(into, ['from'], most, names);
  const target = grouping(outOf, ['to'], most, names);
  return {
    into: together(into.map(({ from, to, figure }) => ({ from: source(from), to, figure }))),
    outOf: together(outOf.map(({ from, to, figure }) => ({ from, to: target(to), figure }))),
  };
}

/** Places in the order in which they are best drawn: by kind, the largest first. */
export function placesOf(moves, end, names) {
  const order = ['source', 'status', 'work', 'measure'];
  const kind = (id) => (id.startsWith('other ') ? id.slice(6) : kindOf(id, names));
  return [...sizes(moves, [end])]
    .sort(([a, x], [b, y]) => order.indexOf(kind(a)) - order.indexOf(kind(b)) || y - x)
    .map(([id]) => ({ id, kind: kind(id) }));
}
