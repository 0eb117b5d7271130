import {createConsole} from './console.js';
import {minutesLeft, standing} from './room.js';
import {byId, timeOf, write} from './texts.js';

/** @typedef {import('./types.js').Line} Line */

/** Rows are fetched anew when their forms are others; a whole room that begins at once is fetched once. */
const GATHERED = 1500;
const table = /** @type {HTMLTableElement} */ (byId('room'));
let due = 0;

const {room, say, start, settle} = createConsole({
  take(news) {
    for (const {ticket} of news.lines ?? []) show(/** @type {Line} */ (room.lines.get(ticket)));
  },
  chosen: () => [...picked()].map((box) => box.value),
  clear() {
    picked().forEach((box) => (box.checked = false));
    settle();
  },
});

const picked = () => /** @type {NodeListOf<HTMLInputElement>} */ (table.querySelectorAll('.pick input:checked'));

/** @param {Line} line */
function show(line) {
  const row = /** @type {HTMLTableRowElement|null} */ (document.getElementById('c' + line.ticket));
  if (!row) return fetchSoon();
  const cell = (/** @type {string} */ key) => row.querySelector(`[data-label="${CSS.escape(say(key))}"]`);
  const minutes = minutesLeft(line, room.now());
  const notes = Object.entries(line.notes).sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  for (const [key, text] of /** @type {const} */ ([
    ['answered', String(line.answered)],
    ['left', minutes === null ? '–' : String(minutes)],
    ['notes', notes.map(([kind, times]) => say('note_' + kind) + '\u00a0' + times).join(say('between')) || '–'],
    ['seen', line.seen === null ? '' : timeOf(line.seen)],
  ])) {
    const place = cell(key);
    if (place) write(place, text);
  }
  const badges = [say('state_' + standing(line)), line.silent ? say('silent') : '', line.waived ? say('waived') : ''];
  const state = cell('state');
  if (state && [...state.children].map((badge) => badge.textContent).join() !== badges.filter(Boolean).join()) {
    state.replaceChildren(...badges.filter(Boolean).flatMap((text, i) => [badge(text, i ? (text === say('silent') ? 'badge-bad' : '') : standing(line) === 'UNDER_WAY' ? 'badge-ok' : line.state === 'CLOSED' || line.state.startsWith('NOT') ? '' : 'badge-warn'), ' ']));
  }
  if (!row.querySelector('details[open]') && row.dataset.shape !== [line.state, line.waived, line.gaps].join(' ')) fetchSoon();
}

/** @param {string} text @param {string} kind */
function badge(text, kind) {
  const element = document.createElement('span');
  element.className = 'badge ' + kind;
  element.textContent = text;
  return element;
}

function fetchSoon() {
  due ||= setTimeout(fetchRows, GATHERED);
}

/** Where a form is open the row stays, so that nobody loses what is being typed. */
async function fetchRows() {
  due = 0;
  const answer = await fetch(location.pathname + '?view=list', {redirect: 'manual'}).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const body = table.tBodies[0];
  const focused = document.activeElement?.id;
  const chosen = new Set([...picked()].map((box) => box.value));
  const open = new Map([...body.querySelectorAll('tr:has(details[open])')].map((row) => [row.id, row]));
  const fresh = /** @type {HTMLTableElement} */ (page.getElementById('room')).tBodies[0];
  for (const row of [...fresh.rows]) {
    const old = document.getElementById(row.id);
    const kept = open.get(row.id);
    if (kept) continue;
    if (!old) body.append(row);
    else if (old.getAttribute('data-shape') !== row.getAttribute('data-shape')) old.replaceWith(row);
  }
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (table.querySelectorAll('.pick input'))) box.checked = chosen.has(box.value);
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({preventScroll: true});
  for (const line of room.lines.values()) if (document.getElementById('c' + line.ticket)) showKept(line);
}

/** The same without asking again. @param {Line} line */
function showKept(line) {
  const before = due;
  show(line);
  if (!before && due) {
    clearTimeout(due);
    due = 0;
  }
}

table.addEventListener('change', settle);
// Toggling does not bubble.
table.addEventListener('toggle', ({target}) => {
  const line = room.lines.get(/** @type {Element} */ (target).closest('tr')?.id.slice(1) ?? '');
  if (line) show(line);
}, true);
start();
