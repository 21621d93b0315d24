// node bundle.mjs <folder with node_modules> <page>: the page of the report as one HTML file.
//
// {{title}} and {{data}} stay in it; the program fills them in. The result is ASCII, so that it can
// be cut anywhere on its way into a C++ literal.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [folder, target] = process.argv.slice(2).map((path) => resolve(path));
const modules = join(folder, 'node_modules');
const { build } = createRequire(join(folder, 'package.json'))('esbuild');

async function bundled(entry, options) {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    nodePaths: [modules],
    bundle: true,
    minify: true,
    charset: 'ascii',
    target: ['chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    ...options,
  });
  return outputFiles[0].text.trim();
}

/** What the licences of the bundled libraries ask to be handed on. */
function licences() {
  const files = ['echarts/NOTICE', 'echarts/LICENSE', 'zrender/LICENSE', 'tslib/LICENSE.txt'];
  return files.map((file) => `--- ${file}\n\n${readFileSync(join(modules, file), 'utf8')}`)
    .join('\n').replaceAll('<', '(').replaceAll('>', ')');
}

function check(page) {
  const strange = page.match(/[^\x00-\x7f]/);
  if (strange) throw new Error(`the page is not ASCII: ${JSON.stringify(strange[0])}`);
  if (page.split('{{data}}').length !== 2) throw new Error('the page must have one place for data');
  if (/<(script|link|img)[^>]* (src|href)="(?!data:)/.test(page)) {
    throw new Error('the page would load something');
  }
}

const parts = {
  style: await bundled('style/page.css'),
  licences: licences(),
  script: await bundled('source/main.js', { format: 'iife' }),
};
const template = readFileSync(join(here, 'template.html'), 'utf8');
const page = template.replace(/\{\{(style|licences|script)\}\}/g, (mark, name) => parts[name]);
check(page);
writeFileSync(target, page);
