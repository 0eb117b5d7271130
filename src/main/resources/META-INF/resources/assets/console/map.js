import {createConsole} from './console.js';
import {hasBegun, minutesLeft, standing} from './room.js';
import {byId, set, timeOf, write} from './texts.js';

/** @typedef {import('./types.js').Line} Line */

const MOVES = /** @type {{[key: string]: [number, number]}} */ ({ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]});
const ATTENTION = ['LEFT', 'COPY', 'CUT', 'PASTE', 'PRINT', 'OFFLINE'];

const map = /** @type {HTMLElement} */ (document.querySelector('.seat-map'));
const rows = [...map.querySelectorAll('.seat-row')].map((row) => /** @type {HTMLElement[]} */ ([...row.children]));
const cells = new Map(/** @type {HTMLElement[]} */ ([...map.querySelectorAll('[data-seat]')]).map((cell) => [cell.dataset.seat ?? '', cell]));
/** @type {Set<string>} tickets */
const chosen = new Set();
let current = [...cells.keys()][0] ?? '';

const {room, say, items, start, commands, settle} = createConsole({
  take(news, touched) {
    for (const ticket of chosen) if (!room.lines.has(ticket)) chosen.delete(ticket);
    for (const seat of news.whole ? cells.keys() : touched) show(seat);
    if (news.whole || touched.has(current)) card();
    absent();
  },
  chosen: () => [...chosen],
  clear() {
    chosen.clear();
    for (const seat of cells.keys()) mark(seat);
    settle();
  },
});

/** @param {string} seat */
function show(seat) {
  const cell = cells.get(seat);
  if (!cell) return;
  const line = room.at(seat);
  const state = standing(line);
  const [sign, name, done, left, marks] = ['sign', 'name', 'done', 'left', 'marks'].map((part) => /** @type {HTMLElement} */ (cell.querySelector('.seat-' + part)));
  set(cell, 'data-state', state);
  set(cell, 'data-silent', String(line?.silent ?? false));
  write(sign, say('js_sign_' + state));
  write(name, line?.name ?? '');
  write(done, line && hasBegun(line) ? line.answered + '/' + items : '');
  const minutes = line ? minutesLeft(line, room.now()) : null;
  write(left, minutes === null ? '' : say('js_minutes_short', minutes));
  write(marks, line ? attention(line) : '');
  label(cell, seat, line, minutes);
  mark(seat);
}

/** @param {Line} line */
function attention(line) {
  const times = ATTENTION.reduce((sum, kind) => sum + (line.notes[kind] ?? 0), 0);
  return [line.silent ? say('js_mark_silent') : '', times ? say('js_mark_left') + times : '', line.gaps ? say('js_mark_gap') + line.gaps : ''].filter(Boolean).join('\u2009');
}

/** What a screen reader says of the cell. @param {HTMLElement} cell @param {string} seat @param {Line|undefined} line @param {number|null} minutes */
function label(cell, seat, line, minutes) {
  const words = [seat, line?.name, say('state_' + standing(line)), line?.silent ? say('silent') : ''];
  if (line && hasBegun(line)) words.push(say('js_fact_answered') + ' ' + say('js_of', line.answered, items));
  if (minutes !== null) words.push(say('js_fact_left') + ' ' + say('js_minutes', minutes));
  set(cell, 'aria-label', words.filter(Boolean).join(say('between')));
}

/** @param {string} seat */
function mark(seat) {
  const cell = cells.get(seat);
  const line = room.at(seat);
  if (!cell) return;
  if (commands) set(cell, 'aria-selected', String(line !== undefined && chosen.has(line.ticket)));
  cell.tabIndex = seat === current ? 0 : -1;
}

/** Those who have no seat yet. */
function absent() {
  const fold = byId('map-absent');
  const lines = [...room.lines.values()].filter((line) => !line.seat);
  fold.hidden = !lines.length;
  write(/** @type {Element} */ (fold.firstElementChild), say('js_absent', lines.length));
  const names = lines.map((line) => line.name + ' ' + line.ticket);
  const list = /** @type {HTMLElement} */ (fold.lastElementChild);
  if ([...list.children].map((one) => one.textContent).join() === names.join()) return;
  list.replaceChildren(...names.map((name) => {
    const entry = document.createElement('li');
    entry.textContent = name;
    return entry;
  }));
}

