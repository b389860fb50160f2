// Keys and what is made of typed marks. Tab is left alone: it leads out of the text, as everywhere on the page.
import { baseKeymap, chainCommands, exitCode, setBlockType } from 'prosemirror-commands';
import { inputRules, textblockTypeInputRule, wrappingInputRule, InputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { goToNextCell, isInTable } from 'prosemirror-tables';
import { schema } from '../markdown/schema.mjs';
import { commands } from './commands.mjs';

const { nodes } = schema;

/** @param actions what the editor does itself: `link`, `toolbar` */
export function keys(actions) {
  const bound = {
    'Mod-b': commands.strong.run,
    'Mod-i': commands.em.run,
    'Mod-z': commands.undo.run,
    'Shift-Mod-z': commands.redo.run,
    'Mod-y': commands.redo.run,
    'Mod-k': actions.link,
    'Mod-Alt-0': setBlockType(nodes.paragraph),
    'Mod-Alt-2': guarded('heading-2'),
    'Mod-Alt-3': guarded('heading-3'),
    'Mod-Alt-4': guarded('heading-4'),
    'Mod-]': sinkListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item),
    'Alt-F10': actions.toolbar,
    Escape: actions.toolbar,
    // In a cell Enter leads on to the next: a cell has one line.
    Enter: chainCommands((state, dispatch) => isInTable(state) && (goToNextCell(1)(state, dispatch) || true), splitListItem(nodes.list_item)),
    'Shift-Enter': chainCommands(exitCode, lineBreak),
  };
  return [keymap(bound), keymap(baseKeymap)];
}

const guarded = (name) => (state, dispatch) => commands[name].can(state) && commands[name].run(state, dispatch);

function lineBreak(state, dispatch) {
  if (!isInTable(state) && state.selection.$from.parent.type !== nodes.heading) {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  }
  return true;
}

/** Who is used to Markdown types its marks at the start of a line. */
export const typedMarks = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
    textblockTypeInputRule(/^```$/, nodes.code_block),
    wrappingInputRule(/^>\s$/, nodes.blockquote),
    wrappingInputRule(/^[-*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^(\d{1,4})[.)]\s$/, nodes.ordered_list, (match) => ({ start: Number(match[1]) }), (match, node) => node.childCount + node.attrs.start === Number(match[1])),
    new InputRule(/^---$/, (state, match, start) => {
      const $start = state.doc.resolve(start);
      return $start.depth === 1 ? state.tr.replaceWith($start.before(), $start.after(), [nodes.horizontal_rule.create(), nodes.paragraph.create()]) : null;
    }),
  ],
});
