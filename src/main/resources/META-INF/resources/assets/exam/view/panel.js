import {button, icon, node} from './dom.js';

/**
 * What takes the place of the question while it cannot be answered: paused, another page, handing in, signed out.
 * @param {string} name
 * @param {import('../types.js').Acts} acts
 * @param {import('../types.js').Say} say
 */
export function createPanel(name, acts, say) {
  const signs = /** @type {{[name: string]: Parameters<typeof icon>[0]}} */ ({held: 'pause', shut: 'key', stale: 'screen', signed_out: 'key', handing_candidate: 'hand', handing_time: 'clock'});
  const heading = node('h1', {tabindex: '-1'}, say('panel_' + name));
  const box = node('section', {class: 'panel panel-' + name.split('_')[0]}, node('div', {class: 'panel-sign'}, icon(signs[name])), heading, node('p', {class: 'panel-text'}, say('panel_' + name + '_text')));
  if (name === 'stale') box.append(button(say('take_over'), acts.takeOver, 'act-main act-big'));
  if (name === 'handing_candidate') box.append(button(say('withdraw'), acts.withdrawHandIn));
  if (name === 'signed_out') box.append(signInForm(acts, say));
  return box;
}

/**
 * A new sign-in without leaving the page; the ticket is known.
 * @param {import('../types.js').Acts} acts
 * @param {import('../types.js').Say} say
 */
function signInForm(acts, say) {
  const input = node('input', {id: 'again', class: 'big', autocomplete: 'off', maxlength: '18', required: true, 'aria-describedby': 'again-error'});
  const error = node('p', {id: 'again-error', class: 'form-error', role: 'alert'});
  const go = node('button', {class: 'act act-main act-big'}, say('sign_in'));
  return node('form', {
    class: 'panel-form',
    async onsubmit(/** @type {Event} */ event) {
      event.preventDefault();
      go.disabled = true;
      error.textContent = '';
      const done = await acts.signIn(input.value.trim());
      go.disabled = false;
      if (done !== true) {
        error.textContent = say(done === null ? 'sign_in_no_line' : 'sign_in_failed');
        input.focus();
      }
    },
  }, node('label', {for: 'again'}, say('id_number')), input, error, go);
}
