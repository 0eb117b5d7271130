import {isOpen} from './room.js';
import {byId} from './texts.js';

/** @typedef {import('./types.js').Line} Line */
/** @typedef {{tickets: string[]|null, act: string}} Given tickets is null for the whole room */

const UNDO = /** @type {{[act: string]: string}} */ ({PAUSE: 'RESUME', LOCK: 'UNLOCK'});
/** Acts for which the page says what they do before they are confirmed. */
const WARNED = new Set(['HAND_IN', 'LOCK', 'MOVE', 'START']);

/**
 * Commands: for those who are chosen or for the whole room, each with its reason, confirmed in a dialog that no news disturbs.
 * @param {object} parts
 * @param {string} parts.path
 * @param {ReturnType<typeof import('./room.js').createRoom>} parts.room
 * @param {import('./types.js').Say} parts.say
 * @param {() => string[]} parts.chosen tickets
 * @param {() => string[]} parts.free seats
 * @param {() => void} parts.clear
 */
export function createCommands({path, room, say, chosen, free, clear}) {
  const box = /** @type {HTMLDialogElement} */ (byId('command-box'));
  const menu = /** @type {HTMLDialogElement} */ (byId('command-menu'));
  const form = /** @type {HTMLFormElement} */ (box.firstElementChild);
  const reason = /** @type {HTMLInputElement} */ (byId('command-reason'));
  const minutes = /** @type {HTMLInputElement} */ (byId('command-minutes'));
  const seat = /** @type {HTMLSelectElement} */ (byId('command-seat'));
  const go = /** @type {HTMLButtonElement} */ (byId('command-go'));
  const told = byId('console-told');
  const undo = /** @type {HTMLButtonElement} */ (told.querySelector('button'));
  const clearButton = byId('command-clear');
  const token = document.querySelector('meta[name=csrf-token]')?.getAttribute('content') ?? '';
  /** @type {Given} */
  let given = {tickets: null, act: ''};
  /** @type {Given|null} */
  let last = null;

  /** @param {string[]|null} tickets */
  function whom(tickets) {
    if (!tickets) return say('js_for_room', given.act === 'START' ? room.lines.size : [...room.lines.values()].filter(isOpen).length);
    if (tickets.length > 1) return say('js_for_some', tickets.length);
    const line = room.lines.get(tickets[0]);
    return say('js_for_one', line ? [line.seat, line.name].filter(Boolean).join(' ') : tickets[0]);
  }

  /**
   * @param {string} act
   * @param {string[]|null} tickets
   * @param {{reason?: string, title?: string, warning?: string}} [preset]
   */
  function ask(act, tickets, preset = {}) {
    given = {tickets, act};
    const title = preset.title ?? say('act_' + act);
    byId('command-title').textContent = title;
    byId('command-target').textContent = whom(tickets);
    const warning = byId('command-warning');
    warning.textContent = preset.warning ?? (WARNED.has(act) ? say('js_warn_' + act) : '');
    warning.hidden = !warning.textContent;
    byId('command-error').hidden = true;
    for (const field of form.querySelectorAll('[data-for]')) /** @type {HTMLElement} */ (field).hidden = field.getAttribute('data-for') !== act;
    if (act === 'MOVE') seat.replaceChildren(...free().map((label) => new Option(label, label)));
    reason.value = preset.reason ?? '';
    go.textContent = say('js_go', title);
    go.disabled = false;
    menu.close();
    box.showModal();
    (preset.reason ? go : act === 'MOVE' ? seat : reason).focus();
  }

  /** @param {string} text */
  function fail(text) {
    const error = byId('command-error');
    error.textContent = text;
    error.hidden = false;
    go.disabled = false;
  }

  async function send() {
    go.disabled = true;
    const {act, tickets} = given;
    const candidates = tickets?.map((ticket) => room.lines.get(ticket)?.id ?? '') ?? null;
    const body = {act, candidates, reason: reason.value, minutes: act === 'EXTEND' ? Number(minutes.value) : null, seat: act === 'MOVE' ? seat.value : null};
    try {
      const answer = await fetch(path + '/commands', {
        method: 'POST',
        redirect: 'manual',
        headers: {'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': token},
        body: JSON.stringify(body),
      });
      if (answer.ok) done(await answer.json());
      else if (answer.type === 'opaqueredirect' || answer.status === 401) fail(say('js_sign_in_ended'));
      else fail((await answer.json()).detail);
    } catch {
      fail(say('js_failed'));
    }
  }

  /** @param {{affected: number, room: boolean}} outcome */
  function done({affected, room: whole}) {
    box.close();
    const changed = affected > 0 || whole;
    last = changed && UNDO[given.act] ? {...given, act: UNDO[given.act]} : null;
    /** @type {HTMLElement} */ (told.firstElementChild).textContent = changed ? say(whole && given.act === 'PAUSE' ? 'js_told_room' : 'js_told', byId('command-title').textContent ?? '', affected) : say('js_told_nobody');
    told.classList.toggle('notice-success', changed);
    told.classList.toggle('notice-warn', !changed);
    undo.hidden = !last;
    told.hidden = false;
    if (changed) clear();
  }

  function openMenu() {
    given = {tickets: chosenOrRoom(), act: ''};
    byId('menu-title').textContent = whom(given.tickets);
    settleMenu();
    menu.showModal();
  }

  function chosenOrRoom() {
    const tickets = chosen();
    return tickets.length ? tickets : null;
  }

  function settleMenu() {
    const one = chosen().length === 1;
    for (const button of document.querySelectorAll('[data-menu=MOVE], [data-command=MOVE]')) /** @type {HTMLButtonElement} */ (button).disabled = !one;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  undo.addEventListener('click', () => last && ask(last.act, last.tickets, {reason: say('js_undo_reason')}));
  clearButton.addEventListener('click', clear);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-command]'))) {
    const act = button.dataset.command ?? '';
    button.addEventListener('click', () => (act === 'START' ? ask(act, null, {reason: say('js_start_reason')}) : ask(act, chosenOrRoom())));
  }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-menu]'))) {
    button.addEventListener('click', () => ask(button.dataset.menu ?? '', chosenOrRoom()));
  }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-alarm]'))) {
    const act = button.dataset.alarm ?? '';
    const preset = {title: button.textContent ?? '', reason: say('reason_alarm'), warning: act === 'PAUSE' ? say('js_warn_alarm') : ''};
    button.addEventListener('click', () => ask(act, null, preset));
  }
  for (const button of document.querySelectorAll('[data-close]')) button.addEventListener('click', () => button.closest('dialog')?.close());
  menu.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    const buttons = /** @type {HTMLButtonElement[]} */ ([...menu.querySelectorAll('button:not(:disabled)')]);
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    buttons[(at + step + buttons.length) % buttons.length].focus();
  });

  return {
    openMenu,
    /** What the bar says after the choice or the room has changed. */
    settle() {
      const tickets = chosen();
      const open = [...room.lines.values()].filter(isOpen);
      const text = tickets.length ? say('js_chosen', tickets.length) : say('js_whole_room', open.length);
      if (byId('command-whom').textContent !== text) byId('command-whom').textContent = text;
      clearButton.hidden = !tickets.length;
      settleMenu();
      for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-alarm]'))) button.hidden = room.state !== 'RUNNING' || (button.dataset.alarm === 'RESUME') !== room.pausedAt() > 0;
      for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-command=START]'))) button.hidden = room.state !== 'CHECK_IN';
    },
  };
}
