import {shownTime} from './texts.js';

/**
 * The log of what was checked here: no names, no ID numbers.
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./types.js').Verdict} Verdict
 */

const KEPT_DAYS = 30;
const BATCH = 200;

/** Nobody may hand over: the words say why. */
export class NotHanded extends Error {
  /** @param {'sign_in'|'not_allowed'|'refused'|'line'} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/**
 * @param {Verdict} verdict
 * @param {string} gate
 * @param {number} now
 * @returns {Entry}
 */
export const entryOf = ({code, result, listIssuedAt, address}, gate, now) => ({
  id: crypto.randomUUID(),
  at: new Date(now).toISOString(),
  code,
  result,
  listIssuedAt: listIssuedAt === null ? null : new Date(listIssuedAt).toISOString(),
  gate,
  address,
  handed: 0,
});

/**
 * Handed over and a month old: the device has kept it long enough.
 * @param {Pick<import('./store.js').Store, 'entries'|'forget'>} store
 * @param {number} now
 */
export async function tidy(store, now) {
  for (const {id, at, handed} of await store.entries()) if (handed && now - Date.parse(at) > KEPT_DAYS * 86_400_000) await store.forget(id);
}

/**
 * Sends what was not handed over yet. An entry counts as handed over by the server's word only.
 * @param {Pick<import('./store.js').Store, 'entries'|'log'>} store
 * @param {() => Promise<string>} token of a page that was just fetched
 * @param {typeof fetch} [fetcher]
 * @returns {Promise<number>} entries the server has now
 * @throws {NotHanded}
 */
export async function handOver(store, token, fetcher = (...request) => fetch(...request)) {
  const waiting = (await store.entries()).filter(({handed}) => !handed);
  let handed = 0;
  const formToken = await token().catch(() => {
    throw new NotHanded('line');
  });
  for (let from = 0; from < waiting.length; from += BATCH) {
    const known = await send(waiting.slice(from, from + BATCH), formToken, fetcher);
    for (const entry of waiting.slice(from, from + BATCH)) {
      if (!known.has(entry.id)) continue;
      await store.log({...entry, handed: 1});
      handed++;
    }
  }
  return handed;
}

/**
 * @param {Entry[]} entries
 * @param {string} formToken
 * @param {typeof fetch} fetcher
 * @returns {Promise<Set<string>>}
 */
async function send(entries, formToken, fetcher) {
  const response = await fetcher('/api/gate/log', {
    method: 'POST',
    headers: {Accept: 'application/json', 'Content-Type': 'application/json', 'X-CSRF-TOKEN': formToken},
    body: JSON.stringify({entries: entries.map(({handed, ...entry}) => entry)}),
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    throw new NotHanded('line');
  });
  if (response.status === 401 || response.type === 'opaqueredirect') throw new NotHanded('sign_in');
  if (response.status === 403) throw new NotHanded('not_allowed');
  if (response.status >= 400 && response.status < 500) throw new NotHanded('refused');
  const answer = response.ok ? await response.json().catch(() => null) : null;
  if (!Array.isArray(answer?.acknowledged)) throw new NotHanded('line');
  return new Set(answer.acknowledged);
}

/**
 * A table for a spreadsheet: with a mark of its encoding, and nothing in it that a spreadsheet would take for a formula.
 * @param {Entry[]} entries
 * @param {import('./types.js').Texts['say']} say
 */
export function csv(entries, say) {
  const head = ['time', 'verdict', 'code', 'list', 'gate', 'address', 'handed'].map((column) => say('csv_' + column));
  const rows = entries.map(({at, result, code, listIssuedAt, gate, address, handed}) => [
    shownTime(Date.parse(at)),
    say('word_' + result),
    code ?? '',
    listIssuedAt === null ? '' : shownTime(Date.parse(listIssuedAt)),
    gate,
    address ?? '',
    say(handed ? 'csv_yes' : 'csv_no'),
  ]);
  return '\ufeff' + [head, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

/** @param {string} text */
const cell = (text) => '"' + (/^[=+\-@\t\r]/.test(text) ? "'" : '') + text.replaceAll('"', '""') + '"';
