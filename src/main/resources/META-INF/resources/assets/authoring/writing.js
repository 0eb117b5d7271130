// The page on which an item is written: what the candidate will see is drawn again with every letter, and rows for options come and go at once.
// Without this script both are done by the server, and the preview shows what was saved last.
const MOST_ROWS = 8;
const FEWEST_ROWS = 4;
const form = /** @type {HTMLFormElement} */ (document.getElementById('writing'));
const preview = /** @type {HTMLElement} */ (document.getElementById('preview'));
const options = /** @type {HTMLElement} */ (document.getElementById('options'));

/** @param {string} name */
const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

const rows = () => /** @type {HTMLElement[]} */ ([...options.querySelectorAll('.option-row')]);

/** @param {HTMLElement} row */
const words = (row) => /** @type {HTMLTextAreaElement} */ (row.querySelector('textarea'));

/** @param {HTMLElement} row */
const mark = (row) => /** @type {HTMLInputElement} */ (row.querySelector('input'));

/** @param {number} place */
const letter = (place) => 'ABCDEFGH'[place];

const kind = () => /** @type {HTMLInputElement} */ (form.querySelector('[name=type]:checked'));

function show() {
  const type = kind();
  write('.badge', type.parentElement?.textContent?.trim() ?? '');
  write('.stem', form.stem.value);
  const texts = type.value === 'TRUE_FALSE' ? ['正确', '错误'] : rows().map((row) => words(row).value.trim()).filter(Boolean);
  preview.querySelector('.shown')?.replaceChildren(...texts.map((text, i) => option(text, i, type.value === 'MULTIPLE')));
}

/**
 * @param {string} selector
 * @param {string} text
 */
function write(selector, text) {
  const element = preview.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}

/**
 * @param {string} text
 * @param {number} place
 * @param {boolean} many
 */
function option(text, place, many) {
  const label = document.createElement('label');
  label.className = 'option';
  const input = document.createElement('input');
  input.type = many ? 'checkbox' : 'radio';
  input.name = 'shown';
  const sign = document.createElement('span');
  sign.className = 'letter';
  sign.setAttribute('aria-hidden', 'true');
  sign.textContent = letter(place);
  const said = document.createElement('span');
  said.textContent = text;
  label.append(input, sign, said);
  return label;
}

/** The chosen picture, the kept one, or none. */
function figure() {
  const file = field('upload').files?.[0];
  const old = /** @type {HTMLImageElement|null} */ (preview.querySelector('.figure'));
  const dropped = form.querySelector('[name=withoutFigure]:checked') !== null;
  if (!file) {
    if (old) old.hidden = dropped;
    return;
  }
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    const image = old ?? document.createElement('img');
    image.className = 'figure';
    image.hidden = false;
    image.removeAttribute('width');
    image.removeAttribute('height');
    image.alt = field('figureAlt').value;
    image.src = String(reader.result);
    if (!old) preview.querySelector('.shown')?.before(image);
  });
  reader.readAsDataURL(file);
}

function setRoom() {
  const button = document.getElementById('add');
  if (button) button.hidden = rows().length >= MOST_ROWS;
}

/** @param {number} place */
function remove(place) {
  const all = rows();
  for (let i = place; i < all.length - 1; i++) {
    words(all[i]).value = words(all[i + 1]).value;
    mark(all[i]).checked = mark(all[i + 1]).checked;
  }
  const last = all[all.length - 1];
  words(last).value = '';
  mark(last).checked = false;
  if (all.length > FEWEST_ROWS) last.remove();
  setRoom();
  words(rows()[Math.min(place, rows().length - 1)]).focus();
}

function add() {
  const all = rows();
  if (all.length >= MOST_ROWS) return;
  const place = all.length;
  const row = /** @type {HTMLElement} */ (all[place - 1].cloneNode(true));
  const was = letter(place - 1);
  row.querySelectorAll('[aria-label]').forEach((element) => element.setAttribute('aria-label', (element.getAttribute('aria-label') ?? '').replace(was, letter(place))));
  const sign = row.querySelector('.letter');
  if (sign) sign.textContent = letter(place);
  words(row).value = '';
  mark(row).value = String(place);
  mark(row).checked = false;
  const button = row.querySelector('button');
  if (button) button.value = 'remove-' + place;
  all[place - 1].after(row);
  setRoom();
  words(row).focus();
}

form.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (button?.value === 'add') add();
  else if (button?.value.startsWith('remove-')) remove(Number(button.value.slice(7)));
  else return;
  event.preventDefault();
  show();
});
form.addEventListener('input', show);
form.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && ['upload', 'withoutFigure', 'figureAlt'].includes(event.target.name)) figure();
});

const look = document.getElementById('look');
if (look) look.hidden = true;
show();
