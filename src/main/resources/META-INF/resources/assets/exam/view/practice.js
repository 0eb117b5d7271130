import {INITIAL, reduce} from '../state.js';
import {createCard} from './card.js';
import {button, dialog, icon, node, write} from './dom.js';
import {createQuestion} from './question.js';

const STEPS = /** @type {const} */ (['choose', 'change', 'mark', 'hand_in']);

/**
 * One question to try everything with. Nothing of it is kept or sent.
 * @param {import('../types.js').Acts} acts
 * @param {import('../types.js').Texts} texts
 * @param {import('../types.js').Speech} speech
 */
export function createPractice(acts, texts, speech) {
  const {say} = texts;
  const item = /** @type {import('../types.js').Item} */ ({
    no: 1, section: 'SINGLE', stem: say('sample_stem'), options: ['1', '2', '3', '4'].map((id) => ({id, text: say('sample_' + id)})),
  });
  /** @type {import('../state.js').Model} */
  let own = {...INITIAL, phase: 'exam', paper: {items: [item]}};
  /** @type {Set<typeof STEPS[number]>} */
  const done = new Set();
  const question = createQuestion(item, say('question', 1, 1), {choose, mark}, say, speech, texts.lang);
  const card = createCard({items: [item]}, () => question.focus(), say);
  card.element.append(button(say('hand_in'), tryHandIn, 'act-strong hand-in', 'hand'));
  const steps = STEPS.map((step) => node('li', {class: 'step'}, icon('check'), node('span', {}, say('step_' + step)), node('span', {class: 'hidden-text'})));
  const back = button(say('practice_end'), () => acts.practise(false), 'act-main');
  const heading = node('h1', {tabindex: '-1'}, say('practice'));
  const element = node('div', {class: 'practice'},
    node('section', {class: 'practice-head'}, node('div', {}, heading, node('p', {}, say('practice_text'))),
      node('ol', {class: 'practice-steps'}, ...steps), back),
    node('div', {class: 'paper'}, node('div', {class: 'task-place'}, node('div', {class: 'task-holder'}, question.element)),
      node('aside', {class: 'card-place', 'aria-label': say('card')}, card.element)));

  /** @param {import('../types.js').Item} _ @param {string} answer */
  function choose(_, answer) {
    done.add(own.answers[1] && own.answers[1] !== answer ? 'change' : 'choose');
    act({type: 'chose', item: 1, answer});
  }

  function mark() {
    done.add('mark');
    act({type: 'mark', item: 1});
  }

  function tryHandIn() {
    done.add('hand_in');
    show();
    const box = dialog(say('hand_in'), 'ask', node('p', {}, say('practice_hand_in')), node('div', {class: 'dialog-acts'}, button(say('close'), () => box.close(), 'act-main')));
  }

  /** @param {import('../state.js').Action} action */
  function act(action) {
    own = reduce(own, action);
    show();
  }

  function show() {
    question.update(own.answers[1] ?? '', own.marks.includes(1));
    card.update(own);
    STEPS.forEach((step, i) => {
      steps[i].classList.toggle('step-done', done.has(step));
      write(/** @type {Element} */ (steps[i].lastElementChild), done.has(step) ? say('step_done') : '');
    });
  }

  show();
  return {
    element,
    focus: () => heading.focus({preventScroll: true}),
    press: question.press,
    read: question.read,
    update: () => {},
  };
}
