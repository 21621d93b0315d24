// Opens reports in Chromium and watches what they do.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before } from 'node:test';

const { chromium } = createRequire(join(process.env.DRIVER, 'package.json'))('playwright-core');

/** The reports that make_reports.sh makes, but for six_measures and flanders-2017. */
export const reports = [
  'activation-contingent', 'minimal', 'no_lists', 'hostile', 'split', 'round', 'many_measures'];

/** The reports of other studies that it makes. */
export const studies = [
  'compare', 'compare_one', 'compare_same', 'compare_hostile', 'size', 'size_hostile', 'size_binding',
  'sweep', 'sweep_one', 'sweep_listed', 'drivers'];

/** What stands on every figure, once all are drawn. */
export const figuresOf = (page) => page.locator('main figure').evaluateAll((all) => all.map((figure) => ({
  id: figure.id,
  title: figure.querySelector('h4')?.textContent ?? '',
  meaning: figure.querySelector('.meaning')?.textContent ?? '',
  caution: figure.querySelector('.caution')?.textContent ?? '',
  label: figure.querySelector('.chart').getAttribute('aria-label') ?? '',
  points: Number(figure.querySelector('.chart').dataset.points ?? 0),
  shapes: figure.querySelectorAll('.chart svg path, .chart svg rect').length,
  legend: figure.querySelectorAll('.legend li').length,
})));

export const addressOf = (report) => pathToFileURL(join(process.env.REPORTS, report, 'report.html')).href;

let browser;

/** Every file of tests has a browser of its own, which is closed whatever happens. */
export function withBrowser() {
  before(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
  });
  after(() => browser.close());
}

/** Collects what a page must not do. */
function watch(page, address) {
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => troubles.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = url.split('#')[0] === address || url.startsWith('data:') || url.startsWith('blob:');
    if (!isOwn) troubles.push(`request: ${url.slice(0, 200)}`);
  });
  return troubles;
}

/**
 * {page, troubles} of a report; `troubles` must stay empty. `place` is the part behind "#";
 * `colorful` and the like go to the browser. Without `whole` the page may still be making itself.
 */
export async function open(report, { place = '', whole = true, viewport = { width: 1280, height: 900 }, ...more } = {}) {
  const address = report.includes(':') ? report : addressOf(report);
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...more });
  const page = await context.newPage();
  const troubles = watch(page, address);
  await page.goto(address + (place ? `#${place}` : ''));
  await page.locator('footer').waitFor();
  if (whole) await page.waitForFunction(() => document.documentElement.dataset.whole);
  return { page, troubles, close: () => context.close() };
}

/** Unfolds everything. */
export const unfold = (page) => page.evaluate(() => {
  for (const part of document.querySelectorAll('details')) part.open = true;
});

/** A figure by its id without the language. */
export const figureOf = (page, id) => page.locator(`figure[id$="/${id}"]`);

/** Brings all charts into view, one after the other, until each is drawn. */
export async function drawAll(page) {
  await unfold(page);
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    for (const chart of document.querySelectorAll('.chart')) {
      chart.scrollIntoView({ block: 'center', behavior: 'instant' });
      for (let tries = 0; tries < 100 && !chart.dataset.points; ++tries) await frame();
    }
  });
}
