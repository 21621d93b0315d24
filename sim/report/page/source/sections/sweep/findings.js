// What a sweep says.
import { studyFindings } from '../study_findings.js';

const places = { points: 'varied', noise: 'by-value', replications: 'reproduce', scale: 'reproduce' };

export const findings = studyFindings('sweep_findings',
  (about) => (about.startsWith('figure:') ? 'by-value' : places[about] ?? about));
