// One Markdown field written as it will look. Its textarea stays the field that is sent, and is there again at the press of a button.
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { fixTables, tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { KeptSource } from '../markdown/kept-source.mjs';
import { schema } from '../markdown/schema.mjs';
import { commands, hasMark } from './commands.mjs';
import { keys, typedMarks } from './keys.mjs';
import { cleanPaste } from './pasting.mjs';
import { Toolbar } from './toolbar.mjs';

const { marks, nodes } = schema;
const preference = 'cms-writes-markdown';

export class Wysiwyg {
  /** @param parts what the page brings: the frame of an editor, and the dialogs */
  constructor(textarea, frame, dialogs) {
    Object.assign(this, { textarea, dialogs, frame });
    this.label = document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`);
    this.help = textarea.parentElement.querySelector('details.help');
    this.name = this.label?.querySelector('span')?.textContent ?? textarea.getAttribute('aria-label') ?? '';
    const bar = frame.querySelector('[role="toolbar"]');
    bar.setAttribute('aria-label', `${bar.getAttribute('aria-label')} – ${this.name}`);
    this.toolbar = new Toolbar(bar, commands, (name) => this.press(name), () => this.view.focus());
    this.toText = frame.querySelector('[data-press="markdown"]');
    this.toLook = frame.querySelector('[data-press="look"]');
    this.toText.addEventListener('click', () => this.show(false, true));
    this.toLook.addEventListener('click', () => this.show(true, true));
    textarea.before(frame);
    this.view = this.makeView(frame.querySelector('.wysiwyg__text'));
    this.label?.addEventListener('click', (event) => this.takeFocus(event));
    for (const link of document.querySelectorAll(`a[href="#${CSS.escape(textarea.id)}"]`)) {
      link.addEventListener('click', (event) => this.takeFocus(event));
    }
    // Browsers give fields their text back when a page is shown again.
    window.addEventListener('pageshow', () => this.refresh());
    const hadFocus = document.activeElement === textarea;
    this.show(localStorage.getItem(preference) !== 'true', hadFocus);
  }

  makeView(place) {
    this.kept = new KeptSource(this.textarea.value);
    const view = new EditorView({ mount: place }, {
      state: this.stateOf(this.kept.document),
      attributes: this.attributes(),
      dispatchTransaction: (transaction) => this.apply(transaction),
      transformPastedHTML: cleanPaste,
      handleClick: (_, __, event) => Boolean(event.target.closest('a')),
    });
    this.toolbar.update(view.state);
    return view;
  }

  stateOf(doc) {
    const actions = {
      link: () => { this.press('link'); return true; },
      toolbar: () => { this.toolbar.focus(); return true; },
    };
    const state = EditorState.create({ doc, plugins: [typedMarks, ...keys(actions), history(), tableEditing(), gapCursor()] });
    const fixed = fixTables(state);
    return fixed ? state.apply(fixed.setMeta('addToHistory', false)) : state;
  }

  attributes() {
    const { textarea } = this;
    const given = { role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.name, class: 'wysiwyg__text' };
    for (const name of ['lang', 'aria-describedby', 'aria-invalid']) {
      if (textarea.hasAttribute(name)) {
        given[name] = textarea.getAttribute(name);
      }
    }
    return given;
  }

  apply(transaction) {
    const { view } = this;
    view.updateState(view.state.apply(transaction));
    if (transaction.docChanged) {
      this.textarea.value = this.kept.write(view.state.doc);
      this.textarea.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.toolbar.update(view.state);
  }

  /** Takes over what the textarea says, where that is another text than this one. */
  refresh() {
    if (this.textarea.value !== this.kept.write(this.view.state.doc)) {
      this.kept = new KeptSource(this.textarea.value);
      this.view.updateState(this.stateOf(this.kept.document));
      this.toolbar.update(this.view.state);
    }
  }

  /** Shows the text as it will look, or its Markdown. */
  show(look, focus) {
    if (look) {
      this.refresh();
    }
    this.frame.classList.toggle('wysiwyg--markdown', !look);
    for (const part of this.frame.querySelectorAll('[data-look]')) {
      part.hidden = (part.dataset.look === 'true') !== look;
    }
    this.textarea.hidden = look;
    if (this.help) {
      this.help.hidden = look;
    }
    if (focus) {
      localStorage.setItem(preference, String(!look));
      (look ? this.view : this.textarea).focus();
    }
  }

  takeFocus(event) {
    if (this.textarea.hidden) {
      event.preventDefault();
      this.view.focus();
      this.view.dom.scrollIntoView({ block: 'nearest' });
    }
  }

  press(name) {
    const { view } = this;
    const asked = { link: () => this.link(), item: () => this.item(), picture: () => this.picture(), language: () => this.language() }[name];
    if (asked) {
      asked().finally(() => view.focus());
      return;
    }
    commands[name].run(view.state, view.dispatch, view);
    // Undoing again and again is one press after the other.
    if (document.activeElement?.closest('[role="toolbar"]') === null) {
      view.focus();
    }
  }

  async link() {
    const present = this.markHere(marks.link);
    const answer = await this.dialogs.link(present?.mark.attrs.href ?? '', !present && this.view.state.selection.empty);
    if (answer) {
      this.putMark(marks.link, present, answer.address && { href: answer.address, title: present?.mark.attrs.title ?? null }, answer.words || answer.address);
    }
  }

  async item() {
    const present = this.markHere(marks.link);
    const chosen = await this.dialogs.item();
    if (chosen) {
      this.putMark(marks.link, present, { href: chosen.value }, chosen.text);
    }
  }

  async language() {
    const present = this.markHere(marks.language);
    const answer = await this.dialogs.language(present?.mark.attrs.lang ?? '');
    if (answer) {
      this.putMark(marks.language, present, answer.lang && { lang: answer.lang }, '');
    }
  }

  async picture() {
    const { selection } = this.view.state;
    const present = selection instanceof NodeSelection && selection.node.type === nodes.image ? selection.node : null;
    const answer = await this.dialogs.picture(present ? { ...present.attrs, isThere: true } : {});
    if (answer) {
      const { tr } = this.view.state;
      this.view.dispatch((answer.src ? tr.replaceSelectionWith(nodes.image.create({ title: present?.attrs.title ?? null, ...answer }), false) : tr.deleteSelection()).scrollIntoView());
    }
  }

  /** The mark of a type at the selection, as far as it goes on. */
  markHere(type) {
    const { selection: { $from, from, to, empty }, doc } = this.view.state;
    if (!hasMark(this.view.state, type) && !(empty && type.isInSet($from.nodeAfter?.marks ?? []))) {
      return null;
    }
    let found = null;
    doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (node, place) => {
      const mark = node.isInline ? type.isInSet(node.marks) : null;
      if (mark && place <= to && place + node.nodeSize >= from) {
        found = found?.mark.eq(mark) ? { ...found, to: place + node.nodeSize } : found ?? { mark, from: place, to: place + node.nodeSize };
      }
      return true;
    });
    return found;
  }

  /** Puts a mark on the selection or in the place of one, takes it away, or inserts words with it where nothing is selected. */
  putMark(type, present, attributes, words) {
    const { tr, selection } = this.view.state;
    const { from, to } = present ?? selection;
    if (!attributes) {
      tr.removeMark(from, to, type);
    } else if (from < to) {
      tr.removeMark(from, to, type).addMark(from, to, type.create(attributes));
    } else if (words) {
      const marked = type.create(attributes).addToSet(this.view.state.storedMarks ?? selection.$from.marks());
      tr.replaceSelectionWith(schema.text(words, marked), false);
      tr.setSelection(TextSelection.create(tr.doc, from + words.length)).removeStoredMark(type);
    }
    this.view.dispatch(tr.scrollIntoView());
  }
}
