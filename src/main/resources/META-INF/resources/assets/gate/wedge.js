/** Between two keys of a scanner; people type slower. */
const GAP = 80;
/** After the last one, when a scanner sends no Enter; a busy device or a weak radio may hold up so many keys as long. */
const END = 600;
const SHORTEST = 10;

/**
 * Hears scanners that act as keyboards, wherever the focus is but in a field.
 * @param {(text: string) => void} scanned
 * @param {EventTarget} target
 */
export function listenForScanner(scanned, target = document) {
  let text = '';
  let last = 0;
  let alarm = 0;

  function take() {
    const whole = text;
    text = '';
    if (whole.length < SHORTEST) return false;
    scanned(plain(whole));
    return true;
  }

  target.addEventListener(
    'keydown',
    (event) => {
      const {key, timeStamp, ctrlKey, altKey, metaKey, target: where} = /** @type {KeyboardEvent} */ (event);
      if (ctrlKey || altKey || metaKey || (where instanceof HTMLInputElement && where.type !== 'checkbox')) return;
      clearTimeout(alarm);
      if (timeStamp - last > (text.length < SHORTEST ? GAP : END) && key !== 'Enter') text = '';
      last = timeStamp;
      if (key === 'Enter' && take()) {
        // Else it would also press the button that has the focus.
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if ([...key].length === 1) {
        text += key;
        alarm = setTimeout(take, END);
      }
    },
    true,
  );
}

/**
 * A Chinese input method turns digits and signs into their wide forms.
 * @param {string} text
 */
export const plain = (text) => text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ').trim();
