// Tables as CSV that a spreadsheet in the reader's language opens with a double click: Dutch ones
// take a semicolon between fields and a comma in numbers.

/** A text that a spreadsheet would take for a formula is preceded by an apostrophe. */
function safe(text) {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function field(value, wording, separator) {
  if (typeof value === 'number' || value === null) return wording.forSpreadsheet(value);
  const text = safe(value);
  const needsQuotes = text.includes(separator) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvOf(table, wording) {
  const separator = wording.language === 'nl' ? ';' : ',';
  const line = (values) => values.map((value) => field(value, wording, separator)).join(separator);
  const header = table.columns.map(({ label, unit }) => {
    const named = ['date', 'month', 'period', 'text', 'share'].includes(unit) ? null : wording.unit(unit);
    return named ? `${label} (${named})` : label;
  });
  return `${[header, ...table.rows].map(line).join('\r\n')}\r\n`;
}

/** The mark at the start tells spreadsheets that the file is UTF-8. */
export const csvBlob = (table, wording) => new Blob([`\ufeff${csvOf(table, wording)}`],
  { type: 'text/csv;charset=utf-8' });
