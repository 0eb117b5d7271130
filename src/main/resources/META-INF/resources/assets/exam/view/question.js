import {figureAddress} from '../shell.js';
import {isChinese} from '../speech.js';
import {button, icon, node, set, write} from './dom.js';

/**
 * @typedef {import('../types.js').Item} Item
 * @typedef {object} QuestionActs
 * @property {(item: Item, answer: string) => void} choose
 * @property {(item: Item) => void} mark
 */

/**
 * One question: its words, its figure, the answers to choose from.
 * @param {Item} item
 * @param {string} title
 * @param {QuestionActs} acts
 * @param {import('../types.js').Say} say
 * @param {import('../types.js').Speech} speech
 * @param {string} lang of the page
 */
export function createQuestion(item, title, acts, say, speech, lang) {
  const many = item.section === 'MULTIPLE';
  const heading = node('h1', {class: 'task-number', tabindex: '-1'}, title);
  const inputs = item.options.map((option) =>
    node('input', {
      type: many ? 'checkbox' : 'radio', name: 'q' + item.no, value: String(option.id), id: `o${item.no}-${option.id}`, onchange: choose,
    }));
  const labels = item.options.map((option, i) =>
    node('label', {class: 'option' + (many ? ' option-many' : ''), for: inputs[i].id, lang: foreign(option.text, lang)},
      inputs[i], node('span', {class: 'letter', 'aria-hidden': 'true'}, letter(i)), node('span', {class: 'option-text'}, option.text)));
  const flagged = node('span', {});
  const mark = node('button', {type: 'button', class: 'act act-quiet mark', 'aria-pressed': 'false', onclick: () => acts.mark(item)}, icon('flag'), flagged);
  const aloud = button(say('read'), () => speech.read(aloudText(item)), 'act-quiet', 'sound');
  aloud.classList.add('read');

  function choose() {
    acts.choose(item, inputs.filter((input) => input.checked).map((input) => input.value).sort().join(','));
  }

  const kind = [say('type_' + item.section), item.points ? say('points', item.points) : ''].filter(Boolean).join(' · ');
  const element = node('section', {class: 'task', 'aria-label': title},
    node('div', {class: 'task-head'},
      node('div', {class: 'task-title'}, heading, node('p', {class: 'kind'}, kind)),
      node('div', {class: 'task-tools'}, aloud, mark)),
    node('div', {class: 'task-body'},
      node('fieldset', {}, node('legend', {class: 'stem', lang: foreign(item.stem, lang)}, item.stem), figure(item), node('div', {class: 'options'}, ...labels))));

  return {
    element,
    focus: () => heading.focus({preventScroll: true}),
    read: () => speech.available() && speech.read(aloudText(item)),
    /** @param {number} place from 0 */
    press: (place) => inputs[place]?.click(),
    /**
     * @param {string} answer
     * @param {boolean} marked
     */
    update(answer, marked) {
      const chosen = answer.split(',');
      inputs.forEach((input, i) => {
        const on = chosen.includes(input.value);
        if (input.checked !== on) input.checked = on;
        labels[i].classList.toggle('option-on', on);
      });
      set(mark, 'aria-pressed', marked ? 'true' : 'false');
      write(flagged, say(marked ? 'marked_on' : 'mark'));
      aloud.hidden = !speech.available();
    },
  };
}

/** @param {number} place */
export const letter = (place) => 'ABCDEFGHI'[place];

/** @param {string} text @param {string} lang */
const foreign = (text, lang) => (lang === 'en' && isChinese(text) ? 'zh-CN' : null);

/** @param {Item} item */
const aloudText = (item) => [item.stem, ...item.options.map((option, i) => letter(i) + '，' + option.text)].join('。');

/**
 * The place is as large as the figure from the beginning; one that did not arrive is asked for again while it is on the page.
 * @param {Item} item
 */
function figure(item) {
  if (!item.figure) return null;
  const {alt, width, height} = item.figure;
  const address = figureAddress(item.figure);
  const image = node('img', {class: 'figure', alt, width, height});
  image.addEventListener('error', () => setTimeout(() => image.isConnected && image.setAttribute('src', address), 3000));
  // As wide as it is, as there is room for, and so that answers are still seen below it.
  image.style.width = `min(${width}px, 100%, ${Math.round((38 * width) / height)}vh)`;
  image.src = address;
  return image;
}
