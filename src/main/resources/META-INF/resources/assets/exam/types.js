/** What the server says and what this page keeps, for the type checker only. */

/** @typedef {'NOT_CHECKED_IN'|'WAITING'|'READY'|'ROOM_PAUSED'|'UNDER_WAY'|'HELD'|'LOCKED'|'CLOSED'} SittingState */
/** @typedef {{state: SittingState, serverTime: string, remainingMillis: number|null, seat: string|null}} StateAnswer */
/** @typedef {{digest: string, alt: string, width: number, height: number}} Figure */
/** @typedef {{id: string|number, text: string}} Option */
/** @typedef {'TRUE_FALSE'|'SINGLE'|'MULTIPLE'} Section */
/** @typedef {{no: number, section: Section, points?: number, stem: string, figure?: Figure|null, options: Option[]}} Item */
/** @typedef {{title?: string, points?: number, items: Item[]}} Paper */
/** @typedef {{[item: string]: string}} Answers option ids ascending and comma separated, by the item's number */
/**
 * @typedef {{state?: SittingState, epoch: number, nextSequence: number, serverTime: string, remainingMillis: number|null, paper: Paper,
 *   answers: Answers}} OpenAnswer
 */
/** @typedef {{sequence: number, item: number, answer: string}} ExamEvent one choice; an empty answer clears */
/** @typedef {{saved: number[], late: number[], remainingMillis?: number|null, state?: SittingState}} SavedAnswer */
/** @typedef {{number: string, at: string, count: number, digest: string, signature: string, late?: number[]|null}} Receipt */
/** @typedef {{url: string, size: number, qr: string}} ReceiptCode where the receipt can be seen later; qr is a path for a view box of size × size */
/** @typedef {{zh: string, en: string, right: number, total: number}} ChapterShare */
/** @typedef {{provisional: boolean, raw: number, cut: number, passed: boolean, chapters: ChapterShare[]}} Outcome */
/** @typedef {'COPY'|'PRINT'|'CONTEXT_MENU'|'LEFT'|'CAME_BACK'|'OFFLINE'|'ONLINE'} Note */

/**
 * @typedef {{ticket: string, paper?: Paper, answers?: Answers, nextSequence?: number, marks?: number[], place?: number, handing?: boolean, epoch?: number, sheet?: object}}
 *   SittingRecord what this computer keeps of a sitting, or of a practical's sheet, beside its queue
 */

/** @typedef {{size: 0|1|2, contrast: 'standard'|'strong'|'dark', hand: 'right'|'left', keys: boolean}} Settings */
/** @typedef {(key: string, ...values: (string|number)[]) => string} Say the text of a key in the page's language */
/** @typedef {{lang: 'zh'|'en', say: Say}} Texts */
/** @typedef {{available: () => boolean, read: (text: string) => void, stop: () => void}} Speech */

/**
 * What a candidate can do; the views call these and nothing else.
 * @typedef {object} Acts
 * @property {() => void} begin
 * @property {(item: Item, answer: string) => void} choose
 * @property {(item: Item) => void} mark
 * @property {(index: number) => void} go
 * @property {(on: boolean) => void} practise
 * @property {() => void} askHandIn
 * @property {() => void} handIn
 * @property {() => void} withdrawHandIn
 * @property {() => void} takeOver
 * @property {(idNumber: string) => Promise<boolean|null>} signIn true: in; false: refused; null: no line
 * @property {() => void} leave
 * @property {() => void} print
 * @property {() => void} openSettings
 * @property {() => void} openHelp
 */

export {};
