import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeptSource } from '../markdown/kept-source.mjs';
import { readDocument } from '../markdown/reading.mjs';
import { schema } from '../markdown/schema.mjs';
import { writeBlock } from '../markdown/writing.mjs';
import { cases, recipeTexts } from './texts.mjs';

const all = [...recipeTexts.map((text, number) => [`recipe text ${number}`, text]), ...Object.entries(cases)];
const children = (node) => Array.from({ length: node.childCount }, (_, place) => node.child(place));
const anew = (node) => schema.nodeFromJSON(node.toJSON());
const paragraph = (text) => schema.nodes.paragraph.create(null, schema.text(text));

test('the recipes hold texts', () => assert.ok(recipeTexts.length > 150));

test('a document that nobody touched is written byte for byte', () => {
  for (const [name, text] of all) {
    const kept = new KeptSource(text);
    assert.equal(kept.write(kept.document), text, name);
    assert.equal(kept.write(anew(kept.document)), text, `${name}, after undoing`);
    kept.document.check();
  }
});

test('blocks that nobody touched are written byte for byte when another one is changed', () => {
  for (const [name, text] of all) {
    const kept = new KeptSource(text);
    for (const [place, block] of kept.blocks.entries()) {
      const nodes = children(kept.document);
      nodes[place] = paragraph('Changed.');
      const written = kept.write(kept.document.copy(schema.nodes.doc.create(null, nodes).content));
      let at = 0;
      for (const other of kept.blocks.filter((candidate) => candidate !== block && !candidate.text.startsWith(' '))) {
        const found = written.indexOf(other.text, at);
        assert.ok(found >= 0, `${name}: ${JSON.stringify(other.text)} in ${JSON.stringify(written)}`);
        at = found + other.text.length;
      }
      assert.ok(written.includes('Changed.'), name);
    }
  }
});

test('what is written anew reads the same', () => {
  for (const [name, text] of all) {
    for (const node of children(readDocument(text)).filter((candidate) => candidate.type.name !== 'source')) {
      const written = writeBlock(node);
      const again = readDocument(written);
      assert.ok(again.childCount === 1 && again.firstChild.eq(node), `${name}: ${JSON.stringify(written)}\n${node}\n${again}`);
    }
  }
});

test('any arrangement of blocks reads as it was made', () => {
  let seed = 20261126;
  const random = (most) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * most);
  };
  const texts = all.map(([, text]) => text).filter((text) => text.trim() && !text.includes(']: '));
  for (let round = 0; round < 400; round += 1) {
    const kept = new KeptSource(`${texts[random(texts.length)]}\n\n${texts[random(texts.length)]}`.replace(/^\s+/, ''));
    const nodes = children(kept.document);
    for (let change = 0; change < 3; change += 1) {
      const place = random(nodes.length);
      switch (random(4)) {
        case 0: nodes.splice(place, 1); break;
        case 1: nodes.splice(place, 0, nodes[random(nodes.length)]); break;
        case 2: nodes.splice(place, 1, paragraph('Changed.')); break;
        default: [nodes[0], nodes[place]] = [nodes[place], nodes[0]];
      }
      nodes.push(...(nodes.length === 0 ? [paragraph('Last.')] : []));
    }
    const document = schema.nodes.doc.create(null, nodes);
    const written = kept.write(document);
    const again = readDocument(written);
    assert.ok(again.eq(document), `${JSON.stringify(kept.source)}\n${JSON.stringify(written)}\n${document}\n${again}`);
  }
});

test('what cannot be written in Markdown is written as what comes nearest', () => {
  const { nodes, marks } = schema;
  const strong = marks.strong.create();
  const text = (value, ...with_) => schema.text(value, with_);
  const line = (...content) => writeBlock(nodes.paragraph.create(null, content));
  assert.equal(line(text('a '), text(' fat ', strong), text('b')), 'a  **fat** b');
  assert.equal(line(text('x', strong), text('y')), '**x**y');
  assert.equal(line(text('a'), nodes.hard_break.create()), 'a');
  assert.equal(line(text('see https://example.org/a_b, or www.example.org.')), 'see <https://example.org/a_b>, or [www.example.org](http://www.example.org).');
  assert.equal(line(text('  ', strong)), '');
  assert.equal(writeBlock(nodes.heading.create({ level: 2 }, [text('a'), nodes.hard_break.create(), text('b')])), '## a b');
  assert.equal(line(text('# no heading')), '\\# no heading');
  assert.equal(line(text('1. no list')), '1\\. no list');
  assert.equal(line(text('<script>')), '\\<script>');
});
