// RGAA 9.1 (WCAG 1.3.1, 2.4.6): one heading of the first level comes first, and no level is left out.
() => {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => ({ level: +h.tagName[1], text: h.textContent.trim() }));
  const faults = headings.filter(({ level }, i) => i > 0 && level > headings[i - 1].level + 1).map(({ level, text }) => `level ${level} comes too early: ${text}`);
  if (headings.filter(({ level }) => level === 1).length !== 1 || headings[0].level !== 1) faults.push('one heading of the first level should come first');
  return faults.concat(headings.filter(({ text }) => !text).map(({ level }) => `empty heading of level ${level}`));
}
