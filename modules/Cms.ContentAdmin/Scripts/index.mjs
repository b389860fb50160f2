// The script of the editor of content. The form works without it.
import { Checks } from './editor/checks.mjs';
import { Dialogs } from './editor/dialogs.mjs';
import { Position } from './editor/position.mjs';
import { Wysiwyg } from './editor/wysiwyg.mjs';

const template = document.querySelector('template[data-wysiwyg]');
if (template) {
  const dialogs = document.createElement('div');
  dialogs.append(...template.content.querySelectorAll('dialog'));
  document.body.append(dialogs);
  const frame = template.content.querySelector('.wysiwyg');
  for (const textarea of document.querySelectorAll('textarea[data-markdown]')) {
    new Wysiwyg(textarea, frame.cloneNode(true), new Dialogs(dialogs));
  }
}

const map = document.querySelector('template[data-map]');
if (map) {
  for (const inputs of document.querySelectorAll('[data-position]')) {
    new Position(inputs, map.content.firstElementChild.cloneNode(true), map.dataset.map);
  }
}

const findings = document.querySelector('[data-check]');
if (findings) {
  new Checks(findings.closest('form'), findings);
}
