import {icon, node} from './dom.js';

/**
 * The session is sat in another browser: how to open it. The page asks on, for the invigilator may let the candidate off.
 * @param {string} link opens that browser
 * @param {string} file its settings, for when the link does nothing
 * @param {import('../types.js').Say} say
 */
export function createLocked(link, file, say) {
  const heading = node('h1', {tabindex: '-1'}, say('locked'));
  const box = node('section', {class: 'panel panel-locked'},
    node('div', {class: 'panel-sign'}, icon('screen')), heading, node('p', {class: 'panel-text'}, say('locked_text')),
    node('a', {class: 'act act-main act-big', href: link}, node('span', {}, say('locked_open'))),
    node('a', {class: 'act', href: file}, node('span', {}, say('locked_file'))),
    node('p', {class: 'quiet'}, say('locked_help')));
  return {
    element: node('div', {class: 'centred'}, node('div', {class: 'panel-place'}, box)),
    focus: () => heading.focus({preventScroll: true}),
    update() {},
  };
}
