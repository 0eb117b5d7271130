import {button, icon, node, set, write} from './dom.js';
import {createPanel} from './panel.js';

/**
 * Before the start: where the candidate stands, the seat, what to know, the practice and the start.
 * @param {import('../state.js').Model} first
 * @param {import('../types.js').Acts} acts
 * @param {import('../types.js').Say} say
 * @param {{title: string, minutes: number}} exam
 */
export function createWaiting(first, acts, say, {title, minutes}) {
  const {phase} = first;
  const heading = node('h1', {tabindex: '-1'}, say('standing_' + phase));
  const seat = node('strong', {class: 'seat-number'});
  const seatBox = node('div', {class: 'seat'}, node('span', {}, say('seat')), seat);
  const rules = node('ul', {class: 'rules'},
    ...(/** @type {const} */ (['clock', 'check', 'screen', 'hand'])).map((sign) => node('li', {}, icon(sign), node('span', {}, say('rule_' + sign, minutes)))));
  const begin = button(say('begin'), acts.begin, 'act-main act-big');
  const practise = button(say('practise'), () => acts.practise(true), 'act-big', 'pen');
  const refusal = node('p', {class: 'form-error'});
  begin.hidden = phase !== 'ready';
  const box = node('section', {class: 'welcome welcome-' + phase},
    node('div', {class: 'welcome-head'}, node('div', {class: 'panel-sign'}, icon(phase === 'ready' ? 'check' : phase === 'paused' ? 'pause' : 'clock')),
      node('div', {}, node('p', {class: 'welcome-exam'}, title), heading, node('p', {class: 'panel-text'}, say('standing_' + phase + '_text'))), seatBox),
    rules, phase === 'absent' || phase === 'paused' ? null : node('div', {class: 'welcome-acts'}, practise, begin), refusal);
  const panel = node('div', {class: 'panel-place', hidden: true});
  return {
    element: node('div', {class: 'centred'}, box, panel),
    focus: () => heading.focus({preventScroll: true}),
    /** @param {import('../state.js').Model} model */
    update(model) {
      write(seat, model.seat ?? '');
      seatBox.hidden = !model.seat;
      write(refusal, model.refusal ?? '');
      refusal.hidden = !model.refusal;
      set(begin, 'disabled', model.busy);
      write(/** @type {Element} */ (begin.firstElementChild), say(model.busy ? 'beginning' : 'begin'));
      if (model.signedOut === panel.hidden) {
        box.hidden = model.signedOut;
        panel.hidden = !model.signedOut;
        panel.replaceChildren(...(model.signedOut ? [createPanel('signed_out', acts, say)] : []));
      }
    },
  };
}
