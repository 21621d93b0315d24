// Numbers as they are written in Dutch (1.320,5) and English (1,320.5). "None" is an en dash.
export const none = '\u2013';

const marks = {
  nl: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

function grouped(digits, group) {
  return digits.replace(/\B(?=(\d{3})+$)/g, group);
}

/** A number with a fixed number of decimals. */
export function fixed(language, value, decimals = 0) {
  if (value === null || value === undefined || !Number.isFinite(value)) return none;
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const { group, decimal } = marks[language];
  const text = grouped(whole, group) + (fraction ? decimal + fraction : '');
  const isZero = !/[1-9]/.test(text);
  return value < 0 && !isZero ? `\u2212${text}` : text;
}

/** A number with at most so many decimals, without zeros at the end: as it was given. */
export function atMost(language, value, decimals) {
  if (value === null || value === undefined || !Number.isFinite(value)) return none;
  const text = fixed(language, value, decimals);
  const { decimal } = marks[language];
  if (!text.includes(decimal)) return text;
  return text.replace(/0+$/, '').replace(new RegExp(`\\${decimal}$`), '');
}

/** A number for a spreadsheet of that language: no grouping, the six decimals that data have. */
export function plain(language, value) {
  if (value === null || value === undefined) return '';
  return String(Number(value.toFixed(6))).replace('.', marks[language].decimal);
}

/** As few digits as say what it is: parameters run from 0.0007 to 3,500,000. */
export function significant(language, value) {
  if (value === null || value === undefined) return none;
  const size = Math.abs(value);
  const decimals = size === 0 ? 0 : Math.max(0, 4 - Math.ceil(Math.log10(size)));
  return atMost(language, value, Math.min(decimals, 8));
}
