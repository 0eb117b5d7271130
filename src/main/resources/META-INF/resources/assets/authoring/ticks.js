// One box that ticks all rows of a list (items, applications); without this script each is ticked by itself.
const all = /** @type {HTMLInputElement|null} */ (document.querySelector('.tick-all input'));
const rows = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[form=bulk][name=item]'));

if (all?.parentElement) {
  all.parentElement.hidden = false;
  all.addEventListener('change', () => rows.forEach((row) => { row.checked = all.checked; }));
  rows.forEach((row) => row.addEventListener('change', () => {
    const ticked = [...rows].filter((each) => each.checked).length;
    all.checked = ticked === rows.length;
    all.indeterminate = ticked > 0 && ticked < rows.length;
  }));
}
