// RGAA 10.1, 10.2 (WCAG 1.3.1): nothing is said by the style alone, and without it the page is whole and in order.
() => {
  const words = () => document.querySelector('main').textContent.replace(/\s+/g, ' ').trim(), before = words();
  const faults = [...document.body.querySelectorAll('*')].flatMap(element => ['::before', '::after'].map(part => getComputedStyle(element, part).content))
    .filter(content => /[\p{L}\p{N}]/u.test(content.replace(/none|normal|counter\([^)]*\)/g, ''))).map(content => `said by the style alone: ${content}`);
  for (const sheet of document.styleSheets) sheet.disabled = true;
  const tops = ['.skip', 'header', 'main', 'footer'].flatMap(selector => document.querySelector(selector) ?? []).map(element => element.getBoundingClientRect().top);
  if (words() !== before || !document.querySelector('main h1').checkVisibility()) faults.push('text is missing without style');
  if (tops.some((top, i) => i > 0 && top <= tops[i - 1])) faults.push('the parts of the page are in another order without style');
  for (const sheet of document.styleSheets) sheet.disabled = false;
  return faults;
}
