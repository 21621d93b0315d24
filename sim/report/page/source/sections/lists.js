// Waiting lists: how long they are, how long people wait, who waits.
import { blue, fillOf, mostParts, orange, sky, vermillion } from '../charts/palette.js';
import { TimeChart } from '../charts/time_chart.js';
import { dateOf, timeOf } from '../data/results.js';
import { element, svgElement } from '../dom.js';
import { figure } from '../figure/figure.js';
import { blocks, note } from './blocks.js';
import { cohorts } from './cohorts.js';
import { heldBack } from './held_back.js';
import { joiners } from './joiners.js';

/** A figure that is the same in all replications. */
function certain(value, hasBands) {
  const percentile = hasBands ? value : null;
  return { mean: value, p05: percentile, p50: percentile, p95: percentile };
}

const lastKnown = (points) => points.findLast((point) => point.figure.mean !== null);

/** The first day counts too: who was waiting when the simulation began. */
function lengthPoints(context, list) {
  const { results } = context;
  const points = results.series('waiting', list);
  const start = timeOf(results.data.scenario.start);
  if (list.includes('.')) return points;
  const first = certain(results.waitingAtStart(list), context.hasBands);
  return [{ time: start, figure: first }, ...points];
}

function observedLayer(context, indicator, subject) {
  return {
    kind: 'observed',
    label: context.wording.text('legend.observed'),
    points: context.results.observed(indicator, subject),
  };
}

function lengthFigure(context, list) {
  const { names, results, wording } = context;
  const chart = new TimeChart(wording, {
    unit: 'people',
    span: results.span,
    layers: [
      {
        kind: 'line', label: wording.text('lists.waiting'), color: blue, band: 'drawn',
        points: lengthPoints(context, list),
      },
      observedLayer(context, 'waiting', list),
    ],
  });
  return figure({
    id: context.id('waiting-length', list),
    title: wording.text('lists.length', { list: names.list(list) }),
    meaning: wording.text('lists.length_means', { band: wording.text(bandText(context)) }),
    caution: wording.text('lists.length_caution'),
    chart,
  }, context);
}

const bandText = (context) => (context.hasBands ? 'band.shown' : 'band.none');

function waitFigure(context, list) {
  const { names, results, wording } = context;
  if (!results.has('wait_of_starters_p50', list) && !results.has('wait_of_starters_p90', list)) {
    return null;
  }
  const line = (indicator, key, band, color, dash) => ({
    kind: 'line', label: wording.text(key), color, dash, band,
    points: results.series(indicator, list),
  });
  const chart = new TimeChart(wording, {
    unit: 'days',
    span: results.span,
    layers: [
      line('wait_of_starters_p50', 'lists.median', 'drawn', blue),
      line('wait_of_starters_p90', 'lists.ninety', 'told', vermillion, 'dashed'),
      observedLayer(context, 'wait_of_starters_p50', list),
    ],
  });
  return figure({
    id: context.id('waiting-time', list),
    title: wording.text('lists.wait', { list: names.list(list) }),
    meaning: wording.text('lists.wait_means'),
    caution: wording.text('lists.wait_caution'),
    chart,
  }, context);
}

function holdersFigure(context, list) {
  const { names, results, wording } = context;
  if (!results.has('in_trajectory', list)) return null;
  const area = (indicator, key, fill) => ({
    kind: 'area', label: wording.text(key), ...fill, points: results.series(indicator, list),
  });
  const chart = new TimeChart(wording, {
    unit: 'people',
    span: results.span,
    layers: [
      area('in_trajectory', 'lists.in_it', { color: sky, pattern: 'none' }),
      area('waiting', 'lists.waiting', { color: orange, pattern: 'diagonal' }),
      observedLayer(context, 'advice_holders', list),
    ],
  });
  return figure({
    id: context.id('holders', list),
    title: wording.text('lists.holders', { list: names.list(list) }),
    meaning: wording.text('lists.holders_means'),
    caution: wording.text('lists.holders_caution'),
    chart,
  }, context);
}

const sizeOf = (points) => points.reduce((sum, { figure: f }) => sum + (f.mean ?? 0), 0);

function sumOf(parts) {
  return parts[0].points.map(({ time }, index) => ({
    time,
    figure: certain(
      parts.reduce((sum, part) => sum + (part.points[index].figure.mean ?? 0), 0), false),
  }));
}

/** At most as many parts as can be told apart; the smallest go together. */
function fewParts(parts, restLabel) {
  if (parts.length <= mostParts) return parts;
  const bySize = [...parts].sort((a, b) => sizeOf(b.points) - sizeOf(a.points));
  const large = new Set(bySize.slice(0, mostParts - 1));
  const rest = parts.filter((part) => !large.has(part));
  return [...parts.filter((part) => large.has(part)), { label: restLabel, points: sumOf(rest) }];
}

function groupFigure(context, list, attribute, values) {
  const { names, results, wording } = context;
  const parts = values.map((value) => ({
    label: names.value(value), points: results.series('waiting', list, `${attribute}=${value}`),
  }));
  const layers = fewParts(parts, wording.text('lists.others'))
    .map((part, index) => ({ kind: 'area', ...fillOf(index), ...part }));
  return figure({
    id: context.id('waiting-by', list, attribute),
    title: wording.text('lists.who', {
      list: names.list(list), attribute: names.attribute(attribute),
    }),
    meaning: wording.text('lists.who_means'),
    caution: wording.text('lists.who_caution'),
    chart: new TimeChart(wording, { unit: 'people', span: results.span, layers }),
  }, context);
}

