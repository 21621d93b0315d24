// Whatever stands in the data, the page shows it as text, asks nobody for anything and says nothing
// on the console.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'node:test';
import { addressOf, drawAll, figureOf, open, reports, withBrowser } from './open.mjs';

withBrowser();

for (const report of reports.filter((name) => name !== 'many_measures')) {
  test(`${report}: no request leaves the page, nothing on the console, in both languages`, async () => {
    const { page, troubles, close } = await open(report);
    await drawAll(page);
    await page.click('[data-language="en"]');
    await drawAll(page);
    assert.deepEqual(troubles, []);
    await close();
  });
}

test('markup in titles, labels and sources is shown as text', async () => {
  const { page, troubles, close } = await open('hostile');
  await drawAll(page);
  const title = '</script><script>window.harmed = 1</script> "titel" & {{data}} {{title}}';
  assert.equal(await page.textContent('h1'), title);
  assert.equal(await page.title(), `${title} \u2013 Doorstroom`);
  assert.ok((await page.textContent('.description')).startsWith('<img src=x onerror="window.harmed = 2">'));
  assert.ok((await page.textContent('#nl\\/lists')).includes('<img src=x onerror=window.harmed=5> {a|b} {name}'));
  assert.ok((await page.textContent('table.parameters')).includes('<script>window.harmed = 3</script>"\''));
  assert.equal(await page.locator('#page img, #page script, #page b, #page i, #page u').count(), 0);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.deepEqual(troubles, []);
  await close();
});

test('markup in a tooltip is shown as text', async () => {
  const { page, close } = await open('hostile');
  const chart = figureOf(page, 'held-back/training').locator('.chart');
  await chart.scrollIntoViewIfNeeded();
  await page.waitForFunction((box) => box.dataset.points, await chart.elementHandle());
  const { x, y, width, height } = await chart.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  const tip = chart.locator('.tip');
  await tip.waitFor();
  assert.ok((await tip.textContent()).includes('<script>window.harmed = 4</script>'));
  assert.equal(await tip.locator('script, img').count(), 0);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  await close();
});

test('the policy of the page allows nothing from elsewhere', async () => {
  const { page, close } = await open('minimal');
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  for (const rule of ["default-src 'none'", "script-src 'unsafe-inline'", "style-src 'unsafe-inline'", 'img-src data: blob:']) {
    assert.ok(policy.includes(rule), rule);
  }
  const fetched = await page.evaluate(() => fetch('https://example.org/').then(() => 'let out', () => 'kept'));
  assert.equal(fetched, 'kept');
  await close();
});

test('the page without data is small', () => {
  assert.ok(statSync(process.env.PAGE).size < 950_000);
});

test('the page without charts shows findings, lists and sources, safely, in both languages', async () => {
  const plain = new URL('../../../sim/report/page/plain.html', import.meta.url);
  const [, data] = /id="data">(.*?)<\/script>/s.exec(readFileSync(new URL(addressOf('hostile')), 'utf8'));
  const file = join(process.env.REPORTS, 'plain.html');
  writeFileSync(file, readFileSync(plain, 'utf8').replace('{{data}}', () => data)
    .replaceAll('{{title}}', 'x').replace('</body>', '<footer>.</footer></body>'));
  const { page, troubles, close } = await open(pathToFileURL(file).href, { whole: false });
  assert.equal(await page.locator('h2').first().textContent(), 'Wat dit zegt');
  await page.click('#en');
  assert.equal(await page.locator('h2').first().textContent(), 'What this says');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.ok(await page.locator('li.warning').count() >= 1);
  assert.ok(await page.locator('table').count() >= 4);
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.deepEqual(troubles, []);
  await close();
});
