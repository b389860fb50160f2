// The toolbar: one stop of the Tab key, arrows between its buttons (WAI-ARIA, toolbar pattern).
const arrows = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class Toolbar {
  /**
   * @param element role=toolbar, its buttons with data-command
   * @param commands by name
   * @param press what a button does, by its name
   * @param leave back into the text
   */
  constructor(element, commands, press, leave) {
    Object.assign(this, { element, commands, leave });
    this.buttons = [...element.querySelectorAll('button[data-command]')];
    this.stop(this.buttons[0]);
    // The text keeps its selection when a button is clicked.
    element.addEventListener('mousedown', (event) => event.preventDefault());
    element.addEventListener('click', (event) => {
      const button = event.target.closest('button[data-command]');
      if (button && button.getAttribute('aria-disabled') !== 'true') {
        this.stop(button);
        press(button.dataset.command);
      }
    });
    element.addEventListener('focusin', (event) => this.stop(event.target.closest('button[data-command]')));
    element.addEventListener('keydown', (event) => this.key(event));
  }

  focus() {
    this.stopped.focus();
  }

  update(state) {
    for (const button of this.buttons) {
      const command = this.commands[button.dataset.command];
      if (command?.isOn) {
        button.setAttribute('aria-pressed', String(command.isOn(state)));
      }
      const can = command?.can?.(state) ?? true;
      if (command?.isTable) {
        button.parentElement.hidden = !this.commands['table-remove'].can(state);
      }
      button.setAttribute('aria-disabled', String(!can));
    }
    if (!isShown(this.stopped)) {
      this.stop(this.buttons.find(isShown));
    }
  }

  stop(button) {
    if (button) {
      this.stopped = button;
      this.buttons.forEach((other) => { other.tabIndex = other === button ? 0 : -1; });
    }
  }

  key(event) {
    const shown = this.buttons.filter(isShown);
    const at = shown.indexOf(this.stopped);
    const to = event.key in arrows ? shown.at((at + arrows[event.key] + shown.length) % shown.length) : { Home: shown[0], End: shown.at(-1) }[event.key];
    if (to) {
      to.focus();
    } else if (event.key === 'Escape') {
      this.leave();
    } else {
      return;
    }
    event.preventDefault();
  }
}

const isShown = (button) => !button.closest('[hidden]');
