// RGAA 12.2 to 12.5 (WCAG 2.4.5, 3.2.3): where menu, search, language and site map stand and lead; the same on every page of a language.
() => {
  const box = selector => { const { left, top, width } = document.querySelector(selector).getBoundingClientRect(); return [left, top, width].map(Math.round).join(' '); };
  const links = selector => [...document.querySelectorAll(`${selector} a`)].map(a => `${a.textContent.trim()} ${a.pathname}`).join(', ');
  const search = document.querySelector('header form[role=search]');
  return [`menu at ${box('#menu')}`, `menu: ${links('#menu')}`, `search at ${box('header form[role=search]')}`, `searched at ${new URL(search.action).pathname}`,
    `language at ${box('.lang')}`, `footer: ${links('footer nav')}`, `site map at place ${[...document.querySelectorAll('footer a')].findIndex(a => /plan-du-site|site-map/.test(a.href))}`];
}
