// Who pays for what, year by year.
import { fillOf, mostParts } from '../charts/palette.js';
import { PeriodChart } from '../charts/period_chart.js';
import { figure } from '../figure/figure.js';

const benefit = 'benefit';

/** [{year, payer, item, euro}] added up over the months. */
function entriesOf(table) {
  const found = new Map();
  for (const row of table.rowsWhere({ unit: 'euro' })) {
    const [payer, item] = [table.value('payer', row), table.value('item', row)];
    const year = table.value('date', row).slice(0, 4);
    const key = [year, payer, item].join('\n');
    const entry = found.get(key) ?? { year, payer, item, euro: 0 };
    entry.euro += table.figure(row).mean;
    found.set(key, entry);
  }
  return [...found.values()].filter(({ payer }) => payer !== '');
}

/** At most as many parts as can be told apart, the largest first. */
function layersOf(context, entries, part, name, years) {
  const sums = new Map();
  for (const entry of entries) sums.set(entry[part], (sums.get(entry[part]) ?? 0) + entry.euro);
  const ids = [...sums].filter(([, sum]) => sum > 0).sort(([, a], [, b]) => b - a).map(([id]) => id);
  const own = ids.slice(0, ids.length > mostParts ? mostParts - 1 : mostParts);
  const rest = new Set(ids.slice(own.length));
  const figures = (isOfPart) => years.map((year) => ({
    mean: entries.filter((entry) => entry.year === year && isOfPart(entry[part]))
      .reduce((sum, { euro }) => sum + euro, 0),
    p05: null,
    p95: null,
  }));
  const layer = (label, index, isOfPart) => (
    { kind: 'bar', label, ...fillOf(index), figures: figures(isOfPart) });
  return [
    ...own.map((id, index) => layer(name(id), index, (one) => one === id)),
    ...(rest.size > 0 ? [layer(context.wording.text('lists.others'), own.length, (one) => rest.has(one))] : []),
  ];
}

/** What can be looked at: {label, of: entry => bool, part, name}. */
function views(context, entries) {
  const { names, wording } = context;
  const payers = [...new Set(entries.map(({ payer }) => payer))];
  const payerName = (id) => names.value(id);
  const itemName = (id) => wording.word(`item_${id}`);
  const all = [
    { label: wording.text('ledger.policy'), of: ({ item }) => item !== benefit, part: 'payer', name: payerName },
    { label: wording.text('ledger.everything'), of: () => true, part: 'payer', name: payerName },
    { label: wording.text('ledger.items'), of: ({ item }) => item !== benefit, part: 'item', name: itemName },
    ...payers.map((payer) => ({
      label: wording.text('ledger.of_payer', { payer: payerName(payer) }),
      of: (entry) => entry.payer === payer, part: 'item', name: itemName,
    })),
  ];
  return all.filter((view) => entries.some((entry) => view.of(entry) && entry.euro > 0));
}

export function ledger(context) {
  const { results, wording } = context;
  const entries = entriesOf(results.table('ledger'));
  const found = views(context, entries);
  if (found.length === 0) return null;
  const years = [...new Set(entries.map(({ year }) => year))].sort();
  return figure({
    id: context.id('ledger'),
    title: wording.text('ledger.title'),
    meaning: wording.text('ledger.means'),
    caution: wording.text('ledger.caution'),
    choices: [{
      label: wording.text('choice.show'),
      options: found.map(({ label }, value) => ({ label, value })),
    }],
    chartOf: (index) => {
      const { of, part, name } = found[index];
      return new PeriodChart(wording, {
        unit: 'euro', periods: years, layers: layersOf(context, entries.filter(of), part, name, years),
      });
    },
  }, context);
}
