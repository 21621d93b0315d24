// Colours that readers with any kind of colour vision tell apart (Okabe and Ito, 2008). What is
// filled differs by pattern too, and lines by their dashes, so that a grey print says the same.

export const ink = '#17212b';
export const muted = '#55626e';
export const hairline = '#dde3e8';
export const paper = '#ffffff';

export const blue = '#0072b2';
export const vermillion = '#d55e00';
export const green = '#009e73';
export const orange = '#e69f00';
export const sky = '#56b4e9';
export const purple = '#cc79a7';
export const yellow = '#f0e442';
export const grey = '#a7b1ba';

/** How the first, second, ... part of a stack is filled. */
export const fills = [
  { color: blue, pattern: 'none' },
  { color: orange, pattern: 'diagonal' },
  { color: green, pattern: 'dots' },
  { color: purple, pattern: 'horizontal' },
  { color: sky, pattern: 'none' },
  { color: vermillion, pattern: 'counter' },
  { color: yellow, pattern: 'dots' },
  { color: grey, pattern: 'none' },
];

export const fillOf = (index) => fills[index % fills.length];

/** More parts than this cannot be told apart; the smallest go together. */
export const mostParts = fills.length;

const onFill = 'rgba(255, 255, 255, 0.65)';
const stripes = (rotation) => ({
  symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.5, 6.5], rotation, color: onFill,
});

/** Patterns as ECharts wants them; legend.js draws the same ones. */
export const decals = {
  none: null,
  diagonal: stripes(-Math.PI / 4),
  counter: stripes(Math.PI / 4),
  horizontal: stripes(0),
  dots: {
    symbol: 'circle', symbolSize: 0.55, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0],
    color: onFill,
  },
};
