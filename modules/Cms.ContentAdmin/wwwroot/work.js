// Keeps on the server what is typed and not saved, and shows who else has the item open. The text is its author's only; without script it is kept when the
// form is sent after the sign-in has ended.
// The block keeps its names apart from those of other scripts.
{
  const form = document.querySelector('form[data-work]');
  if (form) {
    const state = () => new URLSearchParams([...new FormData(form)].filter(([name]) => !name.startsWith('__'))).toString();
    const notes = document.getElementById('work');
    let kept = state();
    let asked = Date.now();
    let busy = false;

    const send = async () => {
      const typed = state();
      const data = new FormData(form);
      if (typed === kept) {
        // Nothing new: only a sign of life.
        for (const name of [...data.keys()]) {
          if (!name.startsWith('_')) data.delete(name);
        }
      }
      busy = true;
      asked = Date.now();
      try {
        const answer = await fetch(form.dataset.work, { method: 'POST', body: new URLSearchParams(data) });
        if (answer.redirected) {
          notes.textContent = form.dataset.workLost;
          kept = typed;
        } else if (answer.ok) {
          notes.innerHTML = await answer.text();
          kept = typed;
        }
      } catch {
        // The network is away: the next turn tries again.
      } finally {
        busy = false;
      }
    };

    setInterval(() => {
      const wait = Date.now() - asked;
      if (!busy && (wait > 60_000 || (wait > 5_000 && state() !== kept))) send();
    }, 1_000);
  }
}
