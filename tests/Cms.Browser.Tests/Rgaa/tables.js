// RGAA 5.4, 5.6, 5.7 (WCAG 1.3.1): every table has a name, and headers that say what they head.
() => [...document.querySelectorAll('table')].flatMap(table => [
  ...table.caption?.textContent.trim() || table.getAttribute('aria-label') || table.getAttribute('aria-labelledby') ? [] : ['a table has no name'],
  ...table.querySelector('thead th') ? [] : ['a table has no headers'],
  ...[...table.querySelectorAll('th')].filter(th => !['col', 'row'].includes(th.scope)).map(th => `a header has no scope: ${th.textContent}`),
])
