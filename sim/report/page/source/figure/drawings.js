// Draws charts when they come near the screen, keeps them as wide as their place, and prepares them
// for paper. A page of a hundred charts opens as fast as one of three.
import { drawingIn } from './echarts.js';

/** Text on a sheet of A4 is so wide, with the margins of style/print.css, in CSS pixels. */
const paperWidth = 680;

/** Two figures and their texts fit on a sheet. */
const heightOnPaper = 0.72;

/** What is taller does not fit on a sheet with its title and legend. */
const tallestOnPaper = 750;

/** How many figures an option draws; tests and readers of the source may look at it. */
function pointsIn(option) {
  const isPoint = (value) => value !== null && value !== undefined;
  return option.series.flatMap(({ data }) => data)
    .filter((value) => (Array.isArray(value) ? isPoint(value[1]) : isPoint(value))).length;
}

class Place {
  constructor(box, chart) {
    this.box = box;
    this.chart = chart;
    this.drawing = null;
  }

  draw() {
    this.#drawAs({ width: this.box.clientWidth, height: this.chart.height });
  }

  drawForPaper() {
    const { height, paperHeight = Math.round(height * heightOnPaper) } = this.chart;
    this.#drawAs({ width: paperWidth, height: Math.min(paperHeight, tallestOnPaper) });
  }

  #drawAs(size) {
    if (size.width === 0) return;  // in a closed part of the page
    this.box.style.height = `${size.height}px`;
    this.drawing ??= drawingIn(this.box, size);
    this.drawing.resize(size);
    const option = this.chart.option(size);
    this.drawing.setOption(option, { notMerge: true });
    this.drawing.getZr().flush();
    this.width = size.width;
    this.box.dataset.points = pointsIn(option);
  }

  show(chart) {
    this.chart = chart;
    if (this.drawing) this.draw();
    else this.box.style.height = `${chart.height}px`;
  }

  erase() {
    this.drawing?.dispose();
    this.drawing = null;
  }
}

export class Drawings {
  constructor() {
    this.places = new Map();
    this.near = new IntersectionObserver((entries) => this.#come(entries), {
      rootMargin: '500px 0px',
    });
    this.sizes = new ResizeObserver((entries) => this.#resize(entries));
  }

  /** Gives a box its chart; returns what can show another one in it. */
  put(box, chart) {
    const place = new Place(box, chart);
    box.style.height = `${chart.height}px`;
    this.places.set(box, place);
    this.near.observe(box);
    this.sizes.observe(box);
    return place;
  }

  drawForPaper() {
    this.isOnPaper = true;
    for (const place of this.places.values()) place.drawForPaper();
  }

  drawForScreen() {
    this.isOnPaper = false;
    for (const place of this.places.values()) if (place.drawing) place.draw();
  }

  clear() {
    this.near.disconnect();
    this.sizes.disconnect();
    for (const place of this.places.values()) place.erase();
    this.places.clear();
  }

  #come(entries) {
    for (const { isIntersecting, target } of entries) {
      const place = this.places.get(target);
      if (isIntersecting && place && !place.drawing) place.draw();
    }
  }

  #resize(entries) {
    if (this.isOnPaper) return;
    for (const { target } of entries) {
      const place = this.places.get(target);
      if (place?.drawing && target.clientWidth !== place.width) place.draw();
    }
  }
}
