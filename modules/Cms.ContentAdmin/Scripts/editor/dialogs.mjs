// The dialogs of the editor: link, content of the website, picture, language of a passage. Their texts come with the page.
import { completeAddress, isAllowedLink, mediaUrl } from '../markdown/addresses.mjs';

const pause = 250;

export class Dialogs {
  constructor(root) {
    this.root = root;
  }

  /** The address of a link; null when it is given up, an empty address to remove the link. */
  async link(address, needsWords) {
    const dialog = this.find('link');
    const [input, words] = [field(dialog, 'address'), field(dialog, 'words')];
    input.value = address;
    words.value = '';
    words.closest('.field').hidden = !needsWords;
    input.oninput = () => input.setCustomValidity('');
    const isDone = await open(dialog, Boolean(address), () => {
      input.value = completeAddress(input.value);
      input.setCustomValidity(isAllowedLink(input.value) ? '' : input.dataset.refused);
      return input.reportValidity();
    });
    return isDone && (isDone === 'remove' ? { address: '' } : { address: input.value, words: words.value.trim() });
  }

  /** Something of the website, found by its title. */
  async item() {
    const dialog = this.find('item');
    const found = new Found(dialog);
    await found.begin();
    return await open(dialog, false, () => found.check()) && found.chosen;
  }

  /** A picture of the media folder with its alternative text, empty for one that only decorates. */
  async picture({ src = '', alt = '', isThere = false } = {}) {
    const dialog = this.find('picture');
    const found = new Found(dialog, src);
    const [text, decorative] = [field(dialog, 'alt'), field(dialog, 'decorative')];
    [text.value, decorative.checked] = [alt, isThere && alt === ''];
    const update = () => {
      text.disabled = decorative.checked;
      text.required = !decorative.checked;
    };
    decorative.onchange = update;
    update();
    await found.begin();
    const isDone = await open(dialog, isThere, () => found.check() && text.reportValidity());
    return isDone && (isDone === 'remove' ? { src: '' } : { src: found.chosen.value, alt: decorative.checked ? '' : text.value.trim() });
  }

  /** The language of a passage. */
  async language(lang) {
    const dialog = this.find('language');
    const select = field(dialog, 'lang');
    if (lang && ![...select.options].some((option) => option.value === lang)) {
      select.add(new Option(lang, lang));
    }
    select.value = lang || select.options[0].value;
    const isDone = await open(dialog, Boolean(lang), () => true);
    return isDone && { lang: isDone === 'remove' ? '' : select.value };
  }

  find(name) {
    return this.root.querySelector(`dialog[data-dialog="${name}"]`);
  }
}

const field = (dialog, name) => dialog.querySelector(`[data-field="${name}"]`);

/** Shows a dialog until it is done. Returns null, "done" or "remove". */
function open(dialog, canRemove, check) {
  const remove = dialog.querySelector('[data-press="remove"]');
  if (remove) {
    remove.hidden = !canRemove;
  }
  return new Promise((resolve) => {
    dialog.onclick = (event) => {
      const press = event.target.closest('[data-press]')?.dataset.press;
      if (press === 'cancel') {
        dialog.close('');
      } else if (press === 'remove' || (press === 'done' && check())) {
        dialog.close(press);
      }
    };
    dialog.onkeydown = (event) => {
      if (event.key === 'Enter' && event.target.matches('input:not([type="search"])')) {
        event.preventDefault();
        if (check()) {
          dialog.close('done');
        }
      }
    };
    dialog.onclose = () => resolve(dialog.returnValue || null);
    dialog.returnValue = '';
    dialog.showModal();
  });
}

/** A search whose hits can be chosen. */
class Found {
  constructor(dialog, chosen = '') {
    this.list = dialog.querySelector('[data-found]');
    this.status = dialog.querySelector('[data-found-status]');
    this.search = field(dialog, 'search');
    this.chosen = chosen ? { value: chosen, text: chosen.replace(/^media:/, '') } : null;
    this.search.value = '';
    this.search.oninput = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.load(), pause);
    };
    this.search.onkeydown = (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
      }
    };
    this.list.onchange = (event) => {
      this.chosen = { value: event.target.value, text: event.target.dataset.text };
      this.search.setCustomValidity('');
    };
  }

  begin() {
    return this.load();
  }

  check() {
    this.search.setCustomValidity(this.chosen ? '' : this.search.dataset.refused);
    return this.search.reportValidity();
  }

  async load() {
    const address = `${this.list.dataset.found}?text=${encodeURIComponent(this.search.value.trim())}`;
    this.asked = address;
    const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null);
    const { hits, words } = answer?.ok ? await answer.json() : { hits: [], words: this.list.dataset.failed };
    // A slow answer to an earlier question says nothing about this one.
    if (this.asked !== address) {
      return;
    }
    this.status.textContent = words;
    const chosen = this.chosen && !hits.some((hit) => hit.value === this.chosen.value) ? [{ ...this.chosen, note: '' }] : [];
    this.list.replaceChildren(...[...chosen, ...hits].map((hit) => this.choice(hit)));
  }

  choice({ value, text, language, note }) {
    const label = document.createElement('label');
    label.className = 'check';
    const input = Object.assign(document.createElement('input'), { type: 'radio', name: `found-${this.list.id}`, value, checked: this.chosen?.value === value });
    input.dataset.text = text;
    const words = document.createElement('span');
    words.textContent = text;
    if (language) {
      words.lang = language;
    }
    label.append(input, words);
    const picture = mediaUrl(value);
    if (picture) {
      label.append(Object.assign(document.createElement('img'), { src: picture, alt: '', loading: 'lazy', className: 'wysiwyg__thumb' }));
    }
    if (note) {
      const small = document.createElement('span');
      small.className = 'note';
      small.textContent = note;
      label.append(small);
    }
    return label;
  }
}
