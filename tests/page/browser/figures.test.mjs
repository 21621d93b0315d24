// Every figure is drawn from figures, says them on demand, and hands them out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { drawAll, figureOf, figuresOf, open, reports, unfold, withBrowser } from './open.mjs';

withBrowser();

const dataOf = (page) => page.evaluate(() => JSON.parse(document.getElementById('data').textContent));

for (const report of reports) {
  test(`${report}: every chart draws something and says what it shows`, async () => {
    const { page, close } = await open(report);
    await drawAll(page);
    const figures = await figuresOf(page);
    assert.ok(figures.length > 0);
    for (const figure of figures) {
      assert.ok(figure.points > 0, `${figure.id} draws no figures`);
      assert.ok(figure.shapes > 3, `${figure.id} draws ${figure.shapes} shapes`);
      assert.ok(figure.legend > 0, `${figure.id} has no legend`);
      assert.ok(figure.label.startsWith(figure.title), figure.id);
      assert.ok(figure.label.length > figure.title.length + 20, `${figure.id} is not described`);
      assert.ok(figure.meaning.length > 20 && figure.caution.length > 20, figure.id);
    }
    await close();
  });
}

const order = ['findings', 'lists', 'capacity', 'money', 'flows', 'carousel', 'who', 'assumptions',
  'definitions', 'reproduce'];

test('sections stand in their order, and what has nothing to show says so', async () => {
  for (const [report, nothing] of [['no_lists', { lists: 1, capacity: 2, who: 2 }],
    ['minimal', { money: 3, carousel: 1, who: 1 }], ['split', { capacity: 0, lists: 0 }], ['round', { flows: 0, who: 0 }]]) {
    const { page, close } = await open(report);
    const ids = await page.locator('main > section').evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(ids, order.map((id) => `nl/${id}`));
    for (const [id, count] of Object.entries(nothing)) {
      assert.equal(await page.locator(`[id="nl/${id}"] .nothing`).count(), count, `${report}: ${id}`);
    }
    await close();
  }
});

test('the tooltip and the table say the figures of the data', async () => {
  const { page, close } = await open('activation-contingent', { place: 'en' });
  const { budget } = (await dataOf(page)).tables;
  const row = budget.dimensions.resource.codes.findIndex((_, index) => (
    budget.dimensions.resource.values[budget.dimensions.resource.codes[index]] === 'activation_contingent'
    && budget.dimensions.period.values[budget.dimensions.period.codes[index]] === '2019'
    && budget.dimensions.statistic.values[budget.dimensions.statistic.codes[index]] === 'amount'));
  assert.equal(budget.mean[row], 1100);
  const figure = figureOf(page, 'starts-of/activation_contingent');
  await figure.locator('[data-does="table"]').click();
  const cells = await figure.locator('tbody tr').nth(2).locator('th, td').allTextContents();
  assert.equal(cells[0], '2019');
  assert.ok(cells.includes('1,100'), cells.join(' '));
  const chart = figure.locator('.chart');
  await chart.scrollIntoViewIfNeeded();
  await page.waitForFunction((box) => box.dataset.points, await chart.elementHandle());
  const { x, y, width, height } = await chart.boundingBox();
  await page.mouse.move(x + width * 0.27, y + height / 2);
  await chart.locator('.tip').waitFor();
  const tip = (await chart.locator('.tip').textContent()).replaceAll('\u00a0', ' ');
  assert.ok(tip.startsWith('2019') && tip.includes('1,100 starts'), tip);
  await close();
});

test('observed figures are drawn and set beside the projection', async () => {
  const { page, close } = await open('split', { place: 'en' });
  assert.ok((await figureOf(page, 'waiting-length/training').locator('.legend').textContent()).includes('observed'));
  const rows = await page.locator('.observed tbody tr').allTextContents();
  assert.equal(rows.length, 3);
  assert.ok(rows[0].startsWith('31 December 2025') && rows[0].includes('Opleiding') === false);
  await close();
});

