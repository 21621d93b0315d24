// Dates as they are written in Dutch and English; from ISO dates ("2027-12-31") or their beginning.
const months = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september',
    'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
    'October', 'November', 'December'],
};

const shortMonths = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

const parts = (iso) => iso.split('-').map(Number);

/** "31 december 2027" */
export function longDate(language, iso) {
  const [year, month, day] = parts(iso);
  return `${day} ${months[language][month - 1]} ${year}`;
}

/** "december 2027" */
export function longMonth(language, iso) {
  const [year, month] = parts(iso);
  return `${months[language][month - 1]} ${year}`;
}

/** "dec 2027" */
export function shortMonth(language, iso) {
  const [year, month] = parts(iso);
  return `${shortMonths[language][month - 1]} ${year}`;
}

/** A mark on a time axis: the year in January, the month otherwise. */
export function axisMark(language, iso) {
  const [year, month, day] = parts(iso);
  if (month === 1 && day === 1) return String(year);
  return day === 1 ? shortMonths[language][month - 1] : `${day} ${shortMonths[language][month - 1]}`;
}

/** A period of a contingent or budget: "2027" stays, "2027-04" becomes "apr 2027". */
export function periodName(language, period) {
  return period.includes('-') ? shortMonth(language, period) : period;
}
