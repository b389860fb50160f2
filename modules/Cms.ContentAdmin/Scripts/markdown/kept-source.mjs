// Keeps what its author wrote: a block that nobody changed is written back byte for byte.
import { readBlocks } from './reading.mjs';
import { schema } from './schema.mjs';
import { isNothing, writeBlock } from './writing.mjs';

const isList = (node) => node?.type.name === 'bullet_list' || node?.type.name === 'ordered_list';

/** The mark that a list's text begins with: - * + . or ) */
const markOf = (text) => /^\s*(?:([-*+])|\d+([.)]))/.exec(text)?.slice(1).find(Boolean);

export class KeptSource {
  constructor(source) {
    this.source = source;
    this.blocks = cut(source);
    this.tail = source.slice(this.blocks.at(-1)?.end ?? 0);
    this.document = schema.nodes.doc.create(null, this.blocks.length > 0 ? this.blocks.map((block) => block.node) : [schema.nodes.paragraph.create()]);
    this.written = new WeakMap();
  }

  /** The Markdown of a document that this one became. */
  write(document) {
    if (document.eq(this.document)) {
      return this.source;
    }
    const nodes = Array.from({ length: document.childCount }, (_, place) => document.child(place)).filter((node) => !isNothing(node));
    const kept = this.match(nodes);
    let text = '';
    let previous = '';
    nodes.forEach((node, place) => {
      const block = kept[place];
      const follows = place > 0 && block && kept[place - 1] && block.place === kept[place - 1].place + 1;
      const clashes = !follows && place > 0 && isList(nodes[place - 1]) && isList(node);
      const isOwn = block && (follows || place === 0 || (!/^\s/.test(block.text) && !(clashes && markOf(block.text) === markOf(previous))));
      const next = kept[place + 1];
      const avoid = [clashes ? markOf(previous) : null, isList(node) && isList(nodes[place + 1]) && next ? markOf(next.text) : null];
      const written = isOwn ? block.text : this.writeNew(node, avoid.filter(Boolean));
      if (!isOwn) {
        kept[place] = null;
      }
      if (written) {
        text += (!text ? (isOwn && block.place === 0 ? block.gap : '') : isOwn && follows && kept[place - 1] ? block.gap : '\n\n') + written;
        previous = written;
      }
    });
    return text && text + this.tail;
  }

  /** For each node the block that it was, or null for one that is new or changed. */
  match(nodes) {
    const places = new Map(this.blocks.map((block) => [block.node, block]));
    const kept = nodes.map((node) => {
      const block = places.get(node) ?? null;
      places.delete(node);
      return block;
    });
    // Undoing makes other objects of the same content.
    return kept.map((block, place) => {
      if (block) {
        return block;
      }
      const same = [...places.values()].find((other) => other.node.eq(nodes[place])) ?? null;
      places.delete(same?.node);
      return same;
    });
  }

  writeNew(node, avoid) {
    if (avoid.length > 0) {
      return writeBlock(node, avoid);
    }
    if (!this.written.has(node)) {
      this.written.set(node, writeBlock(node));
    }
    return this.written.get(node);
  }
}

/** The blocks of a text with what stands before each; a block's indentation belongs to it. */
function cut(source) {
  const blocks = readBlocks(source);
  let at = 0;
  return blocks.map(({ node, start, end }, place) => {
    const between = source.slice(at, start);
    const gap = between.slice(0, between.lastIndexOf('\n') + 1);
    const block = { node, place, gap, text: source.slice(at + gap.length, end), end };
    at = end;
    return block;
  });
}
