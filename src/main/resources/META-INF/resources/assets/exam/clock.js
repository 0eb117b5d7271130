/**
 * The time that is left, from the server's word and a counter that only runs forward. The device's own clock is never read.
 * @param {() => number} now milliseconds that never run back
 */
export function createClock(now = () => performance.now()) {
  /** @type {number|null} */
  let end = null;
  /** @type {number|null} */
  let frozen = null;
  return {
    now,
    /**
     * The server looked at its clock at some moment between the question and now, so the end lies between two bounds. What was believed before
     * stays as long as it lies between them: the display does not tremble with the line.
     * @param {number} remaining
     * @param {number} asked when the question left, by {@link now}
     */
    set(remaining, asked) {
      const earliest = asked + remaining;
      const latest = now() + remaining;
      frozen = null;
      end = end === null ? earliest : Math.min(Math.max(end, earliest), latest);
    },
    /** @param {number|null} remaining the server's word; null keeps what is shown */
    freeze(remaining) {
      frozen = remaining ?? this.left();
      end = null;
    },
    /** @returns {number|null} null until the server's time is known */
    left() {
      if (frozen !== null) return frozen;
      return end === null ? null : Math.max(0, end - now());
    },
    paused: () => frozen !== null,
  };
}

/** @param {number} millis */
export function clockText(millis) {
  const seconds = Math.ceil(millis / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((n) => String(n).padStart(2, '0')).join(':');
}

const MINUTES = [1, 5, 10, 30];

/**
 * The milestone that was passed between two looks at the clock: the only times that are spoken.
 * @param {number|null} before
 * @param {number|null} after
 * @returns {number|null} minutes
 */
export function milestone(before, after) {
  if (before === null || after === null || after <= 0) return null;
  return MINUTES.find((minutes) => before > minutes * 60_000 && after <= minutes * 60_000) ?? null;
}

/**
 * What the next look at the clock is compared with: a time that went up by less than a minute, because the server's word came late, is no reason to speak again.
 * @param {number|null} before
 * @param {number|null} left
 * @returns {number|null}
 */
export const lowest = (before, left) => (before !== null && left !== null && left > before && left - before < 60_000 ? before : left);

/**
 * An instant of the server in China's time, as people read it. Counted by hand, for the language's own dates know the device's clock.
 * @param {string} instant such as 2026-05-31T16:00:00Z
 */
export function chinaTime(instant) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(instant);
  if (!parts) return instant;
  let [year, month, day, hour] = parts.slice(1, 5).map(Number);
  hour += 8;
  if (hour >= 24) {
    hour -= 24;
    day++;
  }
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day > [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]) {
    day = 1;
    month++;
  }
  if (month > 12) {
    month = 1;
    year++;
  }
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${parts[5]}:${parts[6]}`;
}
