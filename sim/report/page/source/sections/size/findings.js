// What a sizing says.
import { studyFindings } from '../study_findings.js';

export const findings = studyFindings('size_findings', (about) => about);
