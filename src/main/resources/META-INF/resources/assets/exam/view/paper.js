import {unanswered} from '../state.js';
import {createCard} from './card.js';
import {button, node, set, write} from './dom.js';
import {createPanel} from './panel.js';
import {createQuestion} from './question.js';

/**
 * The examination itself: the question, the card beside it or under the thumb, and panels that take their place.
 * @param {import('../state.js').Model} first
 * @param {import('../types.js').Acts} acts
 * @param {import('../types.js').Texts} texts
 * @param {import('../types.js').Speech} speech
 */
export function createPaper(first, acts, texts, speech) {
  const {say} = texts;
  const paper = /** @type {import('../types.js').Paper} */ (first.paper);
  const card = createCard(paper, (index) => leave(() => acts.go(index)), say);
  const cardHandIn = button(say('hand_in'), () => leave(acts.askHandIn), 'act-strong hand-in', 'hand');
  card.element.append(cardHandIn);
  const aside = node('aside', {class: 'card-place', 'aria-label': say('card')});
  const sheet = node('dialog', {class: 'sheet', 'aria-label': say('card')}, button(say('close'), () => sheet.close(), 'act-quiet sheet-close'));
  const holder = node('div', {class: 'task-holder'});
  const down = button(say('more'), () => (wide.matches ? holder : document.documentElement).scrollBy({top: innerHeight / 3}));
  down.tabIndex = -1;
  const more = node('div', {class: 'more', 'aria-hidden': 'true'}, down);
  const previous = button(say('previous'), () => acts.go(place - 1), 'move', 'back');
  const next = button(say('next'), () => acts.go(place + 1), 'move act-main move-next', 'next');
  const finish = button(say('check_and_hand_in'), acts.askHandIn, 'move act-main move-finish');
  const count = node('span', {});
  const openCard = node('button', {type: 'button', class: 'act open-card', onclick: () => sheet.showModal()}, node('span', {}, say('card_short')), count);
  const moves = node('nav', {class: 'moves', 'aria-label': say('moves')}, previous, openCard, next, finish);
  const left = node('div', {class: 'task-place'}, node('div', {class: 'task-room'}, holder, more), moves);
  const panelHolder = node('div', {class: 'panel-place', hidden: true});
  const grid = node('div', {class: 'paper'}, left, aside);
  const element = node('div', {class: 'paper-view'}, grid, panelHolder, sheet);
  const wide = matchMedia('(min-width: 64rem)');
  const signal = new AbortController();

  let place = -1;
  let shownPanel = '';
  /** @type {ReturnType<typeof createQuestion>|null} */
  let question = null;

  function settleCard() {
    if (wide.matches) sheet.close();
    (wide.matches ? aside : sheet).append(card.element);
  }

  /** @param {() => void} act */
  function leave(act) {
    sheet.close();
    act();
  }

  /** People who rarely use a computer do not look for what is below the edge. */
  function hint() {
    const below = wide.matches
      ? holder.scrollHeight - holder.scrollTop - holder.clientHeight
      : holder.getBoundingClientRect().bottom - moves.getBoundingClientRect().top;
    more.hidden = below < 24;
  }

  const watcher = new ResizeObserver(hint);
  watcher.observe(holder);
  holder.addEventListener('scroll', hint, {passive: true});
  addEventListener('scroll', hint, {passive: true, signal: signal.signal});
  addEventListener('resize', hint, {signal: signal.signal});
  wide.addEventListener('change', settleCard, {signal: signal.signal});
  settleCard();

  /** @param {import('../state.js').Model} model */
  function panel(model) {
    const name = model.signedOut ? 'signed_out' : model.stale ? 'stale' : model.held ? 'held' : model.shut ? 'shut' : model.handing ? 'handing_' + model.handing : '';
    if (name === shownPanel) return;
    shownPanel = name;
    grid.hidden = name !== '';
    panelHolder.hidden = name === '';
    panelHolder.replaceChildren();
    if (name) {
      sheet.close();
      const box = createPanel(name, acts, say);
      panelHolder.append(box);
      scrollTo(0, 0);
      box.querySelector('h1')?.focus({preventScroll: true});
    } else question?.focus();
  }

  /** @param {import('../state.js').Model} model */
  function update(model) {
    if (model.place !== place) {
      const moved = place >= 0;
      place = model.place;
      const item = paper.items[place];
      speech.stop();
      question = createQuestion(item, say('question', item.no, paper.items.length), acts, say, speech, texts.lang);
      holder.replaceChildren(question.element);
      holder.scrollTop = 0;
      if (moved) scrollTo(0, 0);
      question.focus();
      previous.disabled = place === 0;
      next.hidden = place === paper.items.length - 1;
      finish.hidden = !next.hidden;
      cellInView();
      watcher.disconnect();
      watcher.observe(holder);
      watcher.observe(question.element);
    }
    const {no} = paper.items[place];
    question?.update(model.answers[no] ?? '', model.marks.includes(no));
    card.update(model);
    write(count, say('card_count', paper.items.length - unanswered(model).length, paper.items.length));
    set(openCard, 'aria-label', say('card') + ' ' + count.textContent);
    panel(model);
  }

  function cellInView() {
    if (wide.matches) card.element.querySelectorAll('.cell')[place]?.scrollIntoView({block: 'nearest'});
  }

  return {
    element,
    update,
    press: (/** @type {number} */ i) => question?.press(i),
    read: () => question?.read(),
    end() {
      signal.abort();
      watcher.disconnect();
    },
  };
}
