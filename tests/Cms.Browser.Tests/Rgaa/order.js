// RGAA 10.3, 12.8 (WCAG 1.3.2, 2.4.3): style moves nothing out of the order of the document.
() => [...document.body.querySelectorAll('*')].flatMap(element => {
  const style = getComputedStyle(element), faults = [];
  if (style.order !== '0') faults.push('order');
  if (style.display.includes('flex') && style.flexDirection.endsWith('reverse')) faults.push('reversed');
  if (['left', 'right'].includes(style.float)) faults.push('float');
  if (element.tabIndex > 0) faults.push('tabindex');
  return faults.map(fault => `${fault}: ${element.outerHTML.slice(0, 80)}`);
})
