// Texts that tests read: those of the recipes, and cases that editors have broken before.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const recipes = fileURLToPath(new URL('../../../../recipes/', import.meta.url));

function* markdownOf(value) {
  for (const [key, inner] of Object.entries(value ?? {})) {
    if (key === 'Markdown' && typeof inner === 'string') {
      yield inner;
    } else if (typeof inner === 'object') {
      yield* markdownOf(inner);
    }
  }
}

export const recipeTexts = readdirSync(recipes).filter((file) => file.endsWith('.json')).flatMap((file) => [...markdownOf(JSON.parse(readFileSync(recipes + file, 'utf8')))]);

export const cases = {
  'nothing': '',
  'spaces only': '  \n\n',
  'escaped heading': '\\# text',
  'escaped list': '1\\. text\n\n\\- text\n\n\\* text',
  'escaped rule': '\\---',
  'escaped marks': '\\*not\\* \\_so\\_ \\`code\\` \\[a\\](b) \\~x\\~ \\^2\\^',
  'entities': '&lt;b&gt; &amp; caf&eacute; &nbsp;x',
  'HTML is text': '<b>fat</b> and\n\n<div>block</div>\n\n<!-- note -->',
  'raised and lowered': 'm^2^, H~2~O, 1^er^ and ~~gone~~',
  'tilde and caret alone': 'about ~5 and ~6, 2^3, a ~ b',
  'no-break spaces': '«\u00a0Oui\u00a0»\u202f: 10\u202f000\u00a0€',
  'emphasis': '*a* _b_ **c** __d__ ***e*** **a *b* c** *a **b***',
  'emphasis in a word': 'un**believ**able',
  'code': '`a`, `` a`b ``, `<b>`',
  'links': '[a](/b) [c](https://d.example/e_f_(g) "title") <https://x.example/a_b> https://y.example/a_b. www.z.example',
  'mail': 'write to a_b@c.example or <mailto:d@e.example>',
  'references': 'See [one][1] and [two].\n\n[1]: /one "One"\n[two]: /two\n\nLater [one][1].',
  'item and media': '[The plan](item:plan-5#part) and ![A map](media:maps/a.png "t") [![x](media:b.png)](/y)',
  'language': 'the [Stadium](lang:en) and [**Rathaus**](lang:de)',
  'javascript': '[x](javascript:alert(1)) ![y](data:image/png;base64,AA)',
  'headings': '# A\n\n## B ##\n\nC\n===\n\nD\n---\n\n### E',
  'rules': '---\n\n***\n\n_ _ _',
  'lists': '- a\n- b\n\n  more\n- c\n  1. d\n  2. e\n\n* other\n* list\n\n1) x\n2) y\n\n3. z',
  'list starting at five': '5. five\n6. six',
  'indented list': '  - a\n  - b\n    - c\n\ntext',
  'empty items': '-\n- a\n-',
  'list after text': 'Text:\n- a\n- b\nlazy',
  'code blocks': '```js\nlet a = `b`;\n```\n\n    indented\n\n~~~\ntilde\n~~~',
  'indented code after list': '- a\n\n\n      code in a\n\ntext\n\n    code alone',
  'quotes': '> a\n> b\n>\n> > c\n\n> d\nlazy',
  'table': '| a | b |\n|:--|--:|\n| 1 | `x|y` |\n| \\| | **z** |\n| short |',
  'table without pipes at its ends': 'a | b\n- | -\n1 | 2',
  'hard breaks': 'a  \nb\\\nc',
  'soft breaks': 'a\nb\n*c\nd*',
  'many empty lines': '\n\na\n\n\n\nb\n   \nc\n\n\n',
  'no empty line at the end': 'a\n\n- b',
  'trailing spaces': 'a   \n\n## b  \n',
  'tabs': '-\ta\n\n\tb\n\n1.\tc',
  'dash at the start': '– a dash\n\n\\+ plus\n\n= x',
  'image alone': '![](media:a.png)',
  'bare numbers': '1995. A year\n\n2.5 %',
  'star notes': 'a * b * c, 5 * 6',
  'brackets': '[not a link] and [x] (y) ![no',
};
