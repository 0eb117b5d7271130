/**
 * The whole examination by keyboard. Letters act only where nobody is typing; they can be turned off.
 * @param {object} acts
 * @param {() => boolean} acts.active the question can be answered
 * @param {() => boolean} acts.letters
 * @param {(step: -1|1) => void} acts.move
 * @param {(place: number) => void} acts.press
 * @param {{[key: string]: () => void}} acts.keys by lower-case key; these act on every view
 */
export function watchKeys({active, letters, move, press, keys}) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) return;
    const target = /** @type {Element} */ (event.target);
    if (target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')) return;
    const key = event.key.toLowerCase();
    if (active() && (key === 'arrowleft' || key === 'arrowright')) {
      // On a radio button these keys would change the answer unseen.
      event.preventDefault();
      move(key === 'arrowleft' ? -1 : 1);
    } else if (active() && (key === 'pageup' || key === 'pagedown')) {
      event.preventDefault();
      move(key === 'pageup' ? -1 : 1);
    } else if (!letters()) return;
    else if (active() && /^[1-9]$/.test(key)) press(Number(key) - 1);
    else if (active() && /^[a-e]$/.test(key)) press('abcde'.indexOf(key));
    else keys[key]?.();
  });
}