test('parts of a split resource can be chosen', async () => {
  const { page, close } = await open('split');
  const figure = figureOf(page, 'places/posts');
  const before = await figure.locator('.chart').getAttribute('aria-label');
  assert.equal(await figure.locator('option').count(), 6);
  await figure.locator('select').selectOption({ label: 'regio: Limburg' });
  const chosen = await figure.locator('.chart').getAttribute('aria-label');
  assert.notEqual(chosen, before);
  assert.ok(chosen.includes('regio: Limburg'));
  await close();
});

test('of many lists the first is unfolded, and an address unfolds what it names', async () => {
  const { page, close } = await open('many_measures', { place: 'nl/lists/measure_15' });
  assert.equal(await page.locator('[id="nl/lists"] details[open]').count(), 2);
  await page.waitForFunction(() => document.activeElement.closest('details')?.id === 'nl/lists/measure_15');
  assert.equal(await page.locator('.overview tbody tr').count(), 20);
  await close();
});

async function downloaded(page, action) {
  const [download] = await Promise.all([page.waitForEvent('download'), action()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test('the table is handed out as CSV for spreadsheets of the language', async () => {
  const { page, troubles, close } = await open('activation-contingent');
  const button = figureOf(page, 'budget/budget_work').locator('[data-does="csv"]');
  const { name, content } = await downloaded(page, () => button.click());
  assert.equal(name, 'activation-contingent-budget-budget_work-nl.csv');
  const lines = content.toString('utf8').split('\r\n');
  assert.ok(lines[0].startsWith('\ufeffJaar;gebruikt (euro);'));
  assert.ok(lines[1].startsWith('2019;'));
  assert.deepEqual(troubles, []);
  await close();
});

test('the picture is a PNG with everything on it', async () => {
  const { page, troubles, close } = await open('activation-contingent');
  const button = figureOf(page, 'waiting-length/activation_trajectory').locator('[data-does="png"]');
  const { name, content } = await downloaded(page, () => button.click());
  assert.equal(name, 'activation-contingent-waiting-length-activation_trajectory-nl.png');
  assert.equal(content.subarray(1, 4).toString(), 'PNG');
  assert.equal(content.readUInt32BE(16), 1920);
  const bands = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const isInked = (y) => context.getImageData(0, y, image.width, 1).data.some((value) => value < 200);
    const tenth = Math.floor(image.height / 10);
    return [1, 3, 5, 7, 9].map((part) => (
      Array.from({ length: tenth }, (_, row) => isInked((part - 1) * tenth + row)).some(Boolean)));
  }, content.toString('base64'));
  assert.deepEqual(bands, [true, true, true, true, true]);
  assert.deepEqual(troubles, []);
  await close();
});

test('numbers are filtered by status and by words', async () => {
  const { page, close } = await open('activation-contingent', { place: 'en' });
  const shown = () => page.locator('table.parameters tbody tr:not(.group):visible').count();
  const all = await shown();
  await page.locator('[id="en/parameter-status"]').selectOption('assumption');
  const assumed = await shown();
  assert.ok(assumed > 0 && assumed < all);
  await page.locator('[id="en/parameter-search"]').fill('job finding');
  assert.ok(await shown() < assumed);
  assert.ok((await page.textContent('.said')).includes(`of ${all} numbers`));
  await page.locator('[id="en/parameter-search"]').fill('no such thing');
  assert.equal(await shown(), 0);
  assert.equal(await page.textContent('.said'), 'No number fits this choice.');
  await close();
});

test('counts by status add up to the parameters of the data', async () => {
  const { page, close } = await open('activation-contingent');
  const { parameters } = await dataOf(page);
  const counts = await page.locator('.balance li strong').allTextContents();
  assert.equal(counts.reduce((sum, count) => sum + Number(count), 0), parameters.length);
  await unfold(page);
  await close();
});
