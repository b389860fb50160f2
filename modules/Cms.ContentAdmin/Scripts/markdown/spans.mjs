// Struck (~~), lowered (~) and raised (^) text for micromark and mdast, as the website's own parser reads them.
import { splice } from 'micromark-util-chunked';
import { classifyCharacter } from 'micromark-util-classify-character';
import { resolveAll } from 'micromark-util-resolve-all';

const tilde = 126;
const caret = 94;
const punctuation = 2;
const types = new Map([[`${tilde}2`, 'delete'], [`${tilde}1`, 'sub'], [`${caret}1`, 'sup']]);

/** A run of markers that may open or close a span. */
const construct = (marker, most) => ({
  name: `span${marker}`,
  resolveAll: resolve,
  tokenize(effects, ok, nok) {
    const { previous, events } = this;
    let size = 0;
    return start;

    function start(code) {
      if (previous === marker && events.at(-1)[1].type !== 'characterEscape') {
        return nok(code);
      }
      effects.enter('spanRun');
      return more(code);
    }

    function more(code) {
      if (code === marker) {
        if (size === most) {
          return nok(code);
        }
        effects.consume(code);
        size += 1;
        return more;
      }
      const token = effects.exit('spanRun');
      const [before, after] = [classifyCharacter(previous), classifyCharacter(code)];
      token.kind = types.get(`${marker}${size}`);
      token.opens = !after || (after === punctuation && Boolean(before));
      token.closes = !before || (before === punctuation && Boolean(after));
      return ok(code);
    }
  },
});

function resolve(events, context) {
  for (let close = 0; close < events.length; close += 1) {
    const [step, end] = events[close];
    if (step !== 'enter' || end.type !== 'spanRun' || !end.closes) {
      continue;
    }
    for (let open = close - 1; open >= 0; open -= 1) {
      const [side, begin] = events[open];
      if (side === 'exit' && begin.type === 'spanRun' && begin.opens && begin.kind === end.kind) {
        close = join(events, context, open, close) - 2;
        break;
      }
    }
  }
  for (const [, token] of events) {
    if (token.type === 'spanRun') {
      token.type = 'data';
    }
  }
  return events;
}

/** Puts a span around the events between two runs. Returns the place after it. */
function join(events, context, open, close) {
  const [begin, end] = [events[open][1], events[close][1]];
  begin.type = end.type = 'spanMark';
  const span = { type: 'span', kind: begin.kind, start: { ...begin.start }, end: { ...end.end } };
  const text = { type: 'spanText', start: { ...begin.end }, end: { ...end.start } };
  const joined = [['enter', span, context], ['enter', begin, context], ['exit', begin, context], ['enter', text, context]];
  splice(joined, joined.length, 0, resolveAll(context.parser.constructs.insideSpan.null, events.slice(open + 1, close), context));
  splice(joined, joined.length, 0, [['exit', text, context], ['enter', end, context], ['exit', end, context], ['exit', span, context]]);
  splice(events, open - 1, close - open + 3, joined);
  return open + joined.length;
}

const [tildes, carets] = [construct(tilde, 2), construct(caret, 1)];

export const spanSyntax = {
  text: { [tilde]: tildes, [caret]: carets },
  insideSpan: { null: [tildes, carets] },
  attentionMarkers: { null: [tilde, caret] },
};

export const spansFromMarkdown = {
  canContainEols: ['delete', 'sub', 'sup'],
  enter: { span(token) { this.enter({ type: token.kind, children: [] }, token); } },
  exit: { span(token) { this.exit(token); } },
};

/** Writes a span between its marks. */
const writer = (mark) => Object.assign((node, parent, state, info) => {
  const tracker = state.createTracker(info);
  const exit = state.enter('span');
  const value = tracker.move(mark) + tracker.move(state.containerPhrasing(node, { ...tracker.current(), before: mark, after: mark[0] })) + tracker.move(mark);
  exit();
  return value;
}, { peek: () => mark[0] });

const inPlainPlaces = ['autolink', 'destinationLiteral', 'destinationRaw', 'reference', 'titleQuote', 'titleApostrophe'];

export const spansToMarkdown = {
  handlers: { delete: writer('~~'), sub: writer('~'), sup: writer('^') },
  unsafe: ['~', '^'].map((character) => ({ character, inConstruct: 'phrasing', notInConstruct: inPlainPlaces })),
};
