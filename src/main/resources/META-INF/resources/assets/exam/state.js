/**
 * @typedef {import('./types.js').ExamEvent} ExamEvent
 * @typedef {import('./types.js').Answers} Answers
 * @typedef {import('./types.js').Item} Item
 *
 * @typedef {object} Model
 * @property {'loading'|'absent'|'waiting'|'ready'|'paused'|'exam'|'closed'} phase
 * @property {boolean} practice
 * @property {boolean} busy the start was pressed, the paper is on its way
 * @property {string|null} seat
 * @property {import('./types.js').Paper|null} paper
 * @property {Answers} answers what the candidate has chosen, acknowledged or not
 * @property {ExamEvent[]} queue not acknowledged by the server, rising
 * @property {number} writing choices on their way into this computer's store
 * @property {number} marking marks on their way there
 * @property {number[]} marks
 * @property {number} place
 * @property {boolean} line whether the server can be reached
 * @property {boolean} held
 * @property {boolean} shut the staff has locked the page
 * @property {boolean} stale
 * @property {boolean} signedOut
 * @property {boolean} locked the server wants another browser
 * @property {boolean} unsafe this computer could not store a choice
 * @property {number[]} late items whose last answer came after the end
 * @property {number} lost answers that came after the sitting was closed
 * @property {number[]} check items that the candidate should look at again
 * @property {''|'candidate'|'time'} handing
 * @property {string|null} refusal
 * @property {import('./types.js').Receipt|null} receipt
 * @property {import('./types.js').ReceiptCode|null} code
 * @property {import('./types.js').Outcome|null} outcome
 *
 * @typedef {{type: 'standing', answer: import('./types.js').StateAnswer}
 *   | {type: 'practise', on: boolean}
 *   | {type: 'begin'} | {type: 'notBegun', detail: string|null}
 *   | {type: 'opened', open: import('./types.js').OpenAnswer, queue: ExamEvent[], record: import('./types.js').SittingRecord|null}
 *   | {type: 'restored', record: import('./types.js').SittingRecord, queue: ExamEvent[]}
 *   | {type: 'chose', item: number, answer: string}
 *   | {type: 'stored', event: ExamEvent, safe: boolean}
 *   | {type: 'acknowledged', saved: number[], late: number[]}
 *   | {type: 'dropped', event: ExamEvent}
 *   | {type: 'go', index: number} | {type: 'mark', item: number} | {type: 'markKept'}
 *   | {type: 'line', ok: boolean} | {type: 'held', on: boolean} | {type: 'shut', on: boolean}
 *   | {type: 'stale'} | {type: 'signedOut'} | {type: 'signedIn'} | {type: 'locked'}
 *   | {type: 'check', items: number[]}
 *   | {type: 'handing', by: ''|'candidate'|'time'}
 *   | {type: 'closed', lost: number}
 *   | {type: 'receipt', receipt: import('./types.js').Receipt} | {type: 'code', code: import('./types.js').ReceiptCode}
 *   | {type: 'outcome', outcome: import('./types.js').Outcome}} Action
 */

/** @type {Model} */
export const INITIAL = {
  phase: 'loading', practice: false, busy: false, seat: null, paper: null, answers: {}, queue: [], writing: 0, marking: 0, marks: [], place: 0, line: true,
  held: false, shut: false, stale: false, signedOut: false, locked: false, unsafe: false, late: [], lost: 0, check: [], handing: '', refusal: null, receipt: null,
  code: null, outcome: null,
};

const STANDING = /** @type {const} */ ({NOT_CHECKED_IN: 'absent', WAITING: 'waiting', READY: 'ready', ROOM_PAUSED: 'paused'});

/**
 * The next state of the page. Nothing else decides what is shown.
 * @param {Model} model
 * @param {Action} action
 * @returns {Model}
 */
