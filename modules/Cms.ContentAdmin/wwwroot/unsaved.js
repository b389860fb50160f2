// Asks before a page with typed and unsaved text is left. Without it nothing else changes: every button works without script.
const form = document.querySelector('form[data-unsaved], form.form');
if (form) {
  const state = () => new URLSearchParams(new FormData(form)).toString();
  const saved = form.dataset.unsaved ? null : state();
  let leaving = false;
  form.addEventListener('submit', event => {
    // A preview opens beside the form, which stays.
    leaving = event.submitter?.formTarget !== '_blank';
  });
  window.addEventListener('pageshow', () => { leaving = false; });
  window.addEventListener('beforeunload', event => {
    if (!leaving && state() !== saved) {
      event.preventDefault();
    }
  });
}
