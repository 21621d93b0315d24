// The sections of the page, in order. Another one is another file and a line here.
import { assumptions } from '../sections/assumptions.js';
import { capacity } from '../sections/capacity.js';
import { carousel } from '../sections/carousel.js';
import { definitions } from '../sections/definitions.js';
import { findings } from '../sections/findings.js';
import { flows } from '../sections/flows.js';
import { lists } from '../sections/lists.js';
import { money } from '../sections/money.js';
import { reproduce } from '../sections/reproduce.js';
import { who } from '../sections/who.js';

/** Each has an id, which names its texts too, and build(context), which gives its content. */
export const sections = [
  findings, lists, capacity, money, flows, carousel, who, assumptions, definitions, reproduce,
];
