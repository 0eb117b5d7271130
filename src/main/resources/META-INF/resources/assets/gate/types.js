/** What the gate check reads, decides and keeps, for the type checker only. */

/**
 * @typedef {{code: string, holderName: string, idMasked: string, qualification: string, documentKind: 'OPERATOR'|'MANAGER', firstIssuedOn: string,
 *   validFrom: string, validTo: string, reviewDue: string|null, statusList: number, statusIndex: number, issuedAt: string, issuer: string}} Claim days as
 *   2026-07-01, the instant as 2026-07-01T01:02:03Z
 */
/** @typedef {{alg: number, kid: string, type: string|null, payload: Uint8Array, signature: Uint8Array, signed: Uint8Array}} Sign1 signed: what the signature is over */
/** @typedef {{kid: string, alg: number|null, x: Uint8Array<ArrayBuffer>|null, compromised: boolean}} Key alg: its number in COSE; x: 32 bytes of Ed25519, or the point of SM2 without its first byte */
/** @typedef {{claim: Map<string, Key>, status: Map<string, Key>}} Keys by purpose and id */
/** @typedef {(key: Key, message: Uint8Array, signature: Uint8Array) => Promise<boolean>} Verify */
/** @typedef {{number: number, issuedAt: number, expiresAt: number, bits: Uint8Array}} StatusList times in milliseconds */
/** @typedef {{zh: string, en: string, days: number}} Qualification days: how long before its end a certificate is said to be expiring */

/**
 * What a verdict is given in the light of.
 * @typedef {object} World
 * @property {string} publicUrl where this installation's verification pages are
 * @property {number} now the device's clock
 * @property {number} [offset] by how much the server's clock was ahead of it when both were last seen together
 * @property {Keys|null} keys
 * @property {number} keysAt when they were fetched
 * @property {Map<number, StatusList>} lists
 * @property {(qualification: string) => number} expiringDays
 * @property {Verify} verify
 */

/**
 * @typedef {'VALID'|'EXPIRING'|'REVIEW_DUE'|'REVIEW_OVERDUE'|'EXPIRED'|'NOT_YET_VALID'|'SUSPENDED'|'REVOKED'|'SUPERSEDED'|'SIGNATURE_WRONG'|'UNKNOWN_KEY'|
 *   'KEY_COMPROMISED'|'LIST_TOO_OLD'|'CLOCK_WRONG'|'CHECK_ONLINE'|'NOT_OURS'|'MALFORMED'|'UNREADABLE'} Result
 */
/** @typedef {'go'|'wait'|'stop'} Tone */
/**
 * @typedef {'NO_KEYS'|'OLD_KEYS'|'NO_LIST'|'OLD_LIST'|'CODE_ONLY'|'COPIED'|null} Because what the result has as its reason, where it can have several
 */
/**
 * @typedef {{result: Result, tone: Tone, because: Because, claim: Claim|null, code: string|null, address: string|null, listIssuedAt: number|null, days: number|null}}
 *   Verdict claim: what may be shown of it, never without a true signature; address: the foreign one, to be shown and never to be opened; days: until its end or review
 */

/** @typedef {{id: string, at: string, code: string|null, result: Result, listIssuedAt: string|null, gate: string, address: string|null, handed: 0|1}} Entry of the log */
/** @typedef {{lang: 'zh'|'en', say: (key: string, ...values: (string|number)[]) => string}} Texts */

export {};
