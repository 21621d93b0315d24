// The sections on flows, carousel and groups say the figures of the data; a large report opens fast
// and is whole soon after, and before when somebody needs it to be.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { addressOf, figureOf, open, withBrowser } from './open.mjs';

withBrowser();

/** Rows of a table of the data as objects. */
const rowsOf = (page, name) => page.evaluate((table) => {
  const json = JSON.parse(document.getElementById('data').textContent).tables[table];
  const at = (column, row) => (Array.isArray(column) ? column[row] : column);
  return Array.from({ length: json.rows }, (_, row) => ({
    ...Object.fromEntries(Object.entries(json.dimensions).map(([key, { values, codes }]) => [key, values[at(codes, row)]])),
    mean: at(json.mean, row),
  }));
}, name);

const plain = (text) => Number(text.replaceAll(',', '').replace(/\u00a0?%/, ''));

async function tableOf(page, id) {
  const figure = figureOf(page, id);
  await figure.locator('[data-does="table"]').click();
  return figure.locator('tbody tr').evaluateAll((rows) => rows.map(
    (row) => [...row.children].map(({ textContent }) => textContent)));
}

const drawn = async (page, id) => {
  const chart = figureOf(page, id).locator('.chart');
  await chart.scrollIntoViewIfNeeded();
  await page.waitForFunction((box) => box.dataset.points, await chart.elementHandle());
  return chart;
};

test('flows: every move of the year is in the table, and none of the first day', async () => {
  const { page, troubles, close } = await open('round', { place: 'en' });
  const flows = (await rowsOf(page, 'flows')).filter(({ year, from }) => year === '2029' && from !== 'at_start');
  const rows = await tableOf(page, 'moves');
  assert.equal(rows.length, flows.length);
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  const shown = sum(rows.map(([, , people]) => plain(people)));
  assert.ok(Math.abs(shown - sum(flows.map(({ mean }) => mean))) < 0.06 * rows.length);
  await drawn(page, 'moves');
  assert.ok(await figureOf(page, 'moves').locator('.chart svg path').count() > 10);
  assert.deepEqual(troubles, []);
  await close();
});

test('flows: a measure and a year can be chosen, and the drawing says so', async () => {
  const { page, close } = await open('round', { place: 'en' });
  const figure = figureOf(page, 'moves-through');
  const chart = await drawn(page, 'moves-through');
  const before = await chart.getAttribute('aria-label');
  await figure.locator('select').nth(0).selectOption({ label: 'Guidance' });
  await figure.locator('select').nth(1).selectOption({ label: '2025' });
  const label = await chart.getAttribute('aria-label');
  assert.notEqual(label, before);
  assert.ok(label.includes('Guidance, 2025'));
  assert.ok((await chart.textContent()).includes('Guidance'));
  await close();
});

test('referral: each row of the matrix is divided over the columns', async () => {
  const { page, close } = await open('round', { place: 'en' });
  const referred = (await rowsOf(page, 'referral'))
    .filter(({ year, figure }) => year === '2029' && figure === 'referred');
  const of = (truth, given) => referred.filter((row) => row.truth === truth && row.given === given)
    .reduce((sum, { mean }) => sum + mean, 0);
  const all = ['training', 'guidance', 'intake', 'stay'].reduce((sum, given) => sum + of('training', given), 0);
  const row = (await tableOf(page, 'confusion')).find(([truth, given]) => truth === 'Training' && given === 'Guidance');
  assert.ok(Math.abs(plain(row[3]) - (100 * of('training', 'guidance')) / all) < 0.06, row.join(' '));
  await close();
});

test('carousel: the rate by cohort is that of the data, for every version', async () => {
  const { page, close } = await open('round', { place: 'en' });
  const rates = (await rowsOf(page, 'carousel')).filter(({ statistic, measure, version }) => (
    statistic === 'carousel_rate' && measure === 'all' && version === 'job_12_months'));
  assert.ok(rates.length >= 4);
  const figure = figureOf(page, 'carousel-rate');
  await figure.locator('select').nth(0).selectOption({ label: 'a durable job takes 12 months' });
  const rows = await tableOf(page, 'carousel-rate');
  assert.deepEqual(rows.map(([year]) => year), rates.map(({ year }) => year));
  rows.forEach(([, mean], index) => assert.ok(Math.abs(plain(mean) - 100 * rates[index].mean) < 0.051));
  await close();
});

