import {byId, timeOf} from './texts.js';

/** @typedef {import('./types.js').Command} Command */
/** @typedef {import('./types.js').Happening} Happening */

const MOST = 60;

/**
 * What happened in the room, the newest first: commands of all consoles, and what the candidates' pages tell.
 * @param {ReturnType<typeof import('./room.js').createRoom>} room
 * @param {import('./types.js').Say} say
 */
export function createStrip(room, say) {
  const list = byId('strip');
  /** @type {{at: number, element: HTMLElement}[]} */
  let shown = [];

  /** @param {string} ticket */
  const who = (ticket) => {
    const line = room.lines.get(ticket);
    return line ? [line.seat, line.name].filter(Boolean).join(' ') : ticket;
  };

  /** @param {Command} command */
  function told(command) {
    const act = say('act_' + command.act);
    const what = command.minutes ? say('js_strip_minutes', act, command.minutes) : command.seat ? say('js_strip_seat', act, command.seat) : act;
    const whom = command.whole ? say('js_strip_whole') : command.tickets?.map(who).join(say('between')) ?? say('js_strip_some', command.affected);
    const of = command.asked === 1 && !command.whole ? whom : whom + ' ' + say('js_of', command.affected, command.asked);
    return say('js_strip_command', what, of, command.actor.slice(command.actor.indexOf(':') + 1), command.reason);
  }

  /** @param {Happening} event */
  function happened({ticket, what}) {
    const known = what === 'CLOSED' || what === 'OPENED';
    return who(ticket) + ' ' + say((known ? 'js_event_' : 'note_') + what);
  }

  /** @param {number} at @param {string} text @param {string} kind */
  function entry(at, text, kind) {
    const element = document.createElement('li');
    element.className = kind;
    const time = document.createElement('time');
    time.className = 'num';
    time.textContent = timeOf(at);
    element.append(time, ' ' + text);
    return {at, element};
  }

  return {
    /** @param {import('./types.js').News} news */
    take(news) {
      if (news.whole) {
        shown = [];
        list.replaceChildren();
      }
      const fresh = [
        ...(news.commands ?? []).map((command) => entry(command.at, told(command), 'strip-command')),
        ...(news.events ?? []).map((event) => entry(event.at, happened(event), 'strip-event')),
      ].sort((a, b) => a.at - b.at);
      for (const one of fresh) {
        const above = shown.findIndex((other) => other.at <= one.at);
        const place = above < 0 ? shown.length : above;
        shown.splice(place, 0, one);
        list.insertBefore(one.element, list.children[place] ?? null);
      }
      shown.splice(MOST).forEach((old) => old.element.remove());
    },
  };
}
