// The parameters of a scenario as readers meet them: named, in the units they were written in.
import { spans } from '../language/words.js';

export const statuses = ['cited', 'public', 'derived', 'assumption', 'unstated'];

const shares = new Set(['growth', 'p', 'share', 'accept_probability', 'probability',
  'improves_distance']);

const segmentsOf = (path) => path.split('/').slice(1);

const isDate = (segment) => /^\d{4}-\d{2}-\d{2}$/.test(segment);

const isIndex = (segment) => /^\d{1,3}$/.test(segment);

/** Is the label a mere id? Then a word of the page reads better. */
const isId = (label) => /^[a-z][a-z0-9_]*$/.test(label);

function labelOf(path, segment, paths, wording) {
  const label = paths[path];
  if (label) {
    const text = wording.pick(label);
    return isId(text) ? wording.word(text) : text;
  }
  if (isDate(segment)) return wording.date(segment);
  return isIndex(segment) ? String(Number(segment) + 1) : wording.word(segment);
}

/** {group: 'Maatregelen: Activeringstraject', name: 'wachtlijst, haakt af na, gemiddelde'} */
export function nameOf(parameter, names, wording) {
  const segments = segmentsOf(parameter.path);
  const labels = segments.map((segment, index) => labelOf(
    `/${segments.slice(0, index + 1).join('/')}`, segment, names.paths, wording));
  const depth = segments[0] === 'labour_market' || segments[0] === 'output' ? 3 : 2;
  const grouped = Math.min(depth, segments.length - 1);
  const group = [labels[0], ...labels.slice(depth - 1, grouped)].join(': ');
  return { group, name: labels.slice(grouped).join(' \u203a ') };
}

function isShare({ path }) {
  const segments = segmentsOf(path);
  if (shares.has(segments.at(-1))) return true;
  return segments.includes('shares') || segments.lastIndexOf('attributes') > 0;
}

/** The unit of an amount of a resource. */
function unitOfResource(path, names) {
  const [first, id, place] = segmentsOf(path);
  const last = segmentsOf(path).at(-1);
  if (first !== 'resources' || last === 'growth') return '';
  if (!['level', 'per_year', 'per_quarter', 'per_month'].includes(place)) return '';
  return { budget: 'euro', contingent: 'starts', places: 'places' }[names.resources[id]?.kind] ?? '';
}

/** A span as written, "12 months": its number and the word. */
function spanOf({ text, unit }) {
  if (unit !== 'days') return null;
  const match = /^([\d.]+) ([a-z]+)$/.exec(text);
  return match && spans[match[2]] ? { number: Number(match[1]), word: match[2] } : null;
}

/** How the numbers of a parameter are written: {scale, number: f, suffix}. */
function manner(parameter, names, wording) {
  const number = (value) => wording.parameter(value);
  const span = spanOf(parameter);
  if (span) {
    const scale = span.number > 0 ? span.number / parameter.value : 1;
    return { scale, number, suffix: ` ${spans[span.word][wording.language]}` };
  }
  if (isShare(parameter)) return { scale: 100, number, suffix: '\u00a0%' };
  const unit = parameter.unit || unitOfResource(parameter.path, names);
  const known = { people: 'people', euro: 'euro', starts: 'starts', places: 'places', days: 'days' }[unit];
  const word = known ? wording.unit(known) : unit ? wording.word(unit.replaceAll(' ', '_')) : '';
  return { scale: 1, number, suffix: word ? ` ${word}` : '' };
}

/** {value: '12 maanden', range: '8\u201315'}; range is empty where none is given. */
export function valuesOf(parameter, names, wording) {
  const { scale, number, suffix } = manner(parameter, names, wording);
  const shown = (value) => number(Number((value * scale).toPrecision(12)));
  const [low, high] = parameter.range ?? [];
  return {
    value: shown(parameter.value) + suffix,
    range: parameter.range ? `${shown(low)}\u2013${shown(high)}${scale === 100 ? suffix : ''}` : '',
  };
}

/** How many parameters have each status. */
export function countByStatus(parameters) {
  const counts = Object.fromEntries(statuses.map((status) => [status, 0]));
  for (const { status } of parameters) counts[status] += 1;
  return counts;
}
