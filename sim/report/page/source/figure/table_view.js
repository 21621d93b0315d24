// The figures behind a chart as a table.
import { element } from '../dom.js';

const isText = (unit) => ['date', 'month', 'period', 'text'].includes(unit);

/** As many decimals as the column needs, at most those that suit the unit. */
function decimalsOf(table, index, unit) {
  if (unit === 'euro') return 0;
  const scale = unit === 'share' ? 100 : 1;
  const whole = table.rows.every((row) => Number.isInteger((row[index] ?? 0) * scale));
  return whole ? 0 : 1;
}

function cellText(value, { unit, decimals }, wording) {
  if (unit === 'date') return wording.date(value);
  if (unit === 'month') return wording.month(value);
  if (unit === 'period') return wording.period(value);
  if (unit === 'text') return value ?? '';
  return unit === 'share' ? wording.percent(value, decimals) : wording.count(value, decimals);
}

/** The unit of a column stands in its head where not all columns share one. */
function headText({ label, unit }, table, wording) {
  const units = table.columns.map((column) => column.unit)
    .filter((one) => !isText(one) && one !== 'share');
  return isText(unit) || unit === 'share' || unit === units[0]
    ? label : `${label} (${wording.unit(unit)})`;
}

export function tableView(table, title, wording) {
  const columns = table.columns.map((column, index) => (
    { ...column, decimals: isText(column.unit) ? 0 : decimalsOf(table, index, column.unit) }));
  const head = columns.map((column) => (
    element('th', { scope: 'col', class: isText(column.unit) ? null : 'number' },
      headText(column, table, wording))));
  const cell = (value, index) => {
    const text = cellText(value, columns[index], wording);
    if (index === 0) return element('th', { scope: 'row' }, text);
    return element('td', { class: isText(columns[index].unit) ? null : 'number' }, text);
  };
  return element('table', { class: 'figures' },
    element('caption', { class: 'for-readers-aloud' }, title),
    element('thead', {}, element('tr', {}, head)),
    element('tbody', {}, table.rows.map((row) => element('tr', {}, row.map(cell)))));
}
