// Asks the website, a moment after the last key, what in the form is hard to use for some people, and shows it beside the fields.
const pause = 1200;

export class Checks {
  /** @param place what the server rendered: data-check is the address to ask */
  constructor(form, place) {
    Object.assign(this, { form, place });
    this.distribute();
    form.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), pause);
    });
  }

  async ask() {
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const answer = await fetch(this.place.dataset.check, { method: 'POST', body: new URLSearchParams(new FormData(this.form)), signal: this.asked.signal });
      if (answer.ok) {
        this.show(await answer.text());
      }
    } catch {
      // Without an answer what was found before stays; the next key asks again.
    }
  }

  show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-check]');
    const status = this.place.querySelector('[role="status"]');
    const words = fresh.querySelector('[role="status"]').textContent;
    // The live region stays the same element, or nobody would hear of the change.
    if (status.textContent !== words) {
      status.textContent = words;
    }
    this.place.querySelector('[data-list]').replaceChildren(...fresh.querySelector('[data-list]').childNodes);
    this.distribute();
  }

  /** Beside each field what is found in it. */
  distribute() {
    document.querySelectorAll('.findings--field').forEach((old) => old.remove());
    const lists = new Map();
    for (const finding of this.place.querySelectorAll('[data-for]')) {
      const field = document.getElementById(finding.dataset.for)?.closest('.field');
      if (field) {
        if (!lists.has(field)) {
          const list = Object.assign(document.createElement('ul'), { className: 'findings findings--field' });
          field.append(list);
          lists.set(field, list);
        }
        const copy = document.createElement('li');
        copy.className = finding.className;
        copy.append(...[...finding.querySelectorAll('[data-words]')].flatMap((words) => [words.cloneNode(true), ' ']));
        lists.get(field).append(copy);
      }
    }
  }
}
