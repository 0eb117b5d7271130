import {createCommands} from './commands.js';
import {createFeed} from './feed.js';
import {counts, createRoom} from './room.js';
import {createStrip} from './strip.js';
import {byId, createTexts, timeOf, write} from './texts.js';

/** @typedef {import('./types.js').News} News */

/**
 * What the map and the list share: the news, the counts, the strip, the commands, and how the line is.
 * @param {object} view
 * @param {(news: News, touched: Set<string>) => void} view.take
 * @param {() => string[]} view.chosen tickets
 * @param {() => void} view.clear
 */
export function createConsole({take, chosen, clear}) {
  const {room: path = '', items = '0'} = byId('console').dataset;
  const say = createTexts();
  const room = createRoom();
  const seats = [.../** @type {HTMLDataListElement} */ (byId('room-seats')).options].map((option) => option.value);
  const free = () => seats.filter((seat) => !room.at(seat));
  const strip = document.getElementById('strip') ? createStrip(room, say) : null;
  const commands = document.getElementById('command-box') ? createCommands({path, room, say, chosen, free, clear}) : null;
  const line = byId('console-line');
  const down = byId('room-line');
  let renewedAt = Date.now();

  function count() {
    const found = counts(room.lines.values());
    write(byId('room-all'), say('count_all', room.lines.size));
    for (const badge of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-count]'))) {
      const number = found[badge.dataset.count ?? ''] ?? 0;
      badge.hidden = !number;
      write(/** @type {Element} */ (badge.lastElementChild), String(number));
    }
  }

  function pause() {
    const box = byId('room-paused');
    const since = room.pausedAt();
    box.hidden = !since;
    if (since) write(/** @type {Element} */ (box.querySelector('.num')), timeOf(since));
  }

  /** @param {News} news */
  function tell(news) {
    const touched = room.take(news);
    take(news, touched);
    strip?.take(news);
    count();
    pause();
    commands?.settle();
  }

  /** Begins to be told. */
  function start() {
    /** @type {News} */
    const first = JSON.parse(byId('room-news').textContent ?? '{}');
    tell(first);
    createFeed({
      path,
      version: first.version ?? '',
      take: tell,
      mode(now) {
        line.dataset.mode = now;
        write(/** @type {Element} */ (line.lastElementChild), say('js_' + now));
      },
      line(ok) {
        if (ok) renewedAt = Date.now();
        else /** @type {HTMLElement} */ (down.querySelector('span')).textContent = timeOf(renewedAt);
        down.hidden = ok;
      },
      signedOut() {
        line.hidden = true;
        down.hidden = true;
        byId('room-sign-in').hidden = false;
      },
    });
  }

  return {room, say, items: Number(items), start, commands, settle: () => commands?.settle()};
}
