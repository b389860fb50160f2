// What is pasted from Word and web pages, made into what a text can be. The schema refuses everything else, and all HTML.
const noise = 'script, style, meta, link, title, template, iframe, object, svg, xml, o\\:p, [hidden], [aria-hidden="true"]';
const wordLevel = /mso-list:\s*l\d+\s+level(\d)/i;
const number = /^\s*(?:\d+|[a-z])[.)]/i;

export function cleanPaste(html) {
  // What this editor copied is clean.
  if (/<[^>]+ data-pm-slice=/.test(html)) {
    return html;
  }
  const page = new DOMParser().parseFromString(inert(html), 'text/html');
  const { body } = page;
  body.querySelectorAll(noise).forEach((node) => node.remove());
  wordLists(page);
  body.querySelectorAll('h1, h5, h6').forEach((heading) => rename(heading, heading.localName === 'h1' ? 'h2' : 'h4'));
  body.querySelectorAll('table').forEach(plainTable);
  body.querySelectorAll('img').forEach((picture) => picture.remove());
  return body.innerHTML;
}

/** Without scripts and styles, of which the page's policy would complain; the style of an element is read as data. */
const inert = (html) => html
  .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
  .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2').replace(/(\s)on\w+(\s*=)/gi, '$1data-on$2'));

function rename(element, name) {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

/** Word writes lists as paragraphs whose style names the list and the level, the mark as text. */
function wordLists(page) {
  let lists = [];
  for (const line of [...page.body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    const level = Number(wordLevel.exec(line.getAttribute('data-style') ?? '')?.[1] ?? 0);
    if (level === 0) {
      lists = [];
      continue;
    }
    const mark = [...line.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''));
    const isNumbered = number.test(mark?.textContent ?? '');
    mark?.remove();
    lists.length = Math.min(lists.length, level);
    const place = line.previousSibling;
    while (lists.length < level) {
      const list = page.createElement(isNumbered ? 'ol' : 'ul');
      const outer = lists.at(-1);
      if (outer) {
        (outer.lastElementChild ?? outer.appendChild(page.createElement('li'))).append(list);
      } else if (place) {
        place.after(list);
      } else {
        line.before(list);
      }
      lists.push(list);
    }
    const item = page.createElement('li');
    const text = page.createElement('p');
    text.append(...line.childNodes);
    item.append(text);
    lists.at(-1).append(item);
    line.remove();
  }
}

/** A cell is one line and stands in one column; the first row is the header. */
function plainTable(table) {
  table.querySelectorAll('table').forEach((inner) => inner.replaceWith(inner.textContent));
  table.querySelectorAll('td, th').forEach((cell) => {
    const others = Math.min(Number.parseInt(cell.getAttribute('colspan'), 10) || 1, 20) - 1;
    cell.after(...Array.from({ length: others }, () => table.ownerDocument.createElement(cell.localName)));
    cell.removeAttribute('colspan');
    cell.removeAttribute('rowspan');
    cell.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6, br').forEach((block) => {
      block.after(' ');
      block.replaceWith(...block.childNodes);
    });
    cell.querySelectorAll('ul, ol').forEach((block) => block.replaceWith(...block.childNodes));
  });
  table.querySelectorAll('tr:first-of-type td').forEach((cell) => {
    if (cell.closest('tr') === table.querySelector('tr')) {
      rename(cell, 'th');
    }
  });
}
