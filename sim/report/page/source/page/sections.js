// The sections of the page, in order. Another one is another file and a line here.
import { assumptions } from '../sections/assumptions.js';
import { capacity } from '../sections/capacity.js';
import { cohorts } from '../sections/cohorts.js';
import { findings } from '../sections/findings.js';
import { heldBack } from '../sections/held_back.js';
import { lists } from '../sections/lists.js';
import { money } from '../sections/money.js';
import { reproduce } from '../sections/reproduce.js';
import { starts } from '../sections/starts.js';

/** Each has an id, which names its texts too, and build(context), which gives its content. */
export const sections = [
  findings, lists, starts, capacity, money, heldBack, cohorts, assumptions, reproduce,
];
