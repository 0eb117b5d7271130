import {button, dialog, node} from './dom.js';

const KEYS = /** @type {const} */ ([
  ['←', '→', 'keys_move'], ['↑', '↓', 'keys_options'], ['A', '1', 'keys_choose'], ['M', 'keys_mark'], ['K', 'keys_card'], ['R', 'keys_read'], ['T', 'keys_time'], ['H', 'keys_hand_in'],
  ['S', 'keys_settings'], ['?', 'keys_help'],
]);

/** @param {import('../types.js').Say} say */
export function openHelp(say) {
  const rows = KEYS.map((row) => {
    const keys = row.slice(0, -1);
    return [node('dt', {}, ...keys.map((key) => node('kbd', {}, key))), node('dd', {}, say(String(row[row.length - 1])))];
  });
  const box = dialog(say('help'), 'help-box',
    node('ul', {class: 'help-list'}, ...['choose', 'mark', 'card', 'saved', 'waiting', 'trouble'].map((key) => node('li', {}, say('help_' + key)))),
    node('h3', {}, say('keys')), node('dl', {class: 'keys'}, ...rows.flat()),
    node('div', {class: 'dialog-acts'}, button(say('close'), () => box.close(), 'act-main')));
}
