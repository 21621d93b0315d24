// The pages of comparisons and sizings: their sections, choices, words and figures.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { addressOf, drawAll, figureOf, open, withBrowser } from './open.mjs';

withBrowser();

const dataOf = (page) => page.evaluate(() => JSON.parse(document.getElementById('data').textContent));

const sections = {
  compare: ['findings', 'differing', 'headline', 'lists', 'people', 'cost', 'carousel', 'who', 'assumptions', 'reproduce'],
  size: ['findings', 'path', 'targets', 'frontier', 'prices', 'binding', 'request', 'assumptions', 'reproduce'],
  sweep: ['findings', 'moves', 'varied', 'assumptions', 'reproduce'],
  drivers: ['findings', 'causes', 'switched', 'assumptions', 'definitions', 'reproduce'],
};

for (const [report, ids] of Object.entries(sections)) {
  test(`${report}: sections stand in their order, and findings lead to them`, async () => {
    const { page, close } = await open(report);
    const found = await page.locator('main > section').evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(found, ids.map((id) => `nl/${id}`));
    const targets = await page.locator('main a[href^="#"]').evaluateAll((links) => links.map(
      (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) !== null));
    assert.ok(targets.length > 3 && targets.every(Boolean));
    await close();
  });
}

for (const report of ['compare', 'compare_one', 'size', 'sweep', 'drivers']) {
  test(`${report}: no text of the other language and no unfilled mark is left`, async () => {
    const foreign = {
      nl: /\b(waiting|people|Show|Source|the|interval of|base)\b/, en: /\b(wachtenden|mensen|Toon|Bron|het|basis)\b/,
    };
    for (const language of ['nl', 'en']) {
      const { page, close } = await open(report, { place: language });
      await drawAll(page);
      const text = await page.evaluate(() => {
        const copy = document.querySelector('main').cloneNode(true);
        // What people wrote in one language, and what a computer was told.
        for (const part of copy.querySelectorAll('.source, pre, .pairs, .where, code')) part.remove();
        return copy.textContent;
      });
      // Targets are written in the language of the command line.
      const words = text.replace(/(waiting_after|started_within|list_length)/g, '');
      assert.doesNotMatch(words, foreign[language], `${language}: ${words.match(foreign[language])?.input.slice(
        Math.max(0, words.search(foreign[language]) - 60), words.search(foreign[language]) + 60)}`);
      assert.doesNotMatch(text, /\{\w+\}|undefined|NaN|\[object/);
      await close();
    }
  });
}

test('the switch keeps a comparison where it was', async () => {
  const { page, troubles, close } = await open('compare');
  const id = 'difference-of/activation_trajectory';
  await figureOf(page, id).evaluate((node) => node.scrollIntoView());
  await page.evaluate(() => document.querySelector('[data-language="en"]').click());
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  const top = await figureOf(page, id).evaluate((node) => node.getBoundingClientRect().top);
  assert.ok(Math.abs(top) < 120, `the figure moved to ${top}`);
  assert.deepEqual(troubles, []);
  await close();
});

test('tables say the differences of the data', async () => {
  const { page, close } = await open('compare', { place: 'en' });
  const { tables: { headline } } = await dataOf(page);
  const at = (column, row) => (Array.isArray(column) ? column[row] : column);
  const is = (row, wanted) => Object.entries(wanted).every(([name, value]) => {
    const { values, codes } = headline.dimensions[name];
    return values[at(codes, row)] === value;
  });
  const row = Array.from({ length: headline.rows }, (_, index) => index).find((index) => is(index, {
    alternative: 'hold-1320', year: '2019', indicator: 'starts', subject: 'activation_trajectory' }));
  assert.equal(at(headline.difference, row), 220);
  const figure = figureOf(page, 'headline-by-measure');
  await figure.locator('select').nth(1).selectOption('2019');
  await figure.locator('[data-does="table"]').click();
  const cells = await figure.locator('tbody tr').first().locator('th, td').allTextContents();
  assert.equal(cells[0], 'Activation trajectory');
  assert.deepEqual(cells.slice(2, 5), ['1,100.0', '1,320.0', '220.0']);
  assert.equal(cells.at(-1), 'more');
  await close();
});

test('choices draw another chart and say so', async () => {
  const { page, troubles, close } = await open('compare_one', { place: 'en' });
  const figure = figureOf(page, 'largest');
  const chart = figure.locator('.chart');
  const before = await chart.getAttribute('aria-label');
  const years = await figure.locator('option').allTextContents();
  assert.ok(years.length > 2);
  await figure.locator('select').selectOption(years[1]);
  const after = await chart.getAttribute('aria-label');
  assert.notEqual(after, before);
  assert.ok(after.includes(years[1]));
  assert.deepEqual(troubles, []);
  await close();
});

test('two scenarios that are the same say that nothing differs', async () => {
  const { page, close } = await open('compare_same', { place: 'en' });
  assert.ok((await page.textContent('.warnings')).includes('differ in no value'));
  assert.ok((await page.textContent('.facts')).includes('nothing changes'));
  assert.equal(await page.locator('[id="en/headline"] .nothing').count(), 1);
  await close();
});

test('markup in alternatives and their sources is shown as text', async () => {
  for (const report of ['compare_hostile', 'size_hostile', 'sweep_one', 'drivers']) {
    const { page, troubles, close } = await open(report);
    await drawAll(page);
    assert.equal(await page.locator('#page img, #page script, #page b, #page i, #page u').count(), 0);
    assert.equal(await page.evaluate(() => window.harmed), undefined);
    assert.deepEqual(troubles, []);
    await close();
  }
  const { page, close } = await open('compare_hostile');
  const source = '<img src=x onerror=window.harmed=7>';
  assert.ok((await page.textContent('table.differing')).includes(source));
  assert.ok((await page.textContent('h1')).includes('<script>window.harmed = 6</script> meer'));
  await close();
});

test('headings, names and ids are as screen readers need them', async () => {
  for (const report of ['compare', 'size', 'size_binding', 'sweep', 'drivers']) {
    const { page, close } = await open(report);
    await drawAll(page);
    const found = await page.evaluate(() => {
      const all = (selector) => [...document.querySelectorAll(selector)];
      const levels = all('h1, h2, h3, h4').filter((node) => !node.closest('nav')).map((node) => Number(node.tagName[1]));
      const ids = all('[id]').filter((node) => !node.closest('svg')).map(({ id }) => id);
      const named = (node) => node.getAttribute('aria-label') || node.textContent.trim() ||
        document.querySelector(`label[for="${node.id}"]`);
      return {
        twice: ids.filter((id, index) => ids.indexOf(id) !== index),
        nameless: all('button, select, a, [role="img"], [role="region"]').filter((node) => !named(node)).length,
        unlabelled: all('select').filter((node) => !document.querySelector(`label[for="${node.id}"]`)).length,
        first: levels[0],
      };
    });
    assert.deepEqual(found, { twice: [], nameless: 0, unlabelled: 0, first: 1 }, report);
    await close();
  }
});

test('on a narrow screen nothing sticks out', async () => {
  for (const report of ['compare', 'size', 'compare_hostile', 'sweep', 'drivers']) {
    const { page, close } = await open(report, { viewport: { width: 360, height: 740 } });
    await drawAll(page);
    const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    assert.ok(scroll <= inner, `${report} is ${scroll} wide`);
    await close();
  }
});

test('on paper charts are whole and say what was chosen', async () => {
  const { page, troubles, close } = await open('compare', { place: 'en' });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const seen = await page.evaluate(() => ({
    undrawn: [...document.querySelectorAll('.chart')].filter((chart) => !chart.dataset.points).length,
    wide: [...document.querySelectorAll('.chart svg')].filter((svg) => svg.clientWidth > 680).length,
    shown: [...document.querySelectorAll('.choices, .actions')].filter((node) => node.offsetHeight > 0).length,
    chosen: [...document.querySelectorAll('.chosen')].filter((node) => node.offsetHeight > 0 && node.textContent).length,
  }));
  assert.deepEqual([seen.undrawn, seen.wide, seen.shown], [0, 0, 0]);
  assert.ok(seen.chosen >= 5);
  assert.deepEqual(troubles, []);
  await close();
});

test('a comparison is handed out as CSV and as a picture', async () => {
  const { page, troubles, close } = await open('compare_one');
  const figure = figureOf(page, 'largest');
  for (const kind of ['csv', 'png']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'), figure.locator(`[data-does="${kind}"]`).click()]);
    const content = readFileSync(await download.path());
    assert.ok(content.length > 100);
    if (kind === 'csv') assert.ok(content.toString('utf8').startsWith('\ufeffCijfer;basis'), content.toString('utf8').slice(0, 80));
    else assert.equal(content.subarray(1, 4).toString(), 'PNG');
  }
  assert.deepEqual(troubles, []);
  await close();
});

test('a sweep draws any figure along any number, and tells the figures of the table', async () => {
  const { page, troubles, close } = await open('sweep', { place: 'en' });
  const rows = readFileSync(new URL('tables/sweep.csv', addressOf('sweep')), 'utf8').trim().split('\n').map((row) => row.split(','));
  const column = (name) => rows[0].indexOf(name);
  const is = (row, wanted) => Object.entries(wanted).every(([name, value]) => row[column(name)] === value);
  const figure = figureOf(page, 'by-value');
  await figure.locator('select').first().selectOption({ label: 'Training: starts' });
  await figure.locator('[data-does="table"]').click();
  const cells = await figure.locator('tbody tr').first().locator('th, td').allTextContents();
  // The first line is the least number of arrivals, the first row the fewest places.
  const wanted = rows.find((row) => is(row, { year: '2029', indicator: 'starts', subject: 'training',
    '/resources/places/level': '280', '/arrivals/jobseekers/per_year': '900' }));
  assert.equal(cells[0], '280');
  assert.equal(Number(cells[1].replace(',', '')), Math.round(Number(wanted[column('mean')]) * 10) / 10);
  const before = await figure.locator('.chart').getAttribute('aria-label');
  await figure.locator('select').nth(1).selectOption({ index: 1 });
  assert.notEqual(await figure.locator('.chart').getAttribute('aria-label'), before);
  assert.equal(await figure.locator('tbody tr').count(), 3);
  assert.equal(await figureOf(page, 'by-two').count(), 1);
  assert.deepEqual(troubles, []);
  await close();
});

test('points that are no grid are signs without a map', async () => {
  const { page, close } = await open('sweep_listed', { place: 'en' });
  await drawAll(page);
  assert.equal(await figureOf(page, 'by-two').count(), 0);
  assert.equal(await figureOf(page, 'by-value').locator('.chart').getAttribute('data-points') > 0, true);
  await close();
});

test('causes stand in the order of their effect, with the shares of the table', async () => {
  const { page, close } = await open('drivers', { place: 'en' });
  const { drivers } = await dataOf(page);
  const known = drivers.filter(({ effects }) => effects.cycles_per_100_episodes.share !== null);
  const figure = figureOf(page, 'shares');
  await figure.locator('[data-does="table"]').click();
  assert.deepEqual(await figure.locator('tbody th').allTextContents(), known.map(({ label }) => label.en));
  const first = await figure.locator('tbody tr').first().locator('td').first().textContent();
  assert.equal(first, `${(known[0].effects.cycles_per_100_episodes.share * 100).toFixed(1).replace('-', '\u2212')}\u00a0%`);
  await close();
});

test('where another resource binds the page says which and how much', async () => {
  const { page, close } = await open('size_binding', { place: 'en' });
  assert.ok((await page.textContent('.facts')).includes('Another resource binds'));
  assert.equal(await page.locator('[id="en/binding"] figure').count(), 1);
  assert.equal(await page.locator('[id="en/prices"] .nothing').count(), 1);
  await close();
});

test('pages without charts show differences and paths, in both languages', async () => {
  const plain = readFileSync(new URL('../../../sim/report/page/plain.html', import.meta.url), 'utf8');
  for (const [report, rows] of [['compare', 20], ['size', 2], ['sweep', 12], ['drivers', 2]]) {
    const [, data] = /id="data">(.*?)<\/script>/s.exec(readFileSync(new URL(addressOf(report)), 'utf8'));
    const file = join(process.env.REPORTS, `plain_${report}.html`);
    writeFileSync(file, plain.replace('{{data}}', () => data).replaceAll('{{title}}', 'x')
      .replace('</body>', '<footer>.</footer></body>'));
    const { page, troubles, close } = await open(pathToFileURL(file).href, { whole: false });
    assert.ok(await page.locator('table').first().locator('tbody tr').count() >= rows);
    await page.click('#en');
    assert.equal(await page.locator('h2').first().textContent(), 'What this says');
    assert.doesNotMatch(await page.textContent('main'), /undefined|NaN/);
    assert.deepEqual(troubles, []);
    await close();
  }
});

test('a study opens in less than two seconds', async (t) => {
  for (const report of ['compare', 'size', 'sweep', 'drivers']) {
    const times = [];
    for (let run = 0; run < 3; ++run) {
      const { page, close } = await open(report);
      await page.locator('main .chart').first().scrollIntoViewIfNeeded();
      await page.waitForFunction(() => document.querySelector('.chart').dataset.points);
      times.push(await page.evaluate(() => performance.now()));
      await close();
    }
    t.diagnostic(`${report}: ${times.map(Math.round).join(', ')} ms`);
    assert.ok(Math.min(...times) < 2000, `${report} took ${Math.min(...times)} ms`);
  }
});