function groupFigures(context, list) {
  return [...context.results.breakdowns('waiting', list)]
    .map(([attribute, values]) => groupFigure(context, list, attribute, values));
}

/** The figures that are asked for first: {start, end, median, ninety, month, starts}. */
function keyFigures(context, list) {
  const { results } = context;
  const starts = results.series('starts', list).slice(-12);
  const median = lastKnown(results.series('wait_of_starters_p50', list));
  const ninety = lastKnown(results.series('wait_of_starters_p90', list));
  return {
    start: list.includes('.') ? null : results.waitingAtStart(list),
    end: results.series('waiting', list).at(-1),
    median: median?.figure.mean ?? null,
    ninety: ninety?.figure.mean ?? null,
    month: median ? dateOf(median.time) : null,
    starts: starts.length > 0 ? starts.reduce((sum, point) => sum + (point.figure.mean ?? 0), 0) : null,
  };
}

function tile(label, value, more) {
  return element('div', {}, element('dt', {}, label), element('dd', {}, value),
    more ? element('dd', { class: 'more' }, more) : null);
}

function tiles(context, list) {
  const { results, wording } = context;
  const key = keyFigures(context, list);
  const end = dateOf(key.end.time);
  const band = wording.countBand(key.end.figure);
  const months = Math.min(12, results.dates.length);
  return element('dl', { class: 'tiles' },
    key.start === null ? null : tile(
      wording.text('lists.on', { date: wording.date(results.data.scenario.start) }),
      wording.count(key.start)),
    tile(wording.text('lists.on', { date: wording.date(end) }), wording.count(key.end.figure.mean),
      band ? wording.text('lists.band', { band }) : null),
    key.median === null ? null : tile(
      wording.text('lists.median_in', { month: wording.month(key.month) }),
      wording.figureWithUnit(Math.round(key.median), 'days'),
      wording.text('lists.ninety_in', { days: wording.count(key.ninety) })),
    key.starts === null ? null : tile(
      wording.text('lists.starts_in', { months }), wording.count(key.starts),
      wording.text('lists.starts_a_month', { count: wording.count(key.starts / months) })));
}

/** The length of a list over the horizon, from zero, as large as a word. */
function sparkline(context, list) {
  const [width, height] = [90, 24];
  const points = lengthPoints(context, list).filter(({ figure: f }) => f.mean !== null);
  const { start, end } = context.results.span;
  const most = Math.max(1, ...points.map(({ figure: f }) => f.mean));
  const path = points.map(({ time, figure: f }) => [
    (width * (time - start)) / (end - start), 2 + (height - 4) * (1 - f.mean / most),
  ].map((value) => value.toFixed(1)).join(' ')).join(' L');
  return svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', class: 'sparkline' },
    svgElement('path', { d: `M${path}`, fill: 'none', stroke: blue, 'stroke-width': 1.8 }));
}

function overview(context, lists) {
  const { names, results, wording } = context;
  const column = (key, values) => element('th', { scope: 'col', class: 'number' }, wording.text(key, values));
  const cell = (text) => element('td', { class: 'number' }, text);
  const row = (list) => {
    const key = keyFigures(context, list);
    return element('tr', {},
      element('th', { scope: 'row' },
        element('a', { href: `#${context.id('lists', list)}` }, names.list(list))),
      element('td', {}, sparkline(context, list)),
      cell(wording.count(key.start)), cell(wording.count(key.end.figure.mean)),
      context.hasBands ? cell(wording.countBand(key.end.figure)) : null, cell(wording.count(key.median)),
      cell(wording.count(key.ninety)), cell(wording.count(key.starts)));
  };
  return element('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': wording.text('lists.overview') },
    element('table', { class: 'figures overview' },
      element('caption', {}, wording.text('lists.overview')),
      element('thead', {}, element('tr', {},
        element('th', { scope: 'col' }, wording.text('lists.list')),
        element('th', { scope: 'col' }, wording.text('lists.course')),
        column('lists.at_start'), column('lists.at_end'),
        context.hasBands ? column('table.band') : null,
        column('lists.median_days'), column('lists.ninety_days'),
        column('lists.starts_in', { months: Math.min(12, results.dates.length) }))),
      element('tbody', {}, lists.map(row))));
}

function neverUsed(context) {
  const { names, results, wording } = context;
  const measures = results.listsNeverUsed.filter((list) => !list.includes('.'));
  if (measures.length === 0 || results.lists.length === 0) return null;
  return note(wording.text('lists.never', { lists: measures.map((list) => names.list(list)).join(', ') }));
}

function content(context, list) {
  return [
    tiles(context, list), lengthFigure(context, list), heldBack(context, list),
    waitFigure(context, list), joiners(context, list), cohorts(context, list),
    holdersFigure(context, list), groupFigures(context, list),
  ];
}

export const lists = {
  id: 'lists',
  build(context) {
    const found = context.results.lists;
    if (found.length === 0) return [note(context.wording.text('lists.none'))];
    const items = found.map((list) => ({
      id: list, title: context.names.list(list), content: () => content(context, list),
    }));
    return [
      found.length > 1 ? overview(context, found) : null,
      blocks(context, 'lists', items),
      neverUsed(context),
    ];
  },
};
