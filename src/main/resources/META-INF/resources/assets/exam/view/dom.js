/** @typedef {string|number|boolean|null|undefined|((event: any) => void)} Value */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {{[name: string]: Value}} [attributes] on… are listeners; true sets an empty attribute, false and null none
 * @param {...(Node|string|null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function node(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else set(element, name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string|number|boolean|null|undefined} value
 */
export function set(element, name, value) {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value === true ? '' : value)) element.setAttribute(name, value === true ? '' : String(value));
}

/**
 * Changes a text only when it is another one, so that nothing is laid out or read again for nothing.
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {string} label
 * @param {() => void} act
 * @param {string} [kind] further classes
 * @param {keyof typeof ICONS} [sign]
 */
export const button = (label, act, kind = '', sign) =>
  node('button', {type: 'button', class: ('act ' + kind).trim(), onclick: act}, sign ? icon(sign) : null, node('span', {}, label));

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  back: 'M15 5l-7 7 7 7', next: 'M9 5l7 7-7 7', check: 'M4 12.5l5.5 5.5L20 7', flag: 'M6 21V4h11l-2.5 4L17 12H6',
  sound: 'M4 9v6h4l5 4V5L8 9H4zM16.5 9a4 4 0 010 6M19 6.5a8 8 0 010 11', pause: 'M8 5v14M16 5v14', clock: 'M12 7v5l3.5 2M12 3a9 9 0 100 18 9 9 0 000-18z',
  line: 'M3 3l18 18M5 12a10 10 0 013-2M8.5 15.5A5 5 0 0112 14M19 12a10 10 0 00-6-2.9M12 18.5v.5', grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5', help: 'M9 9a3 3 0 115 2.2c-1.3.9-2 1.6-2 2.8M12 17.5v.5M12 3a9 9 0 100 18 9 9 0 000-18z',
  hand: 'M12 16V4M7 9l5-5 5 5M5 15v5h14v-5', screen: 'M3 5h18v11H3zM8 20h8M12 16v4', key: 'M14 10a4 4 0 10-3.5 4L12 14v2h2v2h2v2h4v-3l-6.3-6.3', pen: 'M4 20l1-4L16 5l3 3L8 19l-4 1z',
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false'})) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * A QR code from path data, quiet zone and all.
 * @param {string} data
 * @param {number} size of the view box
 * @param {string} label
 */
export function drawing(data, size, label) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({viewBox: `0 0 ${size} ${size}`, class: 'qr', role: 'img', 'aria-label': label})) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', data);
  svg.append(path);
  return svg;
}

/**
 * A dialog over the page; closing it gives the focus back to where it was.
 * @param {string} title
 * @param {string} kind
 * @param {...(Node|null)} children
 */
export function dialog(title, kind, ...children) {
  const box = node('dialog', {class: 'dialog ' + kind, 'aria-labelledby': 'dialog-title'}, node('h2', {id: 'dialog-title'}, title), ...children);
  box.addEventListener('close', () => box.remove());
  document.getElementById('exam')?.append(box);
  box.showModal();
  if (kind === 'ask') /** @type {HTMLElement|null} */ (box.querySelector('.act-main'))?.focus({preventScroll: true});
  return box;
}

export const dialogOpen = () => document.querySelector('dialog[open]') !== null;
