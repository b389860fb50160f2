// RGAA 8.4, 8.7 (WCAG 3.1.1, 3.1.2): the page and its passages say their language. The words of speakers are French on both sides; languages call themselves by their own name.
() => {
  const own = document.documentElement.lang, language = element => element.closest('[lang]').lang;
  const faults = /^\/..(\/|$)/.test(location.pathname) && !location.pathname.startsWith('/' + own) ? [`the page says it is in ${own}`] : [];
  for (const link of document.querySelectorAll('.lang a')) if (language(link) !== link.hreflang || link.hreflang === own) faults.push('the switch of the language has no language of its own');
  for (const words of document.querySelectorAll('blockquote')) if (language(words) !== 'fr') faults.push('a quotation has the wrong language');
  return faults;
}
