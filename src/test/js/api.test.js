import {LineFailure, Refusal, createApi} from '/assets/exam/api.js';
import {same, throws} from './check.js';

const json = (status, body, headers = {}) => new Response(JSON.stringify(body), {status, headers: {'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers}});
const api = (answers, more = {}) => {
  const asked = [];
  const renewals = [];
  return {
    asked, renewals,
    call: createApi({
      token: 'old',
      renew: async () => {
        renewals.push(1);
        return 'new';
      },
      fetcher: async (address, request) => {
        asked.push([address, request.method, request.headers['X-CSRF-TOKEN']]);
        const answer = answers.shift();
        return typeof answer === 'function' ? answer(request) : answer;
      },
      ...more,
    }).call,
  };
};
const line = (error) => error instanceof LineFailure;
const refusal = (reason) => (error) => error instanceof Refusal && error.reason === reason;

export default {
  async anAnswerComesThrough() {
    const door = api([json(200, {saved: [1]})]);
    same(await door.call('/answers', {events: []}), {saved: [1]});
    same(door.asked, [['/api/sitting/answers', 'POST', 'old']]);
  },
  async aBrokenLineAndATroubledServerAreTheSame() {
    for (const answer of [() => Promise.reject(new TypeError('net')), json(500, {}), json(502, {}), json(503, {reason: 'TRY_AGAIN'})]) await throws(() => api([answer]).call('/x', {}), line);
  },
  async theServersWishToWaitIsHeard() {
    await throws(() => api([json(503, {reason: 'TRY_AGAIN'}, {'Retry-After': '2'})]).call('/x', {}), (error) => error.retryAfter === 2000);
  },
  async aGatewaysPageIsNotTheServersWord() {
    const page = (status) => new Response('<html>', {status, headers: {'Content-Type': 'text/html'}});
    await throws(() => api([page(200)]).call('/answers', {}), line);
    await throws(() => api([page(404)]).call('/answers', {}), line);
  },
  async halfAnAnswerIsNone() {
    await throws(() => api([new Response('{"saved":[', {headers: {'Content-Type': 'application/json'}})]).call('/answers', {}), line);
  },
  async anAnswerThatDoesNotComeIsNotWaitedFor() {
    const never = (request) => new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));
    const start = performance.now();
    await throws(() => api([never], {limit: 60}).call('/answers', {}), line);
    same(performance.now() - start < 2000, true);
  },
  async refusalsKeepTheirReason() {
    await throws(() => api([json(409, {reason: 'STALE_PAGE', detail: 'd'})]).call('/x', {}), refusal('STALE_PAGE'));
    await throws(() => api([json(401, {})]).call('/x', {}), refusal('SIGNED_OUT'));
  },
  async aStaleTokenIsRenewedOnce() {
    const door = api([json(400, {reason: 'BAD_REQUEST'}), json(200, {saved: []})]);
    same(await door.call('/answers', {}), {saved: []});
    same(door.asked.map((request) => request[2]), ['old', 'new']);
    const hopeless = api([json(403, {reason: 'NOT_ALLOWED'}), json(403, {reason: 'NOT_ALLOWED'})]);
    await throws(() => hopeless.call('/answers', {}), refusal('NOT_ALLOWED'));
    same(hopeless.renewals.length, 1);
  },
  async aWrongAnswerIsNotAStaleToken() {
    const door = api([json(400, {reason: 'ANSWER_INVALID'})]);
    await throws(() => door.call('/answers', {}), refusal('ANSWER_INVALID'));
    same(door.renewals.length, 0);
  },
};
