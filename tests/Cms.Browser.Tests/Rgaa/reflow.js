// RGAA 10.4, 10.11, 10.12 (WCAG 1.4.4, 1.4.10, 1.4.12): the page does not scroll sideways, nothing stands out of the window, no text is cut by its box.
// What scrolls in a box that the keyboard reaches (a month, a table) may; labels of a map hide until they are asked for, and stand in the list beside it.
() => {
  const root = document.documentElement;
  const lost = () => {
    const faults = [], wide = root.clientWidth;
    if (root.scrollWidth > wide) faults.push(`scrolls sideways, ${root.scrollWidth} pixels`);
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.textContent.trim() || element.closest('svg, .sr, .skip, [role=region][tabindex="0"]') || !element.checkVisibility()) continue;
      const box = element.getBoundingClientRect(), style = getComputedStyle(element);
      if (box.width > 0 && (box.right > wide + 1 || box.left < -1)) faults.push(`out of the window: ${element.outerHTML.slice(0, 80)}`);
      const cuts = style.overflowX !== 'visible' && !['auto', 'scroll'].includes(style.overflowY);
      if (cuts && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) faults.push(`cut: ${element.outerHTML.slice(0, 80)}`);
    }
    return faults;
  };
  const faults = lost();
  if (innerWidth < 1280) return faults;

  // As the bookmarklet of WCAG 1.4.12 sets them; a constructed sheet passes the content security policy.
  const spaced = new CSSStyleSheet();
  spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
  document.adoptedStyleSheets = [spaced];
  faults.push(...lost().map(fault => `with more space: ${fault}`));
  document.adoptedStyleSheets = [];

  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
  faults.push(...lost().map(fault => `with text twice as large: ${fault}`));
  root.style.fontSize = '';
  return faults;
}
