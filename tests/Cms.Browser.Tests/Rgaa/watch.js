// RGAA 10.7, 12.8 (WCAG 2.4.3, 2.4.7): notes at each stop of the Tab key whether the focus shows, and whether the stop follows the one before in the document.
() => {
  const stops = [], faults = [], name = element => (element.getAttribute('aria-label') || element.textContent.trim() || element.id || element.tagName).slice(0, 40);
  const tabbable = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(e => e.checkVisibility() && !e.disabled);
  // Where the page scrolls to is looked at, not the way there.
  document.documentElement.style.scrollBehavior = 'auto';
  window.walk = { stops, faults, expected: tabbable.length };
  const shows = element => [element, ...element.querySelectorAll('*')].some(part => [null, '::after'].some(pseudo => {
    const style = getComputedStyle(part, pseudo);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (part.classList.contains('map__target') && style.stroke !== 'none');
  }));
  document.addEventListener('focusin', ({ target: element }) => {
    const last = stops.at(-1);
    stops.push(element);
    if (last && !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push(`${name(element)} comes after ${name(last)}`);
    if (!shows(element)) faults.push(`the focus does not show on ${name(element)}`);
    if (element.closest('svg')) return;
    // WCAG 2.4.11: in the window, and nothing lies over it. A map's point may lie on another's target: it has a link of its own in the list.
    const box = [...element.getClientRects()].find(b => b.width > 0) ?? element.getBoundingClientRect(), inside = (at, end) => Math.min(Math.max(at, 0), end - 1);
    requestAnimationFrame(() => {
      const now = [...element.getClientRects()].find(b => b.width > 0) ?? box;
      if (document.activeElement !== element) return;
      if (now.bottom < 0 || now.top > innerHeight) faults.push(`out of sight: ${name(element)}`);
      const at = document.elementFromPoint(inside(now.left + now.width / 2, innerWidth), inside(now.top + now.height / 2, innerHeight));
      if (at && !element.contains(at) && !at.contains(element)) faults.push(`covered: ${name(element)}`);
    });
  });
}
