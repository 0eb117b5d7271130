import {unanswered, unsent} from '../state.js';
import {button, dialog, node} from './dom.js';

/**
 * The last question: what is not answered, what is marked, what has not been sent.
 * @param {import('../state.js').Model} model
 * @param {import('../types.js').Acts} acts
 * @param {import('../types.js').Say} say
 */
export function askHandIn(model, acts, say) {
  const items = model.paper?.items ?? [];
  const open = unanswered(model);
  const marked = items.filter((item) => model.marks.includes(item.no));
  const waiting = unsent(model);
  const room = matchMedia('(min-width: 48rem)').matches ? 30 : 10;

  /** @param {import('../types.js').Item[]} list @param {string} state */
  const jumps = (list, state) =>
    node('div', {class: 'jumps'},
      ...list.slice(0, room).map((item) =>
        node('button', {type: 'button', class: 'cell', 'aria-label': say('go_to', item.no, state), onclick: () => {
          box.close();
          acts.go(items.indexOf(item));
        }}, String(item.no))),
      list.length > room ? node('span', {class: 'quiet'}, say('and_more', list.length - room)) : null);

  const box = dialog(say('hand_in_title'), 'ask',
    open.length ? node('p', {class: 'ask-open'}, say('hand_in_ask', open.length)) : node('p', {class: 'ask-done'}, say('hand_in_all')),
    open.length ? jumps(open, say('unanswered')) : null,
    marked.length ? node('p', {}, say('hand_in_marked', marked.length)) : null,
    marked.length ? jumps(marked, say('marked')) : null,
    waiting ? node('p', {class: 'ask-waiting'}, say('hand_in_waiting', waiting)) : null,
    node('p', {}, say('hand_in_final')),
    node('div', {class: 'dialog-acts'},
      button(say('go_on'), () => box.close(), 'act-main'),
      button(say('hand_in_sure'), () => {
        box.close();
        acts.handIn();
      }, 'act-strong')));
}
