// WCAG 2.5.8: 24 by 24 pixels, or as much room around as a circle of that size needs. Links within a sentence are free.
() => {
  const inSentence = element => getComputedStyle(element).display === 'inline' && [...element.parentNode.childNodes].some(node => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent));
  const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter(element => element.checkVisibility() && !element.closest('.skip'))
    // The link of a card's title covers the card.
    .map(element => ({ element, box: (element.querySelector('.map__target') ?? (element.closest('.card__title') ? element.closest('.card') : element)).getBoundingClientRect() })).filter(target => target.box.width > 0);
  const isSmall = ({ box }) => box.width < 23.5 || box.height < 23.5;
  const isNear = ({ box: a }, { box: b }) => {
    const x = a.left + a.width / 2, y = a.top + a.height / 2;
    return Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)) < 12;
  };
  return targets.filter(target => isSmall(target) && !inSentence(target.element)
    && targets.some(other => other !== target && !target.element.contains(other.element) && !other.element.contains(target.element) && isNear(target, other)))
    .map(({ element, box }) => `${Math.round(box.width)} by ${Math.round(box.height)}: ${element.outerHTML.slice(0, 80)}`);
}
