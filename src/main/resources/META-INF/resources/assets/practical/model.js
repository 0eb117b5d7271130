import {overlaid} from '../exam/state.js';

/**
 * @typedef {import('../exam/types.js').ExamEvent} Tap
 * @typedef {import('../exam/types.js').Answers} Answers
 * @typedef {import('./types.js').Task} Task
 *
 * @typedef {object} Model
 * @property {'begin'|'marking'|'signed'} phase
 * @property {number} place 1 or 2, 3 for the one who was called
 * @property {number} epoch
 * @property {Task[]} tasks
 * @property {Answers} answers what the assessor has tapped, arrived or not
 * @property {Tap[]} queue not acknowledged by the server, rising
 * @property {number} writing taps on their way into this tablet's store
 * @property {number} photos that have arrived
 * @property {number} unsentPhotos
 * @property {{item: number, before: string}[]} past for undoing, the newest last
 * @property {number} shown index of the task
 * @property {import('./types.js').Stand|null} stand
 * @property {boolean} line whether the server can be reached
 * @property {boolean} unsafe this tablet could not store a tap
 * @property {boolean} signing
 * @property {boolean} restored from what this tablet keeps: the sheet has not been opened again since the page was loaded
 * @property {boolean} joining what the server has is being laid under what this tablet has
 * @property {string} problem reason of what the server refused, empty for none
 * @property {string} detail its words
 * @property {number[]} check steps that another tablet has marked otherwise
 */

/** A veto item that was met. */
export const FAILED = 'FAILED';

/** @type {Model} */
export const INITIAL = {
  phase: 'begin', place: 0, epoch: 0, tasks: [], answers: {}, queue: [], writing: 0, photos: 0, unsentPhotos: 0, past: [], shown: 0, stand: null, line: true,
  unsafe: false, signing: false, restored: false, joining: false, problem: '', detail: '', check: [],
};

/** @typedef {ReturnType<typeof sums>} Sums */

/**
 * What the marks of some tasks come to so far.
 * @param {Task[]} tasks
 * @param {Answers} answers
 */
export function sums(tasks, answers) {
  const steps = tasks.flatMap((task) => task.steps);
  const marked = steps.filter((step) => !step.veto && answers[step.no] !== undefined);
  return {
    points: marked.reduce((sum, step) => sum + Number(answers[step.no]), 0),
    most: steps.reduce((sum, step) => sum + step.points, 0),
    open: steps.filter((step) => !step.veto).length - marked.length,
    vetoes: steps.filter((step) => step.veto && answers[step.no] === FAILED).length,
  };
}

/**
 * The answer after one point less or more: from nothing, less means full points less one, more means full points.
 * @param {import('./types.js').Step} step
 * @param {string|undefined} answer
 * @param {-1|1} by
 */
export function moved(step, answer, by) {
  const from = answer === undefined ? (by < 0 ? step.points : step.points - 1) : Number(answer);
  return String(Math.min(step.points, Math.max(0, from + by)));
}

/**
 * @param {Model} model
 * @param {number} item
 * @param {string} answer empty takes it back
 * @param {boolean} undo the tap takes back the newest one
 * @returns {Model}
 */
export const tapped = (model, item, answer, undo) => ({
  ...model, answers: overlaid(model.answers, [{sequence: 0, item, answer}]), writing: model.writing + 1, check: model.check.filter((no) => no !== item),
  past: undo ? model.past.slice(0, -1) : [...model.past, {item, before: model.answers[item] ?? ''}],
});

/** @param {Model} model */
export const unsent = (model) => model.queue.length + model.writing + model.unsentPhotos;

/** Whether marks can be tapped now. Also while the sheet is opened again: what is tapped then is laid over what comes. @param {Model} model */
export const marking = ({phase, stand, signing, problem}) =>
  phase === 'marking' && !signing && !problem && (stand?.state === 'RUNNING' || stand?.state === 'DISPUTED');
