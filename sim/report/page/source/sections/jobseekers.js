// Everybody who looks for a job, month by month: what all lists and measures stand in.
import { blue } from '../charts/palette.js';
import { TimeChart } from '../charts/time_chart.js';
import { figure } from '../figure/figure.js';

export function jobseekers(context) {
  const { results, wording } = context;
  if (!results.has('jobseekers', 'all')) return null;
  return figure({
    id: context.id('jobseekers'),
    title: wording.text('flows.jobseekers'),
    meaning: wording.text('flows.jobseekers_means'),
    caution: wording.text('lists.length_caution'),
    chart: new TimeChart(wording, {
      unit: 'people',
      span: results.span,
      layers: [
        {
          kind: 'line', label: wording.word('jobseekers'), color: blue, band: 'drawn',
          points: results.series('jobseekers', 'all'),
        },
        {
          kind: 'observed', label: wording.text('legend.observed'),
          points: results.observed('jobseekers', 'all'),
        },
      ],
    }),
  }, context);
}
