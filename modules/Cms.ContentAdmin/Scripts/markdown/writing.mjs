// From the editor's document to Markdown.
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { spansToMarkdown } from './spans.mjs';

const bareAddress = /(?<![\w@/.-])(?:https?:\/\/|www\.(?=[\w-]+\.))[^\s<>«»“”|]*[^\s<>«»“”|.,;:!?'"’)\]*_~^]/giu;
const bullets = ['-', '*', '+'];
const inlineTypes = { em: 'emphasis', strong: 'strong', strike: 'delete', sub: 'sub', sup: 'sup' };

const plain = {
  // Kept source is written as it was.
  handlers: { source: (node) => node.value },
};

/** One block as Markdown. */
export function writeBlock(node, avoid = []) {
  const children = block(node);
  if (children.length === 0) {
    return '';
  }
  const bullet = bullets.find((mark) => !avoid.includes(mark)) ?? '-';
  return toMarkdown({ type: 'root', children }, {
    bullet,
    bulletOther: bullets.find((mark) => mark !== bullet && !avoid.includes(mark)) ?? (bullet === '*' ? '-' : '*'),
    bulletOrdered: avoid.includes('.') ? ')' : '.',
    emphasis: '*',
    strong: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), spansToMarkdown, plain],
  }).replace(/\n+$/, '');
}

/** True for a block that leaves nothing in the text. */
export const isNothing = (node) => node.type.name === 'paragraph' && node.content.size === 0;

const all = (node, make) => Array.from({ length: node.childCount }, (_, place) => make(node.child(place), place)).flat();

function block(node) {
  switch (node.type.name) {
    case 'paragraph': return paragraph(inlines(node));
    case 'heading': return [{ type: 'heading', depth: node.attrs.level, children: inlines(node, true) }];
    case 'blockquote': return [{ type: 'blockquote', children: all(node, block) }];
    case 'bullet_list': return [{ type: 'list', ordered: false, spread: node.attrs.spread, children: all(node, item) }];
    case 'ordered_list': return [{ type: 'list', ordered: true, start: node.attrs.start, spread: node.attrs.spread, children: all(node, item) }];
    case 'code_block': return [{ type: 'code', lang: node.attrs.lang, meta: node.attrs.meta, value: node.textContent }];
    case 'horizontal_rule': return [{ type: 'thematicBreak' }];
    case 'table': return table(node);
    case 'source': return [{ type: 'source', value: node.attrs.text }];
    default: return [];
  }
}

const paragraph = (children) => (children.length > 0 ? [{ type: 'paragraph', children }] : []);

const item = (node) => [{ type: 'listItem', spread: node.attrs.spread, children: all(node, block) }];

/** The first row is the header, always: there is no other kind of table. */
function table(node) {
  const align = all(node.firstChild, (cell) => [cell.attrs.alignment]);
  return [{ type: 'table', align, children: all(node, (row) => [{ type: 'tableRow', children: all(row, (cell) => [{ type: 'tableCell', children: inlines(cell.firstChild, true) }]) }]) }];
}

/** The text of a block. In a heading or cell there are no lines: a line end is a space. */
function inlines(parent, oneLine = false) {
  const leaves = all(parent, (node) => [{ node, marks: node.marks }]);
  return trimmed(nest(leaves, oneLine));
}

/** Puts leaves under their marks, the mark that goes on longest outermost. */
function nest(leaves, oneLine) {
  const made = [];
  for (let at = 0; at < leaves.length;) {
    const { marks } = leaves[at];
    if (marks.length === 0 || (marks.length === 1 && marks[0].type.name === 'code')) {
      made.push(...leaf(leaves[at], oneLine));
      at += 1;
      continue;
    }
    const wrappers = marks.filter((mark) => mark.type.name !== 'code');
    const ends = wrappers.map((mark) => end(leaves, at, mark));
    const longest = ends.indexOf(Math.max(...ends));
    const mark = wrappers[longest];
    const inner = leaves.slice(at, ends[longest]).map((entry) => ({ node: entry.node, marks: mark.removeFromSet(entry.marks) }));
    made.push(...wrap(mark, nest(inner, oneLine)));
    at = ends[longest];
  }
  return joined(made);
}

function end(leaves, at, mark) {
  let place = at;
  while (place < leaves.length && mark.isInSet(leaves[place].marks)) {
    place += 1;
  }
  return place;
}

function leaf({ node, marks }, oneLine) {
  switch (node.type.name) {
    case 'hard_break': return [oneLine ? { type: 'text', value: ' ' } : { type: 'break' }];
    case 'image': return [{ type: 'image', url: node.attrs.src, alt: node.attrs.alt, title: node.attrs.title }];
    default: return marks.length > 0 ? [{ type: 'inlineCode', value: node.text }] : linked(node);
  }
}

/** Addresses in a text become links, as they would on the page. */
function linked(node) {
  const text = node.text;
  if (node.marks.some((mark) => ['link', 'language'].includes(mark.type.name))) {
    return [{ type: 'text', value: text }];
  }
  const made = [];
  let at = 0;
  for (const { 0: address, index } of text.matchAll(bareAddress)) {
    const url = address.startsWith('www.') ? `http://${address}` : address;
    made.push({ type: 'text', value: text.slice(at, index) }, { type: 'link', url, children: [{ type: 'text', value: address }] });
    at = index + address.length;
  }
  return [...made, { type: 'text', value: text.slice(at) }].filter((part) => part.type !== 'text' || part.value);
}

/** Spaces at the ends of a marked text stand outside its marks, where Markdown can read them. */
function wrap(mark, children) {
  const name = mark.type.name;
  const type = inlineTypes[name];
  const [first, last] = [children[0], children.at(-1)];
  const before = first?.type === 'text' ? /^\s*/u.exec(first.value)[0] : '';
  if (before) {
    first.value = first.value.slice(before.length);
  }
  const after = last?.type === 'text' ? /\s*$/u.exec(last.value)[0] : '';
  if (after) {
    last.value = last.value.slice(0, last.value.length - after.length);
  }
  const inner = children.filter((child) => child.type !== 'text' || child.value);
  const node = type ? { type, children: inner } : { type: 'link', url: name === 'language' ? `lang:${mark.attrs.lang}` : mark.attrs.href, title: mark.attrs.title ?? null, children: inner };
  return [...text(before), ...(inner.length > 0 ? [node] : []), ...text(after)];
}

const text = (value) => (value ? [{ type: 'text', value }] : []);

/** Neighbouring texts as one: what has to be escaped depends on both. */
function joined(children) {
  const made = [];
  for (const child of children) {
    const last = made.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      last.value += child.value;
    } else {
      made.push(child);
    }
  }
  return made;
}

/** Without the spaces and line ends around the whole, which Markdown does not keep. */
function trimmed(children) {
  const isEdge = (node) => node?.type === 'break' || (node?.type === 'text' && /^[ \t]*$/.test(node.value));
  let [from, to] = [0, children.length];
  while (from < to && isEdge(children[from])) {
    from += 1;
  }
  while (to > from && isEdge(children[to - 1])) {
    to -= 1;
  }
  const kept = children.slice(from, to);
  if (kept[0]?.type === 'text') {
    kept[0].value = kept[0].value.replace(/^[ \t]+/, '');
  }
  if (kept.at(-1)?.type === 'text') {
    kept.at(-1).value = kept.at(-1).value.replace(/[ \t]+$/, '');
  }
  return kept;
}

