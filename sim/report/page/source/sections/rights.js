// The rights effect: where those are who completed a measure, and those of them who went on to a
// benefit, by time since.
import { CurveChart } from '../charts/curve_chart.js';
import { fillOf } from '../charts/palette.js';
import { figure } from '../figure/figure.js';
import { measureChoice } from './moves.js';

const groups = ['entered_benefit', 'completed'];
const dashes = ['solid', 'dashed', 'dotted'];

/** What is a share of the same people at every time; the others are said in the table. */
const states = ['still_on_benefit', 'never_off_benefit', 'job_nec', 'job_sec', 'measure', 'on_benefit',
  'unemployed', 'ocmw', 'sick', 'out'];

const ofAll = (measure, group) => ({ cohort: 'all', measure, group, unit: 'share' });

function chartOf(context, measure, group) {
  const { results, wording } = context;
  const table = results.table('rights');
  const wanted = ofAll(measure, group);
  const known = states.filter((statistic) => table.rowsWhere({ ...wanted, statistic })
    .some((row) => table.figure(row).mean > 0));
  return new CurveChart(wording, {
    unit: 'share', highest: 1, axisText: wording.text('rights.axis'), head: wording.text('rights.axis'),
    lines: known.map((statistic, index) => ({
      label: wording.word(`state_${statistic}`), color: fillOf(index).color, dash: dashes[index % 3],
      points: table.rowsWhere({ ...wanted, statistic })
        .map((row) => ({ days: Number(table.value('after', row)), figure: table.figure(row) }))
        .sort((a, b) => a.days - b.days),
    })),
  });
}

export function rights(context) {
  const { results, wording } = context;
  const table = results.table('rights');
  const isKnown = (measure, group) => table.rowsWhere(ofAll(measure, group))
    .some((row) => states.includes(table.value('statistic', row)) && table.figure(row).mean > 0);
  const measures = table.values('measure').filter((measure) => groups.some((group) => isKnown(measure, group)));
  if (measures.length === 0) return null;
  return figure({
    id: context.id('rights'),
    title: wording.text('rights.title'),
    meaning: wording.text('rights.means'),
    caution: wording.text('rights.caution'),
    choices: [measureChoice(context, measures), {
      label: wording.text('choice.show'),
      options: groups.map((group) => ({ label: wording.text(`rights.${group}`), value: group })),
    }],
    chartOf: (measure, group) => chartOf(context, measure, group),
  }, context);
}
