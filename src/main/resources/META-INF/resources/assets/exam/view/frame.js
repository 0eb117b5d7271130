import {clockText} from '../clock.js';
import {answering, unsent} from '../state.js';
import {icon, node, set, write} from './dom.js';

/**
 * What is always there: who sits here, whether the answers are safe, how much time is left, and a line of words that never changes its height.
 * @param {{name: string, ticket: string, title: string}} candidate
 * @param {import('../types.js').Acts} acts
 * @param {import('../types.js').Say} say
 */
export function createFrame(candidate, acts, say) {
  const saved = node('span', {id: 'saved', class: 'saved'});
  const digits = node('span', {id: 'timer', class: 'digits'});
  const label = node('span', {class: 'digits-label'}, say('time_left'));
  const timer = node('div', {class: 'timer', role: 'timer', 'aria-label': say('time_left')}, label, digits);
  const words = node('span', {class: 'strip-words'});
  const strip = node('div', {id: 'strip', class: 'strip', role: 'status'}, words);
  let last = false;
  /** @type {import('../state.js').Model|null} */
  let known = null;
  const handIn = tool('hand_in', 'hand', acts.askHandIn, 'tool-hand-in');
  const bar = node('header', {class: 'exam-bar'},
    node('div', {class: 'who'},
      node('div', {class: 'who-name'}, node('strong', {}, candidate.name), node('span', {class: 'who-ticket'}, candidate.ticket)),
      node('div', {class: 'who-exam'}, candidate.title)),
    node('div', {class: 'status'}, saved, timer),
    node('div', {class: 'tools'}, tool('settings', 'gear', acts.openSettings), tool('help', 'help', acts.openHelp), handIn));

  /**
   * @param {string} key
   * @param {Parameters<typeof icon>[0]} sign
   * @param {() => void} act
   */
  function tool(key, sign, act, kind = '') {
    return node('button', {type: 'button', class: 'tool ' + kind, onclick: act}, icon(sign), node('span', {}, say(key)));
  }

  function tell() {
    if (!known) return;
    const [tone, text] = mostImportant(known, last, say);
    strip.className = 'strip strip-' + tone;
    write(words, text);
  }

  return {
    bar,
    strip,
    /** @param {import('../state.js').Model} model */
    update(model) {
      const waiting = unsent(model);
      const shown = model.phase === 'exam' && (waiting > 0 || Object.keys(model.answers).length > 0);
      write(saved, !shown ? '' : waiting ? say('saving', waiting) : say('saved'));
      saved.className = 'saved' + (!shown ? '' : waiting ? ' saved-waiting' : ' saved-safe');
      // Until the choice or mark is on this computer's disk, a power cut would take it.
      set(saved, 'aria-busy', model.writing + model.marking > 0 && 'true');
      timer.hidden = model.phase !== 'exam';
      handIn.hidden = !answering(model);
      known = model;
      tell();
    },
    /**
     * @param {number|null} left
     * @param {boolean} paused
     */
    time(left, paused) {
      write(digits, left === null ? say('time_unknown') : clockText(left));
      write(label, say(paused ? 'time_paused' : 'time_left'));
      const before = last;
      last = left !== null && left <= 300_000 && !paused;
      if (last !== before) tell();
      const kind = 'timer' + (left === null ? ' timer-unknown' : '') + (paused ? ' timer-paused' : '') + (last ? ' timer-last' : '');
      if (timer.className !== kind) timer.className = kind;
      set(timer, 'aria-label', say(paused ? 'time_paused' : 'time_left'));
    },
  };
}

/** As many numbers as the line has room for. */
const NAMED = 3;

/**
 * The most important thing to know now, in words that fit into the line.
 * @param {import('../state.js').Model} model
 * @param {boolean} last the last minutes run
 * @param {import('../types.js').Say} say
 * @returns {['calm'|'good'|'warn'|'bad', string]}
 */
function mostImportant(model, last, say) {
  if (model.phase === 'closed') return model.line ? ['calm', say('strip_closed')] : ['warn', say('strip_closed_offline')];
  if (!model.line) return ['warn', say(answering(model) ? 'offline' : 'offline_before')];
  if (model.refusal) return ['bad', model.refusal];
  if (model.unsafe) return ['warn', say('strip_unsafe')];
  if (model.late.length) return ['warn', say('strip_late', model.late.length)];
  if (model.check.length > NAMED) return ['warn', say('strip_check_many', model.check.length)];
  if (model.check.length) return ['warn', say('strip_check', model.check.join(say('comma')))];
  if (model.practice && model.phase === 'ready') return ['good', say('strip_practice_ready')];
  if (!answering(model)) return ['calm', say('strip_before')];
  return last ? ['warn', say('strip_last')] : ['calm', say('strip_exam')];
}
