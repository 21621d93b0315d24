// The routes on which people come back: how they lived, the measure they ended, the stop between,
// the measure they came back to.
import { FlowChart } from '../charts/flow_chart.js';
import { figure } from '../figure/figure.js';

const stages = ['from', 'measure', 'between', 'next'];
const isMeasure = { measure: true, next: true };
const mostMeasures = 7;
const mostRoutes = 40;
const others = 'others';

function routesOf(table, unit) {
  return table.rowsWhere({ unit }).map((row) => ({
    stops: Object.fromEntries(stages.map((stage) => [stage, table.value(stage, row)])),
    figure: table.figure(row),
  })).filter(({ figure: f }) => f.mean > 0).sort((a, b) => b.figure.mean - a.figure.mean);
}

/** Names of the largest stops of a stage; the others go together. */
function largest(routes, stage) {
  const sizes = new Map();
  for (const { stops, figure: f } of routes) {
    sizes.set(stops[stage], (sizes.get(stops[stage]) ?? 0) + f.mean);
  }
  const ids = [...sizes].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return ids.length <= mostMeasures ? ids : [...ids.slice(0, mostMeasures - 1), others];
}

function chartOf(context, unit) {
  const { names, wording } = context;
  const routes = routesOf(context.results.table('loops'), unit);
  const own = Object.fromEntries(stages.map((stage) => [stage, largest(routes, stage)]));
  const place = (stage, id) => `${stage} ${own[stage].includes(id) ? id : others}`;
  const label = (stage, id) => {
    if (id === others) return wording.text('flows.other_measure');
    return isMeasure[stage] ? names.measure(id) : wording.word(`stop_${id}`);
  };
  const links = new Map();
  for (const { stops, figure: f } of routes) {
    for (let at = 1; at < stages.length; ++at) {
      const [from, to] = [at - 1, at].map((index) => place(stages[index], stops[stages[index]]));
      const link = links.get(`${from}\n${to}`) ?? { from, to, figure: { mean: 0, p05: null, p95: null } };
      link.figure.mean += f.mean;
      links.set(`${from}\n${to}`, link);
    }
  }
  const hasBands = routes.some(({ figure: f }) => f.p05 !== null);
  return new FlowChart(wording, {
    columns: stages.map((stage) => ({
      places: own[stage].map((id) => ({
        id: `${stage} ${id}`, label: label(stage, id), kind: isMeasure[stage] ? 'measure' : 'status',
      })),
    })),
    flows: [...links.values()],
    unit,
    kinds: { measure: wording.text('flows.kind_measure'), status: wording.text('loops.kind_stop') },
    table: {
      columns: [...stages.map((stage) => ({ label: wording.text(`loops.${stage}`), unit: 'text' })),
        { label: wording.text(`loops.${unit}`), unit },
        ...(hasBands ? ['p05', 'p95'].map((key) => ({ label: wording.text(`table.${key}`), unit })) : [])],
      rows: routes.slice(0, mostRoutes).map(({ stops, figure: f }) => [
        ...stages.map((stage) => label(stage, stops[stage])), f.mean, ...(hasBands ? [f.p05, f.p95] : [])]),
    },
    unitText: wording.text(`loops.unit_${unit}`),
  });
}

export function loops(context) {
  const { results, wording } = context;
  const table = results.table('loops');
  const units = ['cycles', 'episodes'].filter((unit) => routesOf(table, unit).length > 0);
  if (units.length === 0) return null;
  return figure({
    id: context.id('loops'),
    title: wording.text('loops.title'),
    meaning: wording.text('loops.means'),
    caution: wording.text('loops.caution'),
    choices: [{
      label: wording.text('choice.show'),
      options: units.map((unit) => ({ label: wording.text(`loops.${unit}`), value: unit })),
    }],
    chartOf: (unit) => chartOf(context, unit),
  }, context);
}
