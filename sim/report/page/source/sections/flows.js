// Flows: who goes where, what becomes of those who leave, how well people are referred.
import { note, parts } from './blocks.js';
import { fallback } from './fallback.js';
import { jobseekers } from './jobseekers.js';
import { leaversOverTime } from './leavers.js';
import { limbo } from './limbo.js';
import { moves, movesOfMeasures } from './moves.js';
import { inWork, neverStarted, outcomes } from './outcomes.js';
import { confusionMatrix, wrongReferrals } from './referral.js';

/** Parts with their figures; a sentence instead of those without, one where none has any. */
export function partsWithFigures(context, section, items) {
  const { wording } = context;
  const all = items.map(({ id, figures }) => (
    { id, found: figures.map((make) => make(context)).filter(Boolean) }));
  if (all.every(({ found }) => found.length === 0)) return note(wording.text(`${section}.none`));
  return parts(context, section, all.map(({ id, found }) => ({
    id,
    title: wording.text(`${section}.part_${id}`),
    content: () => (found.length > 0 ? found : note(wording.text(`${section}.no_${id}`))),
  })));
}

export const flows = {
  id: 'flows',
  build: (context) => partsWithFigures(context, 'flows', [
    { id: 'moves', figures: [jobseekers, moves, movesOfMeasures] },
    { id: 'outcomes', figures: [outcomes, leaversOverTime, inWork, fallback, limbo, neverStarted] },
    { id: 'referral', figures: [confusionMatrix, wrongReferrals] },
  ]),
};
