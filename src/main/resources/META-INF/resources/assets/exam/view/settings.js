import {button, dialog, node} from './dom.js';

/**
 * Font size, contrast, hand, keys and language; every change is seen at once.
 * @param {ReturnType<typeof import('../settings.js').createSettings>} settings
 * @param {import('../types.js').Texts} texts
 * @param {(lang: 'zh'|'en') => void} speak
 */
export function openSettings(settings, texts, speak) {
  const {say} = texts;
  const now = settings.get();

  /**
   * @template T
   * @param {string} name
   * @param {T[]} values
   * @param {T} chosen
   * @param {(value: T) => void} change
   */
  const choice = (name, values, chosen, change) =>
    node('fieldset', {class: 'choice choice-' + name}, node('legend', {}, say('set_' + name)),
      node('div', {class: 'choice-row'}, ...values.map((value) =>
        node('label', {class: 'choice-option'},
          node('input', {type: 'radio', name: 'set-' + name, checked: value === chosen, onchange: () => change(value)}),
          node('span', {}, say(`set_${name}_${value}`))))));

  const box = dialog(say('settings'), 'settings',
    choice('size', /** @type {(0|1|2)[]} */ ([0, 1, 2]), now.size, (size) => settings.set({size})),
    choice('contrast', /** @type {('standard'|'strong'|'dark')[]} */ (['standard', 'strong', 'dark']), now.contrast, (contrast) => settings.set({contrast})),
    choice('hand', /** @type {('right'|'left')[]} */ (['right', 'left']), now.hand, (hand) => settings.set({hand})),
    choice('keys', [true, false], now.keys, (keys) => settings.set({keys})),
    choice('lang', /** @type {('zh'|'en')[]} */ (['zh', 'en']), texts.lang, (lang) => {
      box.close();
      speak(lang);
    }),
    node('div', {class: 'dialog-acts'}, button(say('close'), () => box.close(), 'act-main')));
}
