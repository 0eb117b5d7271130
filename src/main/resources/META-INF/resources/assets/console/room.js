/** @typedef {import('./types.js').Line} Line */
/** @typedef {import('./types.js').News} News */

/** What this console knows of the room. */
export function createRoom() {
  /** @type {Map<string, Line>} by ticket */
  const lines = new Map();
  /** @type {Map<string, string>} tickets by seat */
  const seats = new Map();
  /** What the server's clock is ahead of this device's; the smallest delay on the way tells it best. */
  let ahead = -Infinity;
  let state = '';
  let startedAt = 0;
  let pausedAt = 0;

  return {
    lines,
    get state() {
      return state;
    },
    /** Whether the room has been started. */
    started: () => startedAt > 0,
    /** Since when the whole room stands still, 0 while it does not. */
    pausedAt: () => pausedAt,
    now: () => Date.now() + (ahead === -Infinity ? 0 : ahead),
    /** @param {string} seat @returns {Line|undefined} */
    at: (seat) => lines.get(seats.get(seat) ?? ''),

    /**
     * @param {News} news
     * @returns {Set<string>} seats that look different now
     */
    take(news) {
      ahead = Math.max(ahead, news.now - Date.now());
      state = news.state;
      startedAt = news.startedAt ?? 0;
      pausedAt = news.pausedAt ?? 0;
      const touched = new Set();
      if (news.whole) {
        for (const seat of seats.keys()) touched.add(seat);
        lines.clear();
        seats.clear();
      }
      for (const change of news.lines ?? []) {
        const before = lines.get(change.ticket);
        const line = /** @type {Line} */ ({...before, ...change});
        lines.set(line.ticket, line);
        if (before?.seat && before.seat !== line.seat) {
          if (seats.get(before.seat) === line.ticket) seats.delete(before.seat);
          touched.add(before.seat);
        }
        if (line.seat) {
          seats.set(line.seat, line.ticket);
          touched.add(line.seat);
        }
      }
      return touched;
    },
  };
}

/** What is shown of a line: a lock stands above the clock that runs. @param {Line|undefined} line */
export const standing = (line) => (!line ? 'FREE' : line.locked && line.state === 'UNDER_WAY' ? 'LOCKED' : line.state);

/** @param {Line} line of somebody at a seat */
export const hasBegun = (line) => line.state !== 'NOT_BEGUN' && line.state !== 'KEPT';

/** @param {Line} line whose sitting is open */
export const isOpen = (line) => line.state === 'UNDER_WAY' || line.state === 'HELD';

/**
 * @param {Line} line
 * @param {number} now by the server's clock
 * @returns {number|null} whole minutes left
 */
export const minutesLeft = (line, now) => (line.until === null || !isOpen(line) ? null : Math.max(0, Math.floor((line.until - (line.held ?? now)) / 60_000)));

/**
 * How many are in which state.
 * @param {Iterable<Line>} lines
 * @returns {{[state: string]: number}}
 */
export function counts(lines) {
  /** @type {{[state: string]: number}} */
  const found = {};
  for (const line of lines) {
    for (const state of line.silent ? [standing(line), 'SILENT'] : [standing(line)]) found[state] = (found[state] ?? 0) + 1;
  }
  return found;
}
