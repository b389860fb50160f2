// Makes the one script of the editor: node build.mjs FILE
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/** Name, version and licence of every package: what their licences ask for. */
const notice = readdirSync(join(here, 'node_modules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^(mdast|micromark|prosemirror|unist|w3c|orderedmap|rope|longest|markdown-table|zwitch|ccount|decode|character)/.test(entry.name))
  .map((entry) => JSON.parse(readFileSync(join(here, 'node_modules', entry.name, 'package.json'), 'utf8')))
  .map(({ name, version, license }) => `${name} ${version} (${license})`);

await build({
  absWorkingDir: here,
  entryPoints: ['index.mjs'],
  outfile: process.argv[2] ?? '../wwwroot/editor.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: `/* Contains ${notice.join('; ')}. */` },
  logLevel: 'warning',
});
