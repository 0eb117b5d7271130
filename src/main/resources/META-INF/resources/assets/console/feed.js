/** @typedef {import('./types.js').News} News */

/** A channel is silent for five seconds at most. */
const SILENCE = 12_000;
const POLL = 3000;
/** A new channel asks again who listens, and keeps the sign-in from ending while somebody only watches. */
const RENEWAL = 60_000;
const LONGEST_WAIT = 30_000;

/**
 * Keeps a console up to date: pushed by the server; asked for while the channel is cut, until it is back. Nothing is asked for while nobody looks.
 * @param {object} road
 * @param {string} road.path of the room's door
 * @param {string} road.version what the page knows
 * @param {(news: News) => void} road.take
 * @param {(mode: 'connecting'|'push'|'poll') => void} road.mode
 * @param {(ok: boolean) => void} road.line whether the server can be reached at all
 * @param {() => void} road.signedOut
 */
export function createFeed({path, version, take, mode, line, signedOut}) {
  /** @type {EventSource|null} */
  let channel = null;
  /** @type {EventSource|null} */
  let next = null;
  let heardAt = performance.now();
  let openedAt = heardAt;
  let polling = 0;
  let retry = 0;
  let failures = 0;
  let asking = false;
  let ended = false;

  const address = (/** @type {string} */ to) => path + to + '?since=' + encodeURIComponent(version);

  /** @param {News} news */
  function know(news) {
    if (!news.version) return;
    version = news.version;
    take(news);
  }

  function listen() {
    next?.close();
    const opened = new EventSource(address('/events'));
    next = opened;
    opened.onmessage = ({data}) => {
      heardAt = performance.now();
      if (next === opened) settle(opened);
      if (channel === opened) know(JSON.parse(data));
    };
    opened.onerror = () => {
      if (opened === channel || opened === next) cut();
    };
  }

  /** The new channel has spoken; it takes the place of the old one. @param {EventSource} opened */
  function settle(opened) {
    channel?.close();
    channel = opened;
    next = null;
    openedAt = heardAt;
    failures = 0;
    clearTimeout(polling);
    clearTimeout(retry);
    polling = retry = 0;
    line(true);
    mode('push');
  }

  function close() {
    channel?.close();
    next?.close();
    channel = next = null;
  }

  function cut() {
    close();
    if (ended || document.hidden) return;
    mode('poll');
    clearTimeout(retry);
    retry = setTimeout(listen, Math.min(LONGEST_WAIT, 5000 * 2 ** failures++));
    if (!polling) poll();
  }

  async function poll() {
    clearTimeout(polling);
    polling = setTimeout(poll, POLL);
    if (asking || document.hidden) return;
    asking = true;
    try {
      const answer = await fetch(address(''), {redirect: 'manual', cache: 'no-store', headers: {Accept: 'application/json', 'If-None-Match': '"' + version + '"'}});
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) end();
      else if (answer.ok || answer.status === 304) {
        if (answer.ok) know(await answer.json());
        line(true);
      } else line(false);
    } catch {
      line(false);
    } finally {
      asking = false;
    }
  }

  function end() {
    ended = true;
    close();
    clearTimeout(polling);
    clearTimeout(retry);
    signedOut();
  }

  setInterval(() => {
    if (!channel) return;
    const now = performance.now();
    if (now - heardAt > SILENCE) cut();
    else if (!next && now - openedAt > RENEWAL) {
      openedAt = now;
      listen();
    }
  }, 1000);
  addEventListener('offline', cut);
  addEventListener('online', () => {
    failures = 0;
    if (!channel && !ended) listen();
  });
  document.addEventListener('visibilitychange', () => {
    if (ended) return;
    if (document.hidden) {
      close();
      clearTimeout(polling);
      polling = 0;
    } else if (!channel) {
      failures = 0;
      listen();
    }
  });
  addEventListener('pagehide', close);
  mode('connecting');
  if (!document.hidden) listen();
}
