// What of the page is still to be made. It is made in small portions while the browser has nothing
// better to do, so that a page of a thousand figures opens as fast as one of ten; whoever needs all
// of it now (a printer, a link to a place that is not there yet) calls finish().

const portion = 12;  // milliseconds: shorter than a reader notices

const later = globalThis.requestIdleCallback
  ? (go) => requestIdleCallback(go, { timeout: 200 }) : (go) => setTimeout(go, 1);

export class Work {
  constructor() {
    this.tasks = [];
    this.endings = [];
    this.isOver = false;
  }

  /** Does it once: when its turn comes, or before, when what is returned is called. */
  add(task) {
    let isDone = false;
    const once = () => {
      if (isDone) return;
      isDone = true;
      task();
    };
    this.tasks.push(once);
    return once;
  }

  /** Called when everything is made. */
  whenDone(ending) { this.endings.push(ending); }

  /** Begins, some time after what is on the screen. */
  begin() { later(() => this.#portion()); }

  finish() {
    while (this.tasks.length > 0) this.tasks.shift()();
    this.#end();
  }

  /** Nothing more will be made: the page is thrown away. */
  stop() {
    this.tasks = [];
    this.isOver = true;
  }

  #portion() {
    if (this.isOver) return;
    const until = performance.now() + portion;
    while (this.tasks.length > 0 && performance.now() < until) this.tasks.shift()();
    if (this.tasks.length > 0) later(() => this.#portion());
    else this.#end();
  }

  #end() {
    if (this.isOver) return;
    this.isOver = true;
    for (const ending of this.endings) ending();
  }
}
