// Flows: who goes where, what becomes of those who leave, how well people are referred.
import { note, parts } from './blocks.js';
import { jobseekers } from './jobseekers.js';
import { moves, movesOfMeasures } from './moves.js';
import { inWork, neverStarted, outcomes } from './outcomes.js';
import { confusionMatrix, wrongReferrals } from './referral.js';

/** Parts with anything to show; a sentence instead of those without. */
export function partsWithFigures(context, section, items) {
  return parts(context, section, items.map(({ id, figures }) => {
    const found = figures.map((make) => make(context)).filter(Boolean);
    const { wording } = context;
    return {
      id,
      title: wording.text(`${section}.part_${id}`),
      content: () => (found.length > 0 ? found : note(wording.text(`${section}.no_${id}`))),
    };
  }));
}

export const flows = {
  id: 'flows',
  build: (context) => partsWithFigures(context, 'flows', [
    { id: 'moves', figures: [jobseekers, moves, movesOfMeasures] },
    { id: 'outcomes', figures: [outcomes, inWork, neverStarted] },
    { id: 'referral', figures: [confusionMatrix, wrongReferrals] },
  ]),
};
