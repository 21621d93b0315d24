// Readers of either language, with a keyboard, a screen reader, a small screen, paper, or little time.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { drawAll, figureOf, open, withBrowser } from './open.mjs';

withBrowser();

const focused = (page) => page.evaluate(() => {
  const node = document.activeElement;
  return node.getAttribute('data-does') ?? node.getAttribute('data-language') ?? node.className ?? '';
});

test('the language is that of the data, or of the address', async () => {
  for (const [place, language, heading] of [['', 'nl', 'Wat dit zegt'], ['en', 'en', 'What this says'],
    ['en/money', 'en', 'What this says'], ['xx', 'nl', 'Wat dit zegt']]) {
    const { page, close } = await open('activation-contingent', { place });
    assert.equal(await page.getAttribute('html', 'lang'), language);
    assert.equal(await page.locator('main h2').first().textContent(), heading);
    await close();
  }
});

test('the switch changes texts, numbers, title and address, and keeps place and focus', async () => {
  const { page, close } = await open('activation-contingent');
  assert.ok((await page.textContent('.tiles')).includes('1.027'));
  await figureOf(page, 'budget/budget_welfare').evaluate((node) => node.scrollIntoView());
  await page.evaluate(() => document.querySelector('[data-language="en"]').click());
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.equal(await page.title(), 'Contingent of activation trajectories 2017\u20132027 \u2013 Doorstroom');
  assert.ok((await page.textContent('.tiles')).includes('1,027'));
  assert.equal(await focused(page), 'en');
  assert.match(new URL(page.url()).hash, /^#en\/.*budget_w/);
  const top = await figureOf(page, 'budget/budget_welfare').evaluate((node) => node.getBoundingClientRect().top);
  assert.ok(Math.abs(top) < 120, `the figure moved to ${top}`);
  await page.reload();
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await close();
});

test('no text of the other language and no unfilled mark is left', async () => {
  for (const [language, foreign] of [['nl', /\b(waiting|people|Show|Source|the)\b/], ['en', /\b(wachtenden|mensen|Toon|Bron|het)\b/]]) {
    const { page, close } = await open('split', { place: language });
    await drawAll(page);
    const text = await page.evaluate(() => {
      const copy = document.querySelector('main').cloneNode(true);
      // What people wrote in one language, and what a computer was told.
      for (const part of copy.querySelectorAll('.source, pre, .pairs, option')) part.remove();
      return copy.textContent;
    });
    assert.doesNotMatch(text, foreign);
    assert.doesNotMatch(text, /\{\w+\}|undefined|NaN|\[object/);
    await close();
  }
});

test('the focus goes from the skip link through the head to the contents', async () => {
  const { page, close } = await open('activation-contingent');
  const seen = [];
  for (let step = 0; step < 5; ++step) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
  }
  assert.deepEqual(seen.slice(0, 4), ['skip', 'nl', 'en', 'print']);
  assert.equal(await page.evaluate(() => document.activeElement.closest('nav') !== null), true);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, 'none');
  await close();
});

test('the skip link leads to the content', async () => {
  const { page, close } = await open('activation-contingent');
  await page.keyboard.press('Tab');
  assert.ok(await page.locator('.skip').evaluate((node) => node.getBoundingClientRect().left >= 0));
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MAIN');
  await close();
});

test('a finding leads to its figure', async () => {
  const { page, close } = await open('activation-contingent');
  const link = page.locator('.facts a[href*="held-back"]').first();
  await link.focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'nl/held-back/activation_trajectory');
  const targets = await page.locator('main a[href^="#"]').evaluateAll((links) => links.map(
    (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) !== null));
  assert.ok(targets.length > 5 && targets.every(Boolean));
  await close();
});

test('tables and downloads work with the keyboard alone', async () => {
  const { page, troubles, close } = await open('minimal');
  const figure = figureOf(page, 'waiting-length/training');
  const toggle = figure.locator('[data-does="table"]');
  await toggle.focus();
  await page.keyboard.press('Enter');
  assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
  assert.equal(await figure.locator('tbody tr').count(), 61);
  await page.keyboard.press('Space');
  assert.equal(await toggle.getAttribute('aria-expanded'), 'false');
  assert.equal(await figure.locator('.table-place').isVisible(), false);
  for (const kind of ['csv', 'png']) {
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), kind);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    assert.ok(readFileSync(await download.path()).length > 100);
  }
  assert.deepEqual(troubles, []);
  await close();
});