test('people by number of cycles add up to everybody', async () => {
  const { page, close } = await open('round', { place: 'en' });
  for (const row of await tableOf(page, 'cycles')) {
    const shares = row.slice(1, 5).map(plain);
    assert.ok(Math.abs(shares.reduce((a, b) => a + b, 0) - 100) < 0.21, row.join(' '));
  }
  await close();
});

test('who: shares of the starts stand beside shares of the need', async () => {
  const { page, close } = await open('round', { place: 'en' });
  const shares = (await rowsOf(page, 'equity')).filter(({ year, attribute, measure }) => (
    year === '2029' && attribute === 'region' && measure === 'all'));
  const of = (value, statistic) => shares.find((row) => row.value === value && row.statistic === statistic).mean;
  const rows = await tableOf(page, 'need/region');
  assert.equal(rows.length, 3);
  for (const row of rows) {
    assert.ok(Math.abs(plain(row[1]) - 100 * of(row[0], 'start_share')) < 0.051);
    assert.ok(Math.abs(plain(row.at(-1)) - 100 * of(row[0], 'need_share')) < 0.051);
  }
  await close();
});

test('markup in the names of places is shown as text in a drawing of flows', async () => {
  const { page, close } = await open('hostile');
  const chart = await drawn(page, 'moves-through');
  assert.ok((await chart.textContent()).includes('<img src=x onerror'));
  assert.equal(await chart.locator('img, script').count(), 0);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  await close();
});

test('words of the report are explained', async () => {
  const { page, close } = await open('minimal', { place: 'en' });
  const words = await page.locator('.glossary dt').allTextContents();
  assert.ok(words.includes('contingent') && words.includes('cycle'));
  assert.deepEqual(words, [...words].sort((a, b) => a.localeCompare(b, 'en')));
  await close();
});

test('Flanders: ten sentences open the report, and each leads to a figure', async () => {
  const { page, close } = await open('flanders-2017');
  const main = page.locator('.warnings li, .findings .content > .facts li');
  const count = await main.count();
  assert.ok(count >= 5 && count <= 10, `${count} sentences`);
  assert.ok(await page.locator('.more-facts li').count() > 20);
  const targets = await page.locator('.findings a').evaluateAll((links) => links.map(
    (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) !== null));
  assert.ok(targets.length > 40 && targets.every(Boolean));
  await close();
});

test('Flanders: the page is under 8 MB, opens in two seconds, and is whole soon after', async (t) => {
  const size = statSync(fileURLToPath(addressOf('flanders-2017'))).size;
  t.diagnostic(`${(size / 1e6).toFixed(2)} MB`);
  assert.ok(size < 8e6);
  const times = [];
  for (let repeat = 0; repeat < 3; ++repeat) {
    const { page, close } = await open('flanders-2017', { whole: false });
    await page.waitForFunction(() => document.querySelector('.chart')?.dataset.points
      || document.querySelector('.overview'));
    times.push(await page.evaluate(() => performance.now()));
    await page.waitForFunction(() => document.documentElement.dataset.whole);
    assert.ok(await page.locator('main figure').count() > 150);
    await close();
  }
  t.diagnostic(`${times.map(Math.round).join(', ')} ms`);
  assert.ok(Math.min(...times) < 2000, `${Math.min(...times)} ms`);
});

test('what is not made yet is made when an address asks for it, or a printer', async () => {
  const { page, close } = await open('flanders-2017', { whole: false, place: 'nl/capacity/vdab_money' });
  await page.waitForFunction(() => document.getElementById('nl/reproduce'));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.evaluate(() => document.documentElement.dataset.whole), 'yes');
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('.chart')]
    .filter((chart) => !chart.dataset.points).length), 0);
  await close();
});
