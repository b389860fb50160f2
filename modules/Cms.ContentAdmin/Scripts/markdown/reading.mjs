// From Markdown to the editor's document.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmTable } from 'micromark-extension-gfm-table';
import { languageOf } from './addresses.mjs';
import { schema } from './schema.mjs';
import { spanSyntax, spansFromMarkdown } from './spans.mjs';

const { nodes, marks } = schema;
const options = {
  extensions: [{ disable: { null: ['htmlFlow', 'htmlText'] } }, gfmTable(), gfmAutolinkLiteral(), spanSyntax],
  // Without the transform, which would also link what was escaped.
  mdastExtensions: [gfmTableFromMarkdown(), { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] }, spansFromMarkdown],
};

/** The top-level blocks of a text, each with its place in it. */
export function readBlocks(source) {
  const root = fromMarkdown(source, options);
  const reader = new Reader(source, root);
  return root.children.map((child) => ({ node: reader.block(child), start: child.position.start.offset, end: child.position.end.offset }));
}

/** A text as a document. */
export function readDocument(source) {
  const blocks = readBlocks(source).map((block) => block.node);
  return nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()]);
}

class Reader {
  constructor(source, root) {
    this.source = source;
    this.definitions = new Map();
    this.collect(root);
  }

  collect(node) {
    if (node.type === 'definition' && !this.definitions.has(node.identifier)) {
      this.definitions.set(node.identifier, node);
    }
    node.children?.forEach((child) => this.collect(child));
  }

  blocks(node) {
    const children = node.children.map((child) => this.block(child));
    return children.length > 0 ? children : [nodes.paragraph.create()];
  }

  block(node) {
    switch (node.type) {
      case 'paragraph': return nodes.paragraph.create(null, this.inlines(node.children));
      case 'heading': return nodes.heading.create({ level: node.depth }, this.inlines(node.children));
      case 'blockquote': return nodes.blockquote.create(null, this.blocks(node));
      case 'list': return this.list(node);
      case 'code': return nodes.code_block.create({ lang: node.lang ?? null, meta: node.meta ?? null }, node.value ? [schema.text(node.value)] : []);
      case 'thematicBreak': return nodes.horizontal_rule.create();
      case 'table': return this.table(node);
      default: return nodes.source.create({ text: this.slice(node) });
    }
  }

  list(node) {
    const items = node.children.map((item) => nodes.list_item.create({ spread: Boolean(item.spread) }, this.blocks(item)));
    const spread = Boolean(node.spread);
    return node.ordered ? nodes.ordered_list.create({ start: node.start ?? 1, spread }, items) : nodes.bullet_list.create({ spread }, items);
  }

  /** Rows get as many cells as the first one has. */
  table(node) {
    const width = node.children[0].children.length;
    return nodes.table.create(null, node.children.map((row, number) => nodes.table_row.create(null, Array.from({ length: width }, (_, column) =>
      (number === 0 ? nodes.table_header : nodes.table_cell).create({ alignment: node.align[column] ?? null }, nodes.paragraph.create(null, this.inlines(row.children[column]?.children ?? [])))))));
  }

  inlines(children, active = []) {
    return children.flatMap((child) => this.inline(child, active));
  }

  inline(node, active) {
    const within = (mark) => this.inlines(node.children, mark.addToSet(active));
    switch (node.type) {
      case 'text': return this.text(node.value, active);
      case 'emphasis': return within(marks.em.create());
      case 'strong': return within(marks.strong.create());
      case 'delete': return within(marks.strike.create());
      case 'sub': return within(marks.sub.create());
      case 'sup': return within(marks.sup.create());
      case 'inlineCode': return this.text(node.value, marks.code.create().addToSet(active));
      case 'break': return [nodes.hard_break.create(null, null, active)];
      case 'link': return this.link(node, node, active);
      case 'linkReference': return this.link(node, this.definitions.get(node.identifier), active);
      case 'image': return [this.image(node, node, active)];
      case 'imageReference': return [this.image(node, this.definitions.get(node.identifier), active)];
      default: return this.text(this.slice(node), active);
    }
  }

  /** A line end inside a paragraph is a space to a reader. */
  text(value, active) {
    const text = value.replace(/[ \t]*\n[ \t]*/g, ' ');
    return text ? [schema.text(text, active)] : [];
  }

  link(node, { url, title }, active) {
    // The website does not make a link of an address of mail that nothing marks as one.
    if (url.startsWith('mailto:') && !/^[<[]/.test(this.slice(node))) {
      return this.inlines(node.children, active);
    }
    const language = languageOf(url);
    const mark = language ? marks.language.create({ lang: language }) : marks.link.create({ href: url, title: title ?? null });
    return this.inlines(node.children, mark.addToSet(active));
  }

  image(node, { url, title }, active) {
    return nodes.image.create({ src: url, alt: node.alt ?? '', title: title ?? null }, null, active);
  }

  slice(node) {
    return node.position ? this.source.slice(node.position.start.offset, node.position.end.offset) : '';
  }
}
