// @ts-check
// A group of the menu that stands open closes when the reader goes elsewhere.

/** @returns {HTMLDetailsElement | null} */
const open = () => document.querySelector('header.site nav details[open]');

document.addEventListener('click', (event) => {
  const group = open();
  if (group && !group.contains(/** @type {Node} */ (event.target))) group.open = false;
});
document.addEventListener('focusin', (event) => {
  const group = open();
  if (group && !group.contains(/** @type {Node} */ (event.target))) group.open = false;
});
document.addEventListener('keydown', (event) => {
  const group = open();
  if (event.key === 'Escape' && group) {
    group.open = false;
    group.querySelector('summary')?.focus();
  }
});