/** The seat that is pointed at, in full. */
function card() {
  const line = room.at(current);
  const box = byId('seat-card');
  const [title, none, facts] = /** @type {HTMLElement[]} */ ([...box.children]);
  write(title, line ? current + ' ' + line.name : current ? current + ' ' + say('state_FREE') : say('seat_card'));
  none.hidden = line !== undefined;
  facts.hidden = !line;
  if (!line) return;
  const now = room.now();
  const minutes = minutesLeft(line, now);
  const notes = Object.entries(line.notes).map(([kind, times]) => say('note_' + kind) + ' ' + say('js_times', times));
  const told = [
    [say('js_fact_ticket'), line.ticket],
    [say('js_fact_state'), say('state_' + standing(line)) + (line.silent ? ' ' + say('silent') : '')],
    [say('js_fact_answered'), say('js_of', line.answered, items)],
    [say('js_fact_left'), minutes === null ? '–' : say('js_minutes', minutes)],
    [say('js_fact_seen'), seen(line, now)],
    [say('js_fact_notes'), notes.join(say('between')) || say('js_none')],
    [say('js_fact_gaps'), String(line.gaps)],
  ];
  told.forEach(([name, value], i) => {
    if (!facts.children[2 * i]) facts.append(document.createElement('dt'), document.createElement('dd'));
    write(facts.children[2 * i], name);
    write(facts.children[2 * i + 1], value);
  });
}

/** A candidate who is heard of is told as such: the console learns of signs of life twice a minute. @param {Line} line @param {number} now */
function seen(line, now) {
  if (line.seen === null) return say('js_never');
  return !line.silent && line.state !== 'CLOSED' ? say('js_now') : timeOf(line.seen) + ' · ' + say('js_ago', Math.max(0, Math.round((now - line.seen) / 1000)));
}

/** @param {string} seat */
function point(seat) {
  const before = current;
  current = seat;
  mark(before);
  mark(seat);
  card();
}

/** @param {string} seat */
function choose(seat) {
  const line = room.at(seat);
  if (!commands || !line) return;
  if (!chosen.delete(line.ticket)) chosen.add(line.ticket);
  mark(seat);
  settle();
}

/** The next seat that way; gaps are stepped over. @param {[number, number]} step @returns {HTMLElement|undefined} */
function neighbour([down, right]) {
  let row = rows.findIndex((places) => places.some((place) => place.dataset.seat === current));
  let place = rows[row]?.findIndex((one) => one.dataset.seat === current) ?? -1;
  for (;;) {
    row += down;
    place += right;
    if (row < 0 || row >= rows.length || place < 0 || (right && place >= rows[row].length)) return undefined;
    if (rows[row][place]?.dataset.seat) return rows[row][place];
  }
}

map.addEventListener('focusin', (event) => {
  const seat = /** @type {HTMLElement} */ (event.target).dataset.seat;
  if (seat && seat !== current) point(seat);
});
map.addEventListener('click', (event) => {
  const cell = /** @type {HTMLElement|null} */ (/** @type {HTMLElement} */ (event.target).closest('[data-seat]'));
  if (!cell) return;
  cell.focus({preventScroll: true});
  choose(cell.dataset.seat ?? '');
});
map.addEventListener('contextmenu', (event) => {
  const cell = /** @type {HTMLElement|null} */ (/** @type {HTMLElement} */ (event.target).closest('[data-seat]'));
  if (!cell || !commands) return;
  event.preventDefault();
  menuFor(cell.dataset.seat ?? '');
});
map.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = MOVES[event.key];
  if (step) {
    event.preventDefault();
    neighbour(step)?.focus();
  } else if (event.key === ' ') {
    event.preventDefault();
    choose(current);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    menuFor(current);
  } else if (event.key === 'Escape' && chosen.size) {
    chosen.clear();
    for (const seat of cells.keys()) mark(seat);
    settle();
  }
});

/** For those who are chosen, or for the one at that seat. @param {string} seat */
function menuFor(seat) {
  const line = room.at(seat);
  if (!commands || (!line && !chosen.size)) return;
  if (line && !chosen.size) choose(seat);
  commands.openMenu();
}

/** Time goes on without news. */
setInterval(() => {
  for (const seat of cells.keys()) if (room.at(seat)?.until) show(seat);
  card();
}, 5000);
start();
