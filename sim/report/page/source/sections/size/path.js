// The path found beside the present one.
import { blue } from '../../charts/palette.js';
import { PeriodChart } from '../../charts/period_chart.js';
import { figure } from '../../figure/figure.js';
import { note } from '../blocks.js';

const only = (mean) => ({ mean, p05: null, p50: null, p95: null });

export const path = {
  id: 'path',
  texts: 'size_path',
  build(context) {
    const { names, results, wording } = context;
    const { data } = results;
    const present = { kind: 'cap', label: wording.text('size_path.now'), figures: data.present.map(only) };
    const found = {
      kind: 'bar', label: wording.text('size_path.found'), color: blue, pattern: 'none',
      figures: data.found.years.map(({ level }) => only(level)),
    };
    return [
      data.is_found ? null : note(wording.text('size_path.none')),
      figure({
        id: context.id('path-of', results.request.resource),
        title: wording.text('size_path.of', { resource: names.resource(results.request.resource) }),
        meaning: wording.text(data.is_found ? 'size_path.means' : 'size_path.means_none'),
        note: data.is_found ? wording.text('size_path.file', { file: data.sized_file }) : null,
        caution: wording.text(data.is_found ? 'size_path.caution' : 'size_path.caution_none'),
        chart: new PeriodChart(wording, {
          unit: results.unit, periods: results.years, layers: data.is_found ? [found, present] : [{ ...present, kind: 'bar', color: blue, pattern: 'none' }],
        }),
      }, context),
    ];
  },
};
