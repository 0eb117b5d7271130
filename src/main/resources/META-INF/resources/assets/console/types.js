/** What the server tells a console, for the type checker only. */

/** @typedef {'NOT_CHECKED_IN'|'NOT_BEGUN'|'KEPT'|'UNDER_WAY'|'HELD'|'CLOSED'} LineState */
/**
 * @typedef {object} Line one candidate; times are milliseconds of the server's clock
 * @property {string} ticket
 * @property {string} id the enrolment
 * @property {string} name
 * @property {string|null} seat
 * @property {LineState} state
 * @property {boolean} locked
 * @property {number} answered
 * @property {number|null} until
 * @property {number|null} held
 * @property {number|null} seen
 * @property {boolean} silent
 * @property {boolean} waived
 * @property {number} gaps
 * @property {{[kind: string]: number}} notes
 */
/** @typedef {{at: number, ticket: string, what: string}} Happening */
/**
 * @typedef {{number: number, at: number, actor: string, act: string, reason: string, whole: boolean, asked: number, affected: number, minutes: number|null,
 *   seat: string|null, tickets: string[]|null}} Command
 */
/**
 * @typedef {object} News what has changed; a line holds its ticket and the fields that are others now
 * @property {boolean} [whole] everything, and not what has changed
 * @property {string} [version]
 * @property {number} now
 * @property {string} state
 * @property {number} [startedAt]
 * @property {number} [pausedAt] since when the whole room stands still
 * @property {(Partial<Line> & {ticket: string})[]} [lines]
 * @property {Happening[]} [events]
 * @property {Command[]} [commands]
 */
/** @typedef {(key: string, ...values: (string|number)[]) => string} Say */

export {};
