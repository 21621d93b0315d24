// What a study of drivers says.
import { studyFindings } from '../study_findings.js';

const places = { noise: 'shares', all: 'shares', interaction: 'shares', cohorts: 'switched', people: 'figures-of',
  replications: 'reproduce', scale: 'reproduce' };

export const findings = studyFindings('drivers_findings',
  (about) => (about.startsWith('cause:') ? 'shares' : places[about] ?? about));
