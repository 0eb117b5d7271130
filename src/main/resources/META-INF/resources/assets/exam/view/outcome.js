import {chinaTime} from '../clock.js';
import {button, drawing, icon, node, set} from './dom.js';
import {createPanel} from './panel.js';

/**
 * After the hand-in: verdict and score, the share of each chapter, the receipt to keep. Nothing here leads away before the candidate leaves: the
 * address of the receipt is text, and what is printed is this page.
 * @param {import('../types.js').Acts} acts
 * @param {import('../types.js').Texts} texts
 * @param {boolean} printing whether this browser may print
 */
export function createOutcome(acts, texts, printing) {
  const {say} = texts;
  const heading = node('h1', {tabindex: '-1'}, say('closed'));
  const verdict = node('section', {class: 'verdict-place'});
  const facts = node('dl', {class: 'receipt'});
  const address = node('p', {class: 'code'});
  const receipt = node('section', {class: 'receipt-place'},
    node('p', {class: 'print-only'}, say('receipt_by')),
    node('h2', {}, say('receipt')),
    facts,
    node('div', {class: 'keep'},
      node('div', {class: 'qr'}),
      node('div', {}, node('p', {class: 'screen-only'}, say('receipt_keep')), node('p', {}, say('receipt_text')), address, printing ? button(say('receipt_print'), acts.print, 'act-quiet screen-only') : null)));
  const notice = node('p', {class: 'outcome-notice', hidden: true});
  const panel = node('div', {class: 'panel-place', hidden: true});
  const leave = button(say('leave'), acts.leave, 'act-main leave');
  const body = node('div', {class: 'outcome'},
    node('div', {class: 'outcome-head'}, heading, node('p', {class: 'quiet'}, say('leave_text'))),
    notice, node('div', {class: 'outcome-grid'}, verdict, receipt), leave);
  /** @type {unknown} */
  let shown;
  /** @type {unknown} */
  let shownCode;

  /** @param {import('../state.js').Model} model */
  function update(model) {
    if (model.signedOut === panel.hidden) {
      body.hidden = model.signedOut;
      panel.hidden = !model.signedOut;
      panel.replaceChildren(...(model.signedOut ? [createPanel('signed_out', acts, say)] : []));
    }
    const text = model.lost ? say('lost', model.lost) : model.late.length ? say('strip_late', model.late.length) : '';
    notice.textContent = text;
    set(notice, 'hidden', !text);
    leave.disabled = !model.receipt;
    if (model.code && model.code !== shownCode) {
      shownCode = model.code;
      receipt.querySelector('.qr')?.replaceWith(drawing(model.code.qr, model.code.size, say('receipt_qr')));
      address.textContent = model.code.url;
    }
    const now = model.outcome ?? model.receipt ?? 'nothing';
    if (now === shown) return;
    shown = now;
    verdict.replaceChildren(...(model.outcome ? result(model.outcome) : [waiting(model.receipt ? 'scoring' : 'receipt_waiting')]));
    facts.replaceChildren(...(model.receipt ? proof(model.receipt) : []));
    receipt.hidden = !model.receipt;
  }

  /** @param {string} key */
  const waiting = (key) => node('p', {class: 'verdict-waiting', role: 'status'}, say(key));

  /** @param {import('../types.js').Outcome} outcome */
  function result(outcome) {
    const word = outcome.passed ? 'passed' : 'failed';
    return [
      node('div', {class: 'score score-' + word, role: 'status'},
        node('p', {class: 'score-verdict'}, outcome.passed ? icon('check') : null, node('strong', {}, say(word))),
        node('p', {class: 'score-points'}, node('strong', {}, String(outcome.raw)), ' ', say('points_unit')),
        node('p', {class: 'score-cut'}, say('cut', outcome.cut))),
      outcome.passed ? node('p', {}, say('passed_text')) : node('p', {}, say('failed_text')),
      outcome.provisional ? node('p', {class: 'quiet'}, say('provisional')) : null,
      node('h2', {}, say('chapters')),
      node('ul', {class: 'bars'}, ...outcome.chapters.map(share)),
    ].filter((part) => part !== null);
  }

  /** @param {import('../types.js').ChapterShare} chapter */
  function share({zh, en, right, total}) {
    const fill = node('div', {class: 'bar-fill'});
    fill.style.width = (total ? (100 * right) / total : 0) + '%';
    return node('li', {}, node('span', {class: 'bar-name'}, texts.lang === 'en' && en ? en : zh), node('span', {class: 'bar-count'}, say('share', right, total)), node('div', {class: 'bar', 'aria-hidden': 'true'}, fill));
  }

  /** @param {import('../types.js').Receipt} given */
  function proof(given) {
    const row = (/** @type {string} */ key, /** @type {string} */ value, kind = '') => [node('dt', {}, say(key)), node('dd', {class: kind}, value)];
    return [
      ...row('receipt_number', grouped(given.number, 4), 'receipt-number'),
      ...row('receipt_at', chinaTime(given.at)),
      ...row('receipt_count', String(given.count)),
      ...row('receipt_digest', grouped(given.digest, 8), 'code'),
      ...row('receipt_signature', given.signature, 'code'),
    ];
  }

  return {
    element: node('div', {}, body, panel),
    focus: () => heading.focus({preventScroll: true}),
    update,
  };
}

/** @param {string} text @param {number} size */
const grouped = (text, size) => (text.match(new RegExp('.{1,' + size + '}', 'g')) ?? []).join(' ');