test('headings, landmarks, names and ids are as screen readers need them', async () => {
  const { page, close } = await open('split');
  await drawAll(page);
  const found = await page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const levels = all('h1, h2, h3, h4').filter((node) => !node.closest('nav'))
      .map((node) => Number(node.tagName[1]));
    const ids = all('[id]').filter((node) => !node.closest('svg')).map(({ id }) => id);
    const named = (node) => node.getAttribute('aria-label') || node.textContent.trim() ||
      document.querySelector(`label[for="${node.id}"]`);
    return {
      one: ['h1', 'main', 'nav', 'body > #page > header', 'body > #page > footer'].map((selector) => all(selector).length),
      skips: levels.filter((level, index) => index > 0 && level > levels[index - 1] + 1).length,
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      nameless: all('button, select, input, a, [role="img"], [role="region"]').filter((node) => !named(node)).length,
      missing: all('[aria-labelledby], [aria-controls]').flatMap((node) => [
        node.getAttribute('aria-labelledby'), node.getAttribute('aria-controls')])
        .filter((id) => id && !document.getElementById(id)),
      cells: all('table').filter((table) => !table.querySelector('th[scope="col"]') && !table.closest('.chart')).length,
    };
  });
  assert.deepEqual(found, { one: [1, 1, 1, 1, 1], skips: 0, twice: [], nameless: 0, missing: [], cells: 0 });
  await close();
});

test('on a narrow screen nothing sticks out', async () => {
  for (const report of ['activation-contingent', 'split', 'hostile']) {
    const { page, close } = await open(report, { viewport: { width: 360, height: 740 } });
    await drawAll(page);
    const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    assert.ok(scroll <= inner, `${report} is ${scroll} wide`);
    await close();
  }
});

test('on paper charts are whole, switches hidden, folded parts shown, and the screen is as before', async () => {
  const { page, troubles, close } = await open('six_measures');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sheets = pdf.match(/\/Type \/Page\b/g).length;
  assert.ok(sheets > 15, `${sheets} sheets`);
  assert.match(pdf, /\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
  assert.equal(await page.locator('[id="nl/lists"] details[open]').count(), 1);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const seen = await page.evaluate(() => ({
    undrawn: [...document.querySelectorAll('.chart')].filter((chart) => !chart.dataset.points).length,
    wide: [...document.querySelectorAll('.chart svg')].filter((svg) => svg.clientWidth > 680).length,
    folded: document.querySelectorAll('main details:not([open])').length,
    switches: [...document.querySelectorAll('.actions, .switches, .tools, nav')].filter((node) => node.offsetHeight > 0).length,
    tables: document.querySelectorAll('.table-place.printed table').length,
  }));
  assert.equal(seen.undrawn + seen.wide + seen.folded + seen.switches, 0, JSON.stringify(seen));
  assert.ok(seen.tables >= 12);
  assert.deepEqual(troubles, []);
  await close();
});

// A browser makes all of a document smaller until its widest part fits on the sheet.
test('nothing is wider than a sheet of A4', async () => {
  for (const report of ['flanders-2017', 'activation-contingent', 'compare', 'compare_one', 'size_binding']) {
    const { page, close } = await open(report, { viewport: { width: 680, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const seen = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      tall: [...document.querySelectorAll('.chart')].filter((chart) => chart.offsetHeight > 760).length,
    }));
    assert.deepEqual(seen, { width: 680, tall: 0 }, report);
    await close();
  }
});

/** Milliseconds from the start of loading until the first chart is drawn. */
async function timeToOpen(report) {
  const { page, close } = await open(report, { whole: false });
  await page.locator('main .chart').first().scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('.chart').dataset.points);
  const time = await page.evaluate(() => performance.now());
  await close();
  return time;
}

test('a report opens in less than two seconds', async (t) => {
  for (const report of ['activation-contingent', 'many_measures']) {
    const times = [await timeToOpen(report), await timeToOpen(report), await timeToOpen(report)];
    t.diagnostic(`${report}: ${times.map(Math.round).join(', ')} ms`);
    assert.ok(Math.min(...times) < 2000, `${report} took ${Math.min(...times)} ms`);
  }
});
