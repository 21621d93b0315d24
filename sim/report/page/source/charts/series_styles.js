// How the first, second, ... alternative is drawn: colour, dash and sign, so that a grey print and
// readers with any kind of colour vision tell them apart.
import { blue, green, ink, orange, purple, vermillion } from './palette.js';

const styles = [
  { color: blue, dash: 'solid', symbol: 'circle' },
  { color: vermillion, dash: 'dashed', symbol: 'diamond' },
  { color: green, dash: 'dotted', symbol: 'triangle' },
  { color: purple, dash: 'solid', symbol: 'rect' },
  { color: orange, dash: 'dashed', symbol: 'circle' },
];

export const styleOf = (index) => styles[index % styles.length];

/** What there is now. */
export const styleOfBase = { color: ink, dash: 'solid', symbol: 'rect' };
