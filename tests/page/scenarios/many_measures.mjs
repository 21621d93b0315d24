// node many_measures.mjs <number> <year>: a scenario with so many measures, each with a list and a
// contingent, from 2020 to that year.
const [count, end] = process.argv.slice(2).map(Number);
const numbers = Array.from({ length: count }, (_, index) => index + 1);
const label = (nl, en) => ({ nl, en });

const scenario = {
  name: 'many',
  title: label('Veel maatregelen', 'Many measures'),
  horizon: { start: '2020-01-01', end: `${end}-01-01` },
  replications: 20,
  arrivals: numbers.map((n) => ({ id: `stream_${n}`, per_year: 20 + n, refer_to: `measure_${n}` })),
  resources: numbers.map((n) => ({
    id: `contingent_${n}`, kind: 'contingent', per_year: 20,
    label: label(`Contingent ${n}`, `Contingent ${n}`),
  })),
  measures: numbers.map((n) => ({
    id: `measure_${n}`,
    label: label(`Maatregel met een tamelijk lange naam nummer ${n}`, `Measure with a rather long name number ${n}`),
    needs: [{ resource: `contingent_${n}` }],
    waiting_list: { leave_after: { exponential: { mean: '12 months' } } },
    phases: [{ id: 'phase', duration: '6 months' }],
  })),
};

process.stdout.write(`${JSON.stringify(scenario, null, 2)}\n`);
