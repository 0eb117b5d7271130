import {unanswered} from '../state.js';
import {node, set, write} from './dom.js';

/** @typedef {import('../types.js').Section} Section */

/**
 * The answer card: every question as a button that says whether it is answered and marked.
 * @param {import('../types.js').Paper} paper
 * @param {(index: number) => void} go
 * @param {import('../types.js').Say} say
 */
export function createCard(paper, go, say) {
  const cells = paper.items.map((item, i) => node('button', {type: 'button', class: 'cell', onclick: () => go(i)}, String(item.no)));
  const sections = [...new Set(paper.items.map((item) => item.section))];
  const tally = node('p', {class: 'tally'});
  const groups = sections.map((section) =>
    node('div', {class: 'card-group'}, node('h3', {}, say('short_' + section)),
      node('div', {class: 'cells'}, ...cells.filter((_, i) => paper.items[i].section === section))));
  const legend = node('p', {class: 'card-legend', 'aria-hidden': 'true'},
    ...['done', 'open', 'marked'].map((kind) => node('span', {}, node('span', {class: 'key key-' + kind}), say('legend_' + kind))));
  const element = node('div', {class: 'answer-card'},
    node('div', {class: 'card-head'}, node('h2', {}, say('card')), tally), node('div', {class: 'card-body'}, ...groups), legend);

  return {
    element,
    /** @param {import('../state.js').Model} model */
    update(model) {
      const open = unanswered(model).length;
      write(tally, say('tally', paper.items.length - open, open));
      paper.items.forEach((item, i) => {
        const done = Boolean(model.answers[item.no]);
        const marked = model.marks.includes(item.no);
        const words = [item.no, say(done ? 'answered' : 'unanswered'), marked ? say('marked') : ''].filter(Boolean).join(say('comma'));
        set(cells[i], 'aria-label', words);
        set(cells[i], 'aria-current', i === model.place ? 'true' : null);
        const kind = 'cell' + (done ? ' cell-done' : '') + (marked ? ' cell-marked' : '');
        if (cells[i].className !== kind) cells[i].className = kind;
      });
    },
  };
}
