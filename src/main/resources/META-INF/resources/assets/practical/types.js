/** What the server says, for the type checker only. */

/** @typedef {{no: number, zh: string, en: string, points: number, veto: boolean}} Step */
/** @typedef {{part: string, code: string, zh: string, en: string, mode: 'REAL'|'SIMULATED'|'ORAL', minutes: number, points: number, steps: Step[]}} Task */
/** @typedef {{points: number, cut: number, vetoed: boolean, passed: boolean, sums: number[]}} Outcome */
/** @typedef {'AT_STATION'|'RUNNING'|'DISPUTED'|'JUDGED'|'ENDED'} CandidateState */
/** @typedef {{state: CandidateState, serverTime: string, remainingMillis: number|null, assessors: number, signed: number, outcome: Outcome|null}} Stand */
/**
 * @typedef {{place: number, epoch: number, nextSequence: number, signed: boolean, answers: import('../exam/types.js').Answers, tasks: Task[], photos: string[],
 *   stand: Stand}} Opened
 */
/** @typedef {{place: number, tasks: Task[], photos: number, stand: Stand}} KeptSheet what a tablet keeps of a sheet beside marks and numbers */

export {};
