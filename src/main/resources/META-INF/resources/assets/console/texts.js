/** Texts of the page, with {0}, {1} … filled in. @returns {import('./types.js').Say} */
export function createTexts() {
  /** @type {{[key: string]: string}} */
  const given = JSON.parse(document.getElementById('room-texts')?.textContent ?? '{}');
  return (key, ...values) => (given['invigilation_' + key] ?? key).replace(/\{(\d)\}/g, (_, n) => String(values[Number(n)] ?? ''));
}

/** Writes only what differs, so that nothing flickers and nothing is read out twice. @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Element} element @param {string} name @param {string} value */
export function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** @param {string} id @returns {HTMLElement} */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const TIME = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'Asia/Shanghai'});

/** The time of the day in China. @param {number} millis */
export const timeOf = (millis) => TIME.format(millis);
