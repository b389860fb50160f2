// What the buttons of the toolbar do. Each has `run`; `isOn` where it can be pressed, `can` where it is not always of use.
import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection } from 'prosemirror-state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable, selectedRect } from 'prosemirror-tables';
import { schema } from '../markdown/schema.mjs';

const { nodes, marks } = schema;

const mark = (type) => ({ run: toggleMark(type), isOn: (state) => hasMark(state, type) });

/** True when the selection has a mark, or what is typed next will have it. */
export function hasMark({ selection, doc, storedMarks }, type) {
  const { from, to, empty, $from } = selection;
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

/** The block around the selection that is of one of some types, with its depth; null for none. */
export function around({ selection: { $from } }, ...types) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (types.includes(node.type)) {
      return { node, depth, start: $from.before(depth) };
    }
  }
  return null;
}

/** Level of the last heading before the selection, 1 where there is none: the next may be one deeper, so that no level is left out (RGAA 9.1). */
function outerLevel({ doc, selection }) {
  let level = 1;
  doc.nodesBetween(0, selection.$from.before(1), (node) => {
    if (node.type === nodes.heading) {
      level = node.attrs.level;
    }
    return false;
  });
  return level;
}

const heading = (level) => ({
  run: (state, dispatch) => (isHeading(state, level) ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level }))(state, dispatch),
  isOn: (state) => isHeading(state, level),
  can: (state) => isHeading(state, level) || (state.selection.$from.depth > 0 && level <= outerLevel(state) + 1 && setBlockType(nodes.heading, { level })(state)),
});

const isHeading = ({ selection: { $from } }, level) => $from.parent.type === nodes.heading && $from.parent.attrs.level === level;

/** A list is made, becomes one of the other kind, or is taken apart. */
const list = (type, other) => ({
  run: (state, dispatch) => {
    const inner = around(state, type, other);
    if (inner?.node.type === other) {
      dispatch?.(state.tr.setNodeMarkup(inner.start, type, { spread: inner.node.attrs.spread }));
      return true;
    }
    return (inner ? liftListItem(nodes.list_item) : wrapInList(type))(state, dispatch);
  },
  isOn: (state) => around(state, type, other)?.node.type === type,
});

const inTable = (run, can = isInTable) => ({ run, can: (state) => isInTable(state) && can(state), isTable: true });

/** The row of headers stays: without it the table would be none. */
const isBelowHeader = (state) => isInTable(state) && selectedRect(state).top > 0;

export const commands = {
  'heading-2': heading(2),
  'heading-3': heading(3),
  'heading-4': heading(4),
  strong: mark(marks.strong),
  em: mark(marks.em),
  code: mark(marks.code),
  bullets: list(nodes.bullet_list, nodes.ordered_list),
  numbers: list(nodes.ordered_list, nodes.bullet_list),
  deeper: { run: sinkListItem(nodes.list_item), can: (state) => sinkListItem(nodes.list_item)(state) },
  shallower: { run: liftListItem(nodes.list_item), can: (state) => liftListItem(nodes.list_item)(state) },
  quote: {
    run: (state, dispatch) => (around(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch),
    isOn: (state) => Boolean(around(state, nodes.blockquote)),
  },
  rule: { run: (state, dispatch) => insertBlock(state, dispatch, nodes.horizontal_rule.create()), can: (state) => !isInTable(state) },
  table: { run: (state, dispatch) => insertBlock(state, dispatch, emptyTable(2, 3)), can: (state) => !isInTable(state) },
  'row-add': inTable(addRowAfter),
  'row-remove': inTable(deleteRow, isBelowHeader),
  'column-add': inTable(addColumnAfter),
  'column-remove': inTable(deleteColumn),
  'table-remove': inTable(deleteTable),
  undo: { run: undo, can: (state) => undoDepth(state) > 0 },
  redo: { run: redo, can: (state) => redoDepth(state) > 0 },
};

function emptyTable(columns, rows) {
  const row = (type) => nodes.table_row.create(null, Array.from({ length: columns }, () => type.createAndFill()));
  return nodes.table.create(null, [row(nodes.table_header), ...Array.from({ length: rows - 1 }, () => row(nodes.table_cell))]);
}

/** Puts a block after the one that holds the selection, or in its place where that is empty, and the cursor into it or after it. */
function insertBlock(state, dispatch, block) {
  const { $from } = state.selection;
  if (!dispatch || $from.depth === 0) {
    return Boolean($from.depth);
  }
  const isEmpty = $from.parent.isTextblock && $from.parent.content.size === 0;
  const [from, to] = isEmpty ? [$from.before(), $from.after()] : [$from.after(), $from.after()];
  const tr = state.tr.replaceWith(from, to, block);
  const end = tr.mapping.map(to);
  if (!tr.doc.resolve(end).nodeAfter) {
    tr.insert(end, nodes.paragraph.create());
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(block.type === nodes.table ? from + 1 : end), 1));
  dispatch(tr.scrollIntoView());
  return true;
}
