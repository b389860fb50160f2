// What a text of the website can be made of: the Markdown that src/Cms.Display/SafeHtml renders, and no HTML.
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';
import { isAllowedLink, mediaUrl } from './addresses.mjs';

const levels = [1, 2, 3, 4, 5, 6];

const blocks = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { level: { default: 2, validate: 'number' } },
    parseDOM: levels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: (node) => [`h${node.attrs.level}`, 0],
  },
  blockquote: { group: 'block', content: 'block+', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  bullet_list: {
    group: 'block',
    content: 'list_item+',
    attrs: { spread: { default: false } },
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    group: 'block',
    content: 'list_item+',
    attrs: { start: { default: 1, validate: 'number' }, spread: { default: false } },
    parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ start: Number.parseInt(dom.getAttribute('start'), 10) || 1 }) }],
    toDOM: (node) => (node.attrs.start === 1 ? ['ol', 0] : ['ol', { start: node.attrs.start }, 0]),
  },
  list_item: { content: 'block+', defining: true, attrs: { spread: { default: false } }, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  code_block: {
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    attrs: { lang: { default: null }, meta: { default: null } },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', ['code', 0]],
  },
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  // What has no look of its own, such as the address that a link elsewhere names: kept as it was written.
  source: { group: 'block', atom: true, attrs: { text: { default: '' } }, toDOM: (node) => ['pre', { class: 'wysiwyg__source' }, node.attrs.text] },
};

const inlines = {
  text: { group: 'inline' },
  image: {
    inline: true,
    group: 'inline',
    attrs: { src: { default: '', validate: 'string' }, alt: { default: '', validate: 'string' }, title: { default: null } },
    draggable: true,
    parseDOM: [{ tag: 'img[data-src]', getAttrs: (dom) => ({ src: dom.getAttribute('data-src'), alt: dom.getAttribute('alt') ?? '', title: dom.getAttribute('title') }) }],
    toDOM: ({ attrs: { src, alt, title } }) => ['img', { 'data-src': src, src: mediaUrl(src), alt, title }],
  },
  hard_break: { inline: true, group: 'inline', selectable: false, linebreakReplacement: true, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
};

const isPlain = (dom) => !/(?<![\w-])font-weight:\s*(normal|400)/i.test(dom.getAttribute('data-style') ?? '') && null;
const mark = (name, ...others) => ({ parseDOM: [name, ...others].map((tag) => ({ tag, getAttrs: isPlain })), toDOM: () => [name, 0] });

// The outermost comes first.
const marks = {
  link: {
    attrs: { href: { validate: 'string' }, title: { default: null } },
    inclusive: false,
    excludes: 'link language',
    parseDOM: [{ tag: 'a[href], a[data-href]', getAttrs: (dom) => linkAttributes(dom) }],
    toDOM: ({ attrs: { href, title } }) => ['a', { 'data-href': href, href: isAllowedLink(href) ? href : null, title }, 0],
  },
  language: {
    attrs: { lang: { validate: 'string' } },
    excludes: 'link language',
    parseDOM: [{ tag: 'span[data-language]', getAttrs: (dom) => ({ lang: dom.getAttribute('data-language') }) }],
    toDOM: ({ attrs: { lang } }) => ['span', { 'data-language': lang, lang }, 0],
  },
  em: mark('em', 'i'),
  strong: mark('strong', 'b'),
  strike: mark('s', 'del'),
  sub: mark('sub'),
  sup: mark('sup'),
  code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
};

function linkAttributes(dom) {
  const href = dom.getAttribute('data-href') ?? dom.getAttribute('href');
  return isAllowedLink(href) ? { href, title: dom.getAttribute('title') } : false;
}

const cells = tableNodes({
  tableGroup: 'block',
  cellContent: 'paragraph',
  cellAttributes: { alignment: { default: null, getFromDOM: (dom) => dom.getAttribute('data-align'), setDOMAttr: (value, attrs) => { if (value) attrs['data-align'] = value; } } },
});

export const schema = new Schema({ nodes: { ...blocks, ...cells, ...inlines }, marks });
