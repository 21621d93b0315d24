// The sections of the page, in order. Another one is another file and a line here.
import { assumptions } from '../sections/assumptions.js';
import { capacity } from '../sections/capacity.js';
import { carousel } from '../sections/carousel.js';
import { carousel as compareCarousel } from '../sections/compare/carousel.js';
import { cost } from '../sections/compare/cost.js';
import { differing } from '../sections/compare/differing.js';
import { findings as compareFindings } from '../sections/compare/findings.js';
import { headline } from '../sections/compare/headline.js';
import { lists as compareLists } from '../sections/compare/lists.js';
import { people } from '../sections/compare/people.js';
import { who as compareWho } from '../sections/compare/who.js';
import { definitions } from '../sections/definitions.js';
import { findings } from '../sections/findings.js';
import { causes } from '../sections/drivers/causes.js';
import { findings as driversFindings } from '../sections/drivers/findings.js';
import { switched } from '../sections/drivers/switched.js';
import { flows } from '../sections/flows.js';
import { lists } from '../sections/lists.js';
import { money } from '../sections/money.js';
import { reproduce } from '../sections/reproduce.js';
import { binding } from '../sections/size/binding.js';
import { findings as sizeFindings } from '../sections/size/findings.js';
import { frontier } from '../sections/size/frontier.js';
import { path } from '../sections/size/path.js';
import { prices } from '../sections/size/prices.js';
import { request } from '../sections/size/request.js';
import { targets } from '../sections/size/targets.js';
import { findings as sweepFindings } from '../sections/sweep/findings.js';
import { moves } from '../sections/sweep/moves.js';
import { varied } from '../sections/sweep/varied.js';
import { who } from '../sections/who.js';

const named = (section, texts) => ({ ...section, texts });

/**
 * By kind of report. Each has an id, `texts`, which names its texts where the id does not, and
 * build(context), which gives its content.
 */
export const sectionsOf = {
  run: [
    findings, lists, capacity, money, flows, carousel, who, assumptions, definitions, reproduce,
  ],
  compare: [compareFindings, differing, headline, compareLists, people, cost, compareCarousel, compareWho,
    named(assumptions, 'compare_assumptions'), reproduce],
  size: [sizeFindings, path, targets, frontier, prices, binding, request, assumptions, reproduce],
  sweep: [sweepFindings, moves, varied, assumptions, reproduce],
  drivers: [driversFindings, causes, switched, assumptions, definitions, reproduce],
};
