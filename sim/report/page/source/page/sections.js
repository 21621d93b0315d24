// The sections of the page, in order. Another one is another file and a line here.
import { carousel } from '../sections/compare/carousel.js';
import { cost } from '../sections/compare/cost.js';
import { differing } from '../sections/compare/differing.js';
import { findings as compareFindings } from '../sections/compare/findings.js';
import { headline } from '../sections/compare/headline.js';
import { lists as compareLists } from '../sections/compare/lists.js';
import { people } from '../sections/compare/people.js';
import { who } from '../sections/compare/who.js';
import { binding } from '../sections/size/binding.js';
import { findings as sizeFindings } from '../sections/size/findings.js';
import { frontier } from '../sections/size/frontier.js';
import { path } from '../sections/size/path.js';
import { prices } from '../sections/size/prices.js';
import { request } from '../sections/size/request.js';
import { targets } from '../sections/size/targets.js';
import { assumptions } from '../sections/assumptions.js';
import { capacity } from '../sections/capacity.js';
import { cohorts } from '../sections/cohorts.js';
import { findings } from '../sections/findings.js';
import { heldBack } from '../sections/held_back.js';
import { lists } from '../sections/lists.js';
import { money } from '../sections/money.js';
import { reproduce } from '../sections/reproduce.js';
import { starts } from '../sections/starts.js';

const named = (section, texts) => ({ ...section, texts });

/**
 * By kind of report. Each has an id, `texts`, which names its texts where the id does not, and
 * build(context), which gives its content.
 */
export const sectionsOf = {
  run: [findings, lists, starts, capacity, money, heldBack, cohorts, assumptions, reproduce],
  compare: [compareFindings, differing, headline, compareLists, people, cost, carousel, who,
    named(assumptions, 'compare_assumptions'), reproduce],
  size: [sizeFindings, path, targets, frontier, prices, binding, request, assumptions, reproduce],
};
