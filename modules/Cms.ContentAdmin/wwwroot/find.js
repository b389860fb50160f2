// Quick navigation: Ctrl+K (⌘K) opens it anywhere in the administration, arrow keys choose, Enter goes. Without script the link leads to the same as a page.
// The block keeps its names apart from those of other scripts.
{
  const link = document.querySelector('a[data-find]');
  if (link) {
    const dialog = document.createElement('dialog');
    dialog.className = 'find-window';
    dialog.setAttribute('aria-label', link.textContent.trim());
    const input = document.createElement('input');
    input.type = 'search';
    input.className = 'field__input';
    input.setAttribute('aria-label', link.dataset.find);
    const places = document.createElement('div');
    places.setAttribute('aria-live', 'polite');
    dialog.append(input, places);
    document.body.append(dialog);
    let turn = 0;
    let waiting;

    const show = async () => {
      const mine = ++turn;
      const answer = await fetch(`${link.pathname}?fragment=true&q=${encodeURIComponent(input.value)}`);
      if (mine === turn && answer.ok && !answer.redirected) places.innerHTML = await answer.text();
    };
    const open = () => {
      input.value = '';
      dialog.showModal();
      show();
    };

    link.addEventListener('click', event => { event.preventDefault(); open(); });
    document.addEventListener('keydown', event => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (!dialog.open) open();
      }
    });
    input.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(show, 150);
    });
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('keydown', event => {
      const links = [...places.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        (links[at + 1] ?? links[0])?.focus();
      } else if (event.key === 'ArrowUp') {
        event.preventDefault();
        (at > 0 ? links[at - 1] : input).focus();
      } else if (event.key === 'Enter' && document.activeElement === input) {
        event.preventDefault();
        links[0]?.click();
      }
    });
  }
}
