// A box that selects every row of a list. Without this script rows are selected one by one.
for (const table of document.querySelectorAll("table[data-selection]")) {
  const form = document.getElementById(table.dataset.selection);
  const boxes = [...table.querySelectorAll("input[type=checkbox]")];
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", form.dataset.all);
  all.addEventListener("change", () => boxes.forEach(box => { box.checked = all.checked; }));
  table.addEventListener("change", () => {
    const count = boxes.filter(box => box.checked).length;
    all.checked = count === boxes.length;
    all.indeterminate = count > 0 && count < boxes.length;
  });
  table.tHead.rows[0].cells[0].replaceChildren(all);
}
