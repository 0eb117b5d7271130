import {readKeys} from '../gate/keys.js';
import {verify} from '../gate/signature.js';
import {checkToken} from '../gate/verdict.js';

/**
 * What the code on the paper proves, beside what the record says. The claim stands behind # in the address, so the server never sees it; it is read and checked here.
 */

const answer = /** @type {HTMLElement} */ (document.getElementById('answer'));
const paper = /** @type {HTMLElement} */ (document.getElementById('paper'));

/** @param {string} id */
const template = (id) => /** @type {HTMLTemplateElement} */ (document.getElementById(id)).content.cloneNode(true);

/** @param {'WRONG'|'GENUINE'|'UNCHECKED'|'COMPROMISED'} outcome */
function tell(outcome) {
  paper.replaceChildren(template('paper-' + outcome));
  paper.className = 'notice notice-' + {WRONG: 'error', GENUINE: 'success', UNCHECKED: 'warn', COMPROMISED: 'warn'}[outcome];
  paper.hidden = false;
}

/** A code that we did not sign is a forgery, whatever the record says of the number beneath it. */
function refuse() {
  const verdict = /** @type {HTMLElement} */ (document.getElementById('judgement'));
  verdict.className = 'verdict verdict-signature_wrong';
  verdict.replaceChildren(template('verdict-wrong'));
  tell('WRONG');
}

/** @param {import('../gate/types.js').Claim} claim */
function show(claim) {
  /** @type {{[field: string]: string}} */
  const said = {
    holderName: claim.holderName, idMasked: claim.idMasked, qualification: claim.qualification, firstIssuedOn: claim.firstIssuedOn,
    validity: claim.validFrom + ' – ' + claim.validTo, reviewDue: claim.reviewDue ?? '–', issuer: claim.issuer,
  };
  for (const place of document.querySelectorAll('[data-claim]')) {
    const field = /** @type {HTMLElement} */ (place).dataset.claim ?? '';
    const recorded = /** @type {HTMLElement} */ (place).dataset.recorded;
    place.textContent = field === 'qualification' && said[field] === recorded ? /** @type {HTMLElement} */ (place).dataset.name ?? '' : said[field];
    if (recorded !== undefined && recorded !== said[field]) place.classList.add('differs');
  }
  /** @type {HTMLElement} */ (document.getElementById('claims')).hidden = false;
}

async function check() {
  const digits = location.hash.slice(1);
  if (!/^[0-9]+$/.test(digits)) return;
  const keys = await fetch('/.well-known/chizheng-keys').then((response) => response.json());
  const {outcome, claim} = await checkToken(digits, {keys: readKeys(keys), verify});
  if (outcome === 'KEY_COMPROMISED') return tell('COMPROMISED');
  if (outcome !== 'GENUINE' || !claim || claim.code !== answer.dataset.code) return refuse();
  show(claim);
  tell('GENUINE');
}

check().catch(() => tell('UNCHECKED'));
addEventListener('hashchange', () => location.reload());