export function reduce(model, action) {
  switch (action.type) {
    case 'standing': {
      const {state, seat} = action.answer;
      const phase = STANDING[/** @type {keyof typeof STANDING} */ (state)];
      return phase && model.phase !== 'closed' ? {...model, phase, seat, signedOut: false, locked: false} : model;
    }
    case 'practise':
      return {...model, practice: action.on};
    case 'begin':
      return {...model, busy: true, refusal: null};
    case 'notBegun':
      return {...model, busy: false, refusal: action.detail};
    case 'opened': {
      const {open, queue, record} = action;
      return {
        ...model, phase: 'exam', practice: false, busy: false, shut: false, stale: false, signedOut: false, locked: false, refusal: null, paper: open.paper, queue,
        held: open.state === 'HELD', answers: overlaid(open.answers, queue), ...kept(model, record, open.paper.items.length),
      };
    }
    case 'restored': {
      const {record, queue} = action;
      if (!record.paper || model.phase !== 'loading') return model;
      return {
        ...model, phase: 'exam', paper: record.paper, queue, answers: overlaid(record.answers ?? {}, queue),
        ...kept(model, record, record.paper.items.length),
      };
    }
    case 'chose':
      return {...model, answers: overlaid(model.answers, [{sequence: 0, ...action}]), writing: model.writing + 1, check: without(model.check, action.item)};
    case 'stored':
      return {...model, queue: [...model.queue, action.event], writing: model.writing - 1, unsafe: model.unsafe || !action.safe};
    case 'acknowledged': {
      const gone = new Set([...action.saved, ...action.late]);
      const late = model.queue.filter((event) => action.late.includes(event.sequence)).map((event) => event.item);
      return {...model, queue: model.queue.filter((event) => !gone.has(event.sequence)), late: [...new Set([...model.late, ...late])]};
    }
    case 'dropped':
      return {...model, queue: model.queue.filter((event) => event.sequence !== action.event.sequence), check: [...model.check, action.event.item]};
    case 'go':
      return model.paper?.items[action.index] ? {...model, place: action.index} : model;
    case 'mark':
      return {
        ...model, marking: model.marking + 1,
        marks: model.marks.includes(action.item) ? without(model.marks, action.item) : [...model.marks, action.item],
      };
    case 'markKept':
      return {...model, marking: model.marking - 1};
    case 'line':
      return model.line === action.ok ? model : {...model, line: action.ok};
    case 'held':
      return model.held === action.on ? model : {...model, held: action.on};
    case 'shut':
      return model.shut === action.on ? model : {...model, shut: action.on};
    case 'stale':
      return model.phase === 'exam' ? {...model, stale: true, handing: ''} : model;
    case 'signedOut':
      return {...model, signedOut: true, busy: false};
    case 'signedIn':
      return {...model, signedOut: false};
    case 'locked':
      return {...model, locked: true, busy: false};
    case 'check':
      return {...model, check: action.items, marks: [...new Set([...model.marks, ...action.items])]};
    case 'handing':
      return {...model, handing: action.by};
    case 'closed':
      return {...model, phase: 'closed', practice: false, held: false, shut: false, stale: false, signedOut: false, locked: false, handing: '', lost: Math.max(model.lost, action.lost), queue: []};
    case 'receipt':
      return {...model, receipt: action.receipt};
    case 'code':
      return {...model, code: action.code};
    case 'outcome':
      return {...model, outcome: action.outcome};
  }
}

/**
 * @param {Model} model
 * @param {import('./types.js').SittingRecord|null} record
 * @param {number} items
 */
function kept(model, record, items) {
  if (model.phase === 'exam') return {};
  return {marks: record?.marks ?? [], place: Math.min(record?.place ?? 0, items - 1)};
}

/**
 * The answers with later choices laid over them; of several choices of one item the one with the highest sequence counts.
 * @param {Answers} answers
 * @param {ExamEvent[]} events
 * @returns {Answers}
 */
export function overlaid(answers, events) {
  const result = {...answers};
  for (const event of [...events].sort((a, b) => a.sequence - b.sequence)) {
    if (event.answer) result[event.item] = event.answer;
    else delete result[event.item];
  }
  return result;
}

/**
 * @param {number[]} list
 * @param {number} value
 */
const without = (list, value) => list.filter((other) => other !== value);

/** @param {Model} model */
export const unsent = (model) => model.queue.length + model.writing;

/** Whether the candidate can answer now. @param {Model} model */
export const answering = ({phase, stale, held, shut, handing, signedOut, locked}) => phase === 'exam' && !stale && !held && !shut && !handing && !signedOut && !locked;

/**
 * @param {Model} model
 * @returns {Item[]}
 */
export const unanswered = (model) => (model.paper?.items ?? []).filter((item) => !model.answers[item.no]);

/**
 * Another computer has answered under the numbers of this queue: what the server does not have is sent under new numbers, where it has another
 * answer that one stays and the candidate is asked to look.
 * @param {Answers} answers the server's
 * @param {ExamEvent[]} queue
 * @returns {{again: {item: number, answer: string}[], check: number[]}}
 */
export function reconcile(answers, queue) {
  const mine = new Map([...queue].sort((a, b) => a.sequence - b.sequence).map((event) => [event.item, event.answer]));
  const again = [];
  const check = [];
  for (const [item, answer] of mine) {
    const theirs = answers[item] ?? '';
    if (theirs === answer) continue;
    if (theirs) check.push(item);
    else again.push({item, answer});
  }
  return {again, check};
}
