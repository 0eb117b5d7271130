import {clockText} from '../exam/clock.js';
import {node, set, write} from '../exam/view/dom.js';
import {FAILED, marking, moved, sums, unsent} from './model.js';

/**
 * @typedef {import('./model.js').Model} Model
 * @typedef {import('./types.js').Task} Task
 * @typedef {import('./types.js').Step} Step
 * @typedef {object} Acts
 * @property {() => void} open
 * @property {() => void} start
 * @property {() => void} giveBack
 * @property {(item: number, answer: string) => void} tap
 * @property {() => void} undo
 * @property {(index: number) => void} show
 * @property {(file: File) => void} photograph
 * @property {() => void} sign
 * @property {() => void} next
 */

/**
 * The whole page of the candidate who is marked: built once, then only what changes is written.
 * @param {HTMLElement} root
 * @param {{name: string, lang: string}} who
 * @param {Acts} acts
 * @param {(key: string, ...values: (string|number)[]) => string} say
 */
export function createView(root, {name, lang}, acts, say) {
  /** @param {{zh: string, en: string}} text */
  const pick = (text) => (lang === 'en' ? text.en : text.zh);
  /** @param {string} label @param {() => void} act @param {string} [kind] */
  const button = (label, act, kind = '') => node('button', {type: 'button', class: ('button ' + kind).trim(), onclick: act}, label);

  const clock = node('p', {class: 'station-clock', role: 'timer', 'aria-label': say('clock')}, '–');
  const saved = node('p', {class: 'station-saved', role: 'status'});
  const sum = node('p', {class: 'station-sum'});
  const tell = node('p', {class: 'notice notice-error', role: 'alert', hidden: true});
  const panel = node('section', {class: 'station-panel', 'aria-live': 'polite'});
  const tabs = node('nav', {class: 'station-tabs', 'aria-label': say('tasks')});
  const sheet = node('section', {class: 'station-task'});
  const undo = button(say('undo'), acts.undo, 'button-big');
  const file = node('input', {type: 'file', accept: 'image/*', capture: 'environment', id: 'photo', class: 'station-file'});
  const photo = node('label', {for: 'photo', class: 'button button-big station-photo'}, say('photo'));
  const sign = button(say('sign'), ask, 'button-primary button-big');
  const foot = node('footer', {class: 'station-foot'}, undo, node('span', {class: 'station-photo-box'}, file, photo), sign);
  root.replaceChildren(node('header', {class: 'station-head'}, node('h1', {}, name), clock, sum, saved), tell, panel, tabs, sheet, foot);
  file.addEventListener('change', () => {
    const chosen = file.files?.[0];
    if (chosen) acts.photograph(chosen);
    file.value = '';
  });

  /** @type {Model|null} */
  let model = null;
  let panelName = '';
  /** @type {Task|null} */
  let built = null;
  /** @type {((model: Model) => void)[]} */
  let rows = [];
  /** @type {HTMLElement[]} */
  let tabButtons = [];

  /** @param {Model} now */
  function update(now) {
    model = now;
    const {phase, tasks} = now;
    const all = sums(tasks, now.answers);
    const on = phase === 'marking';
    clock.hidden = now.stand?.state !== 'RUNNING' || !on;
    for (const part of [tabs, sheet, foot, sum]) part.hidden = !on || now.stand?.state === 'AT_STATION' || Boolean(now.problem);
    write(sum, say('sum', all.points, all.most) + (all.vetoes ? ' · ' + say('vetoes', all.vetoes) : ''));
    set(sum, 'data-veto', all.vetoes > 0);
    showSaved(now);
    showTell(now);
    showPanel(now);
    if (on && tasks.length) {
      showTabs(now);
      showTask(now, tasks[now.shown]);
    }
    undo.disabled = !marking(now) || !now.past.length;
    file.disabled = !marking(now);
    sign.disabled = !marking(now) || now.restored || now.joining || unsent(now) > 0 || all.open > 0;
  }

  /** @param {Model} now */
  function showSaved(now) {
    const waiting = unsent(now);
    write(saved, now.phase !== 'marking' ? '' : now.unsafe ? say('unsafe') : waiting ? say(now.line ? 'sending' : 'waiting', waiting) : say('saved'));
    set(saved, 'data-state', now.unsafe ? 'bad' : waiting ? 'waiting' : 'saved');
  }

  /** @param {Model} now */
  function showTell(now) {
    const text = now.problem === 'SHEET_ELSEWHERE' || now.problem === 'SIGNED_OUT' ? '' : now.detail
      || (now.check.length ? say('check', now.check.length) : '') || (now.line ? '' : say('offline'));
    tell.hidden = !text;
    write(tell, text);
  }

  /** @param {Model} now */
  function showPanel(now) {
    const {stand, phase, problem} = now;
    const wanted = problem || (phase === 'begin' ? 'begin' : phase === 'signed' ? 'signed' + stand?.state + stand?.signed : stand?.state === 'AT_STATION' ? 'wait' + stand.assessors : '');
    if (wanted === panelName) return;
    panelName = wanted;
    panel.hidden = !wanted;
    panel.replaceChildren(...panelParts(now));
  }

  /** @param {Model} now @returns {(Node|string)[]} */
  function panelParts({stand, phase, problem}) {
    if (problem === 'SIGNED_OUT') return [node('p', {}, say('signed_out')), node('a', {class: 'button button-primary button-big', href: location.href}, say('sign_in'))];
    if (problem) return [node('p', {}, say(problem === 'SHEET_ELSEWHERE' ? 'elsewhere' : 'refused')), button(say('here'), acts.open, 'button-primary button-big')];
    if (phase === 'begin') return [node('p', {}, say('begin_help')), button(say('begin'), acts.open, 'button-primary button-big')];
    if (phase === 'signed') return signedParts(stand);
    if (stand?.state !== 'AT_STATION') return [];
    const back = button(say('give_back'), acts.giveBack, 'button-big');
    return stand.assessors < 2
      ? [node('p', {}, say('second_missing')), back]
      : [node('p', {}, say('start_help')), button(say('start'), acts.start, 'button-primary button-big'), ' ', back];
  }

  /** @param {import('./types.js').Stand|null} stand @returns {Node[]} */
  function signedParts(stand) {
    const next = button(say('next'), acts.next, 'button-primary button-big');
    const outcome = stand?.outcome;
    if (!outcome) return [node('p', {}, say(stand?.state === 'DISPUTED' ? 'third_called' : 'wait_other')), next];
    return [
      node('p', {class: 'station-verdict', 'data-passed': outcome.passed}, say(outcome.passed ? 'passed' : 'failed', outcome.points) + (outcome.vetoed ? ' · ' + say('veto_stands') : '')),
      node('p', {}, say('sums', outcome.sums.join(' / ')), ' ', say('provisional')), next,
    ];
  }

  /** @param {Model} now */
  function showTabs(now) {
    if (tabButtons.length !== now.tasks.length) {
      tabButtons = now.tasks.map((task, index) =>
        node('button', {type: 'button', class: 'station-tab', onclick: () => acts.show(index)}, node('strong', {}, task.part), node('span', {})));
      tabs.replaceChildren(...tabButtons);
    }
    now.tasks.forEach((task, index) => {
      const part = sums([task], now.answers);
      set(tabButtons[index], 'aria-current', index === now.shown ? 'step' : null);
      set(tabButtons[index], 'data-state', part.vetoes ? 'veto' : part.open ? 'open' : 'done');
      const marks = part.open ? say('tab_open', part.points, part.most, part.open) : say('tab_done', part.points, part.most);
      write(/** @type {Element} */ (tabButtons[index].lastElementChild), part.vetoes ? say('tab_veto', part.points, part.most) : marks);
    });
  }

  /** @param {Model} now @param {Task} task */
  function showTask(now, task) {
    // The same task read anew, as when the sheet is opened again, keeps its place on the page and the focus in it.
    if (JSON.stringify(built) !== JSON.stringify(task)) {
      built = task;
      rows = [];
      sheet.replaceChildren(
        node('h2', {}, task.code + ' ' + pick(task)),
        node('p', {class: 'quiet'}, say('mode_' + task.mode) + ' · ' + say('minutes', task.minutes)),
        node('ol', {class: 'station-steps'}, ...task.steps.filter((step) => !step.veto).map(stepRow)),
        node('ul', {class: 'station-vetoes', 'aria-label': say('veto_items')}, ...task.steps.filter((step) => step.veto).map(vetoRow)));
    }
    rows.forEach((row) => row(now));
  }

  /** @param {Step} step */
  function stepRow(step) {
    const given = node('output', {class: 'station-given'});
    const less = button('−', () => acts.tap(step.no, moved(step, model?.answers[step.no], -1)), 'station-less');
    const full = button(say('full', step.points), () => acts.tap(step.no, String(step.points)), 'station-full');
    const more = button('+', () => acts.tap(step.no, moved(step, model?.answers[step.no], 1)), 'station-more');
    const text = node('p', {id: 'step' + step.no}, pick(step));
    [less, full, more].forEach((each) => set(each, 'aria-describedby', 'step' + step.no));
    set(less, 'aria-label', say('less'));
    set(more, 'aria-label', say('more'));
    const row = node('li', {}, text, node('div', {class: 'station-acts'}, less, given, more, full));
    rows.push((now) => {
      const answer = now.answers[step.no];
      write(given, answer === undefined ? '– / ' + step.points : answer + ' / ' + step.points);
      set(row, 'data-state', answer === undefined ? 'open' : Number(answer) < step.points ? 'less' : 'full');
      set(row, 'data-check', now.check.includes(step.no));
      [less, full, more].forEach((each) => set(each, 'disabled', !marking(now)));
    });
    return row;
  }

  /** @param {Step} step */
  function vetoRow(step) {
    const met = button('', () => acts.tap(step.no, model?.answers[step.no] === FAILED ? '' : FAILED), 'station-met');
    set(met, 'aria-describedby', 'step' + step.no);
    const row = node('li', {}, node('p', {id: 'step' + step.no}, node('strong', {}, say('veto') + ' '), pick(step)), met);
    rows.push((now) => {
      const failed = now.answers[step.no] === FAILED;
      write(met, say(failed ? 'veto_met' : 'veto_mark'));
      set(met, 'aria-pressed', String(failed));
      set(row, 'data-state', failed ? 'veto' : 'none');
      set(met, 'disabled', !marking(now));
    });
    return row;
  }

  /** What is about to be signed is said once more. */
  function ask() {
    if (!model) return;
    const all = sums(model.tasks, model.answers);
    const box = node('dialog', {class: 'station-ask', 'aria-labelledby': 'ask-title'},
      node('h2', {id: 'ask-title'}, say('sign_ask')),
      node('p', {class: 'station-sum', 'data-veto': all.vetoes > 0}, say('sum', all.points, all.most) + (all.vetoes ? ' · ' + say('vetoes', all.vetoes) : '')),
      node('p', {}, say('sign_help')));
    const yes = button(say('sign'), () => {
      box.close();
      acts.sign();
    }, 'button-primary button-big');
    box.append(node('p', {class: 'station-acts'}, yes, button(say('not_yet'), () => box.close(), 'button-big')));
    box.addEventListener('close', () => box.remove());
    root.append(box);
    box.showModal();
  }

  return {
    update,
    /** @param {number|null} left milliseconds */
    tick(left) {
      const running = model?.stand?.state === 'RUNNING';
      write(clock, !running ? '–' : left === null ? say('clock_unknown') : clockText(left));
      set(clock, 'data-state', !running ? null : left === null ? 'unknown' : left < 300_000 ? 'short' : null);
    },
  };
}
