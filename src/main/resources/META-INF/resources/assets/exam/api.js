/** The server understood and said no. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} reason
   * @param {string} detail for the candidate
   */
  constructor(status, reason, detail = '') {
    super(reason);
    this.status = status;
    this.reason = reason;
    this.detail = detail;
  }
}

/** No answer that can be trusted: the line, a machine on the way, or a server that asks to come again. */
export class LineFailure extends Error {
  /** @param {number|null} retryAfter milliseconds, when the server named them */
  constructor(retryAfter = null) {
    super('line');
    this.retryAfter = retryAfter;
  }
}

/** Where the server asks for the browser's proof. */
const GUARDED = new Set(['', '/start', '/open']);

/** Refusals that a form token of yesterday can cause. */
const TOKEN_REASONS = new Set(['BAD_REQUEST', 'NOT_ALLOWED', '']);

/**
 * @typedef {ReturnType<typeof createApi>} Api
 * @param {object} door
 * @param {string} door.token
 * @param {() => Promise<string>} door.renew fetches the page anew and gives its token; throws a Refusal or LineFailure
 * @param {() => {[header: string]: string}} [door.proof] headers by which the browser proves that it is the one asked for
 * @param {string} [door.base] what all paths stand under
 * @param {typeof fetch} [door.fetcher]
 * @param {number} [door.limit] milliseconds after which an answer is no longer waited for
 */
export function createApi({token, renew, proof = () => ({}), base = '/api/sitting', fetcher = (...request) => fetch(...request), limit = 8000}) {
  /**
   * @param {string} path
   * @param {object|undefined} body
   * @param {number} within
   */
  async function ask(path, body, within) {
    const stop = new AbortController();
    const alarm = setTimeout(() => stop.abort(), within);
    try {
      const response = await fetcher(base + path, {
        method: body ? 'POST' : 'GET',
        headers: {Accept: 'application/json', ...(GUARDED.has(path) && proof()), ...(body && {'Content-Type': body instanceof Blob ? body.type : 'application/json', 'X-CSRF-TOKEN': token})},
        body: body instanceof Blob ? body : body && JSON.stringify(body),
        redirect: 'manual',
        cache: 'no-store',
        signal: stop.signal,
      });
      return await read(response);
    } catch (error) {
      throw error instanceof Refusal || error instanceof LineFailure ? error : new LineFailure();
    } finally {
      clearTimeout(alarm);
    }
  }

  return {
    /**
     * @param {string} path under the base
     * @param {object} [body] a POST when given, of JSON or of the bytes of a file
     * @param {number} [within] milliseconds
     */
    async call(path, body, within = limit) {
      try {
        return await ask(path, body, within);
      } catch (error) {
        const stale = error instanceof Refusal && (error.status === 400 || error.status === 403) && TOKEN_REASONS.has(error.reason);
        if (!stale) throw error;
        token = await renew();
        return ask(path, body, within);
      }
    },
    /** @param {string} renewed */
    take(renewed) {
      token = renewed;
    },
    token: () => token,
  };
}

/**
 * @param {Response} response
 * @returns {Promise<any>}
 */
async function read(response) {
  if (response.status === 401 || response.type === 'opaqueredirect') throw new Refusal(401, 'SIGNED_OUT');
  if (response.status === 429 || response.status >= 500) throw new LineFailure(Number(response.headers.get('Retry-After')) * 1000 || null);
  const json = (response.headers.get('Content-Type') ?? '').includes('json');
  if (response.ok && json) return response.json();
  if (json) {
    const problem = await response.json();
    throw new Refusal(response.status, problem.reason ?? '', problem.detail ?? problem.title ?? '');
  }
  // A gateway's page under our address is not the server's word; only a refused token may come without words.
  if (response.status === 400 || response.status === 403) throw new Refusal(response.status, '');
  throw new LineFailure();
}
