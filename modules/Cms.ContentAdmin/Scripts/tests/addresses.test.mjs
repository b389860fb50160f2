import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeAddress, isAllowedLink, languageOf, mediaUrl } from '../markdown/addresses.mjs';
import { schema } from '../markdown/schema.mjs';

test('addresses that the website shows are allowed', () => {
  for (const address of ['https://example.org', 'http://a.b/c?d#e', 'HTTPS://EXAMPLE.ORG/', '/fr/x', '#part', 'item:4abc', 'item:4abc#part', 'media:plans/a.pdf', 'mailto:a@b.example', 'tel:+33491000000']) {
    assert.ok(isAllowedLink(address), address);
  }
});

test('addresses that run something or pretend are refused', () => {
  for (const address of ['', ' ', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:x', ' javascript:x', '\u0001javascript:x', 'data:text/html,x', 'vbscript:x', '//evil.test', '\\\\evil.test', 'https://a@b', 'https:/x', 'file:///etc', 'item:a b', 'media:../x', 'x'.repeat(3000)]) {
    assert.ok(!isAllowedLink(address), address);
  }
});

test('a refused address of a text is kept and never becomes a link', () => {
  const mark = schema.marks.link.create({ href: 'javascript:alert(1)' });
  assert.equal(schema.marks.link.spec.toDOM(mark)[1].href, null);
});

test('what people type as an address is completed', () => {
  assert.equal(completeAddress(' www.example.org/a '), 'https://www.example.org/a');
  assert.equal(completeAddress('a.b@example.org'), 'mailto:a.b@example.org');
  assert.equal(completeAddress('/fr'), '/fr');
});

test('languages and pictures are told from other addresses', () => {
  assert.equal(languageOf('lang:pt-BR'), 'pt-BR');
  assert.equal(languageOf('lang:toolong'), null);
  assert.equal(mediaUrl('media:plans/é.png'), null);
  assert.equal(mediaUrl('media:plans/a b.png'), null);
  assert.equal(mediaUrl('media:plans/a.png'), '/media/plans/a.png');
  assert.equal(mediaUrl('https://evil.test/a.png'), null);
});
