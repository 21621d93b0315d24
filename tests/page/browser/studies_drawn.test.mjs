// Every figure of a comparison and of a sizing is drawn, asks nobody for anything, and says nothing on
// the console.
import assert from 'node:assert/strict';
import test from 'node:test';
import { drawAll, figuresOf, open, studies, withBrowser } from './open.mjs';

withBrowser();

for (const report of studies) {
  test(`${report}: every chart draws something and says what it shows, in both languages`, async () => {
    const { page, troubles, close } = await open(report);
    for (const language of ['nl', 'en']) {
      await page.click(`[data-language="${language}"]`);
      await drawAll(page);
      const figures = await figuresOf(page);
      assert.ok(figures.length > 0 || report === 'compare_same');
      for (const figure of figures) {
        assert.ok(figure.points > 0, `${figure.id} draws no figures`);
        assert.ok(figure.shapes > 3, `${figure.id} draws ${figure.shapes} shapes`);
        assert.ok(figure.legend > 0, `${figure.id} has no legend`);
        assert.ok(figure.label.startsWith(figure.title), figure.id);
        assert.ok(figure.label.length > figure.title.length + 10, `${figure.id} is not described`);
        assert.ok(figure.meaning.length > 20 && figure.caution.length > 20, figure.id);
      }
    }
    assert.deepEqual(troubles, []);
    await close();
  });
}
