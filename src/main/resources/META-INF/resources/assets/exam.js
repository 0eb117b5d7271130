// One examination on one page. The server decides time and state; this page shows them, keeps what is not yet acknowledged, and sends it.
const root = document.getElementById('exam');
const stage = document.getElementById('stage');
const texts = JSON.parse(document.getElementById('messages').textContent);
const token = document.querySelector('meta[name=csrf-token]').content;
const store = 'chizheng-queue-' + root.dataset.ticket;
const t = (key, ...values) => values.reduce((text, value, i) => text.replace('{' + i + '}', value), texts['sitting_js_' + key] ?? key);

/** @type {{sequence: number, item: number, answer: string}[]} events that the server has not acknowledged */
let queue = JSON.parse(localStorage.getItem(store) ?? '[]');
/** @type {{epoch: number, paper: {items: object[]}} | null} */
let exam = null;
let answers = {};
const marks = new Set(JSON.parse(localStorage.getItem(store + '-marks') ?? '[]'));
let current = 0;
let nextSequence = 1;
let sending = false;
let failures = 0;
let endsAt = null;
let spokenMinutes = null;
let over = false;

function node(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

async function call(path, body) {
  const response = await fetch('/api/sitting' + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {'Content-Type': 'application/json', 'X-CSRF-TOKEN': token},
    body: body === undefined ? undefined : JSON.stringify(body),
    redirect: 'manual',
  });
  if (response.status === 401 || response.type === 'opaqueredirect') throw {reason: 'SIGNED_OUT'};
  const answer = await response.json();
  if (!response.ok) throw answer;
  return answer;
}

const refused = (error) => typeof error?.reason === 'string' && error.status !== 503 && error.status !== 500;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

function notice(text, ...actions) {
  const box = document.getElementById('notice');
  box.replaceChildren(text, ...actions);
  box.hidden = !text;
}

function stop(error) {
  if (error.reason === 'STALE_PAGE') notice(t('stale') + ' ', button('take_over', () => location.reload()));
  else if (error.reason === 'SIGNED_OUT') notice(t('signed_out') + ' ', node('a', {class: 'button', href: '/exam'}, t('sign_in')));
  else if (error.reason === 'CLOSED') showOutcome();
  else notice(error.detail ?? error.title);
}

const button = (key, act, kind = 'button') => node('button', {type: 'button', class: kind, onclick: act}, t(key));

async function poll() {
  for (;;) {
    try {
      const state = await call('');
      notice('');
      if (state.state === 'CLOSED') return showOutcome();
      if (state.state === 'UNDER_WAY') return open();
      showWaiting(state);
      if (state.state === 'READY') return;
    } catch (error) {
      if (refused(error)) return stop(error);
      notice(t('offline'));
    }
    await wait(2500 + Math.random() * 1000);
  }
}

function showWaiting(state) {
  const seat = state.seat ? [node('p', {class: 'stat'}, t('seat') + ' ' + state.seat)] : [];
  if (state.state === 'READY') {
    const begin = button('begin', begun, 'button button-primary button-big');
    stage.replaceChildren(node('h1', {}, t('ready')), ...seat, node('p', {class: 'lead'}, t('rules')), begin);
    begin.focus();
  } else if (state.state === 'WAITING') {
    stage.replaceChildren(node('h1', {}, t('wait_start')), ...seat, node('p', {class: 'lead'}, t('rules')));
  } else {
    stage.replaceChildren(node('h1', {}, t('wait_check_in')), node('p', {class: 'lead'}, t('wait_check_in_text')));
  }
}

async function begun(event) {
  event.target.disabled = true;
  try {
    await call('/start', {});
    await open();
  } catch (error) {
    event.target.disabled = false;
    if (refused(error)) stop(error);
    else notice(t('offline'));
  }
}

const figureUrl = (figure) => '/api/sitting/figures/' + figure.digest;

/** Fetches all figures at once, so that a later break of the line does not hide one. */
function fetchFigures() {
  for (const item of exam.paper.items) if (item.figure) new Image().src = figureUrl(item.figure);
}

/** The place is as large as the figure from the beginning; one that did not arrive is asked for again while it is on the page. */
function figure(item) {
  if (!item.figure) return '';
  const again = (event) => setTimeout((image) => { if (image.isConnected) image.src = figureUrl(item.figure); }, 3000, event.target);
  const {alt, width, height} = item.figure;
  return node('img', {class: 'figure', alt, width, height, onerror: again, src: figureUrl(item.figure)});
}

async function open() {
  try {
    exam = await call('/open', {});
  } catch (error) {
    if (refused(error)) return stop(error);
    notice(t('offline'));
    await wait(2000);
    return open();
  }
  answers = {...exam.answers};
  for (const event of queue) answers[event.item] = event.answer;
  nextSequence = Math.max(exam.nextSequence, ...queue.map((event) => event.sequence + 1));
  setTime(exam.remainingMillis);
  fetchFigures();
  stage.removeAttribute('aria-live');
  show(0);
  send();
  heartbeat();
  tick();
}

function setTime(remaining) {
  endsAt = performance.now() + remaining;
}

function tick() {
  if (over) return;
  const left = Math.max(0, endsAt - performance.now());
  const seconds = Math.ceil(left / 1000);
  const timer = document.getElementById('timer');
  timer.hidden = false;
  const two = (n) => String(n).padStart(2, '0');
  timer.textContent = two(Math.floor(seconds / 3600)) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
  timer.classList.toggle('timer-last', seconds <= 300);
  const milestone = [1, 5, 10, 30].find((minute) => seconds <= minute * 60);
  if (milestone && spokenMinutes !== milestone && seconds > 0) {
    if (spokenMinutes !== null || seconds > milestone * 60 - 5) document.getElementById('spoken').textContent = t('left', milestone);
    spokenMinutes = milestone;
  }
  if (left === 0) return handIn();
  setTimeout(tick, 250);
}

function save(item, answer) {
  answers[item] = answer;
  queue.push({sequence: nextSequence++, item, answer});
  keep();
  send();
}

function keep() {
  localStorage.setItem(store, JSON.stringify(queue));
  const badge = document.getElementById('saved');
  badge.className = queue.length ? 'badge badge-warn' : 'badge badge-ok';
  badge.textContent = queue.length ? t('saving', queue.length) : t('saved');
}

async function send() {
  keep();
  if (sending || over) return;
  sending = true;
  while (queue.length && !over) {
    try {
      const answer = await call('/answers', {epoch: exam.epoch, events: queue.slice(0, 20)});
      const done = new Set([...answer.saved, ...answer.late]);
      queue = queue.filter((event) => !done.has(event.sequence));
      setTime(answer.remainingMillis);
      failures = 0;
      notice('');
      keep();
    } catch (error) {
      if (refused(error)) {
        sending = false;
        return stop(error);
      }
      failures++;
      if (failures > 1) notice(t('offline'));
      await wait(Math.min(15000, 1000 * 2 ** Math.min(4, failures - 1)));
    }
  }
  sending = false;
}

async function heartbeat() {
  while (!over) {
    await wait(15000);
    try {
      const beat = await call('/heartbeat', {epoch: exam.epoch});
      if (beat.state === 'CLOSED') return showOutcome();
      setTime(beat.remainingMillis);
    } catch (error) {
      if (refused(error)) return stop(error);
    }
  }
}

function chosen(item) {
  return (answers[item.no] ?? '').split(',').filter(Boolean);
}

function show(index) {
  current = index;
  const item = exam.paper.items[index];
  const many = item.section === 'MULTIPLE';
  const options = item.options.map((option, i) => {
    const input = node('input', {
      type: many ? 'checkbox' : 'radio', name: 'q' + item.no, value: option.id, id: 'o' + option.id,
      checked: chosen(item).includes(option.id), onchange: () => choose(item),
    });
    return node('label', {class: 'option', for: 'o' + option.id}, input, node('span', {class: 'letter', 'aria-hidden': 'true'}, 'ABCDE'[i]), node('span', {}, option.text));
  });
  const mark = node('input', {type: 'checkbox', id: 'mark', checked: marks.has(item.no), onchange: () => flip(item)});
  const heading = node('h1', {class: 'question-number', tabindex: '-1'}, t('question', item.no, exam.paper.items.length));
  stage.replaceChildren(node('div', {class: 'exam-grid'},
    node('div', {class: 'question'},
      heading,
      node('fieldset', {}, node('legend', {}, node('span', {class: 'badge'}, t('type_' + item.section)), node('span', {class: 'stem'}, item.stem)), figure(item), ...options),
      node('label', {class: 'mark', for: 'mark'}, mark, t('mark')),
      node('div', {class: 'moves'},
        node('button', {type: 'button', class: 'button', disabled: index === 0, onclick: () => show(index - 1)}, t('previous')),
        node('button', {type: 'button', class: 'button button-primary', disabled: index === exam.paper.items.length - 1, onclick: () => show(index + 1)}, t('next')))),
    card()));
  heading.focus({preventScroll: true});
}

function choose(item) {
  const values = [...stage.querySelectorAll('input[name=q' + item.no + ']:checked')].map((input) => input.value).sort();
  save(item.no, values.join(','));
  stage.querySelector('.card-holder').replaceWith(card());
}

function flip(item) {
  if (!marks.delete(item.no)) marks.add(item.no);
  localStorage.setItem(store + '-marks', JSON.stringify([...marks]));
  stage.querySelector('.card-holder').replaceWith(card());
}

function card() {
  const cells = exam.paper.items.map((item, i) => {
    const done = chosen(item).length > 0;
    const state = t(done ? 'answered' : 'unanswered') + (marks.has(item.no) ? ', ' + t('marked') : '');
    return node('button', {
      type: 'button', class: 'cell' + (done ? ' cell-done' : '') + (marks.has(item.no) ? ' cell-marked' : ''),
      'aria-current': i === current ? 'true' : null, 'aria-label': item.no + ' ' + state, onclick: () => show(i),
    }, String(item.no));
  });
  const left = exam.paper.items.filter((item) => !chosen(item).length).length;
  return node('aside', {class: 'card-holder', 'aria-label': t('card')},
    node('h2', {}, t('card')), node('div', {class: 'cells'}, ...cells),
    node('p', {class: 'quiet'}, t('unanswered') + ' ' + left),
    button('hand_in', askHandIn, 'button button-danger'),
    node('div', {class: 'sizes'}, button('smaller', () => size(-1), 'button button-small'), button('larger', () => size(1), 'button button-small')));
}

function size(step) {
  const now = Math.min(2, Math.max(0, Number(localStorage.getItem('chizheng-size') ?? 0) + step));
  localStorage.setItem('chizheng-size', now);
  document.documentElement.dataset.size = now;
}

function askHandIn() {
  const left = exam.paper.items.filter((item) => !chosen(item).length).length;
  const dialog = node('dialog', {'aria-labelledby': 'ask'},
    node('p', {id: 'ask', class: 'lead'}, left ? t('hand_in_ask', left) : t('hand_in_all')),
    node('div', {class: 'moves'},
      button('go_on', () => dialog.remove(), 'button button-primary'),
      button('hand_in', () => { dialog.remove(); handIn(); }, 'button button-danger')));
  stage.append(dialog);
  dialog.showModal();
}

async function handIn() {
  try {
    await call('/hand-in', {epoch: exam.epoch, events: queue});
    queue = [];
    keep();
    showOutcome();
  } catch (error) {
    if (refused(error)) return stop(error);
    notice(t('offline'));
    await wait(2000);
    handIn();
  }
}

async function showOutcome() {
  over = true;
  notice('');
  localStorage.removeItem(store);
  localStorage.removeItem(store + '-marks');
  document.getElementById('timer').hidden = true;
  document.getElementById('saved').textContent = '';
  stage.replaceChildren(node('h1', {}, t('closed')), node('p', {class: 'lead'}, t('scoring')));
  let receipt = null;
  for (;;) {
    try {
      receipt ??= await call('/hand-in', {epoch: exam?.epoch ?? 0, events: []});
      const result = await call('/outcome');
      const chapters = result.chapters.map((c) => node('li', {}, (document.documentElement.lang === 'en' ? c.en : c.zh) + ' ' + c.right + '/' + c.total));
      stage.replaceChildren(
        node('h1', {}, t('closed')),
        node('p', {class: 'stat ' + (result.passed ? 'good' : 'bad')}, t(result.passed ? 'passed' : 'failed')),
        node('p', {class: 'lead'}, t('score', result.raw, result.cut)),
        result.provisional ? node('p', {class: 'quiet'}, t('provisional')) : '',
        node('ul', {class: 'shares'}, ...chapters),
        node('p', {class: 'num'}, t('receipt', receipt.number, receipt.count)));
      return;
    } catch (error) {
      if (refused(error) && error.reason !== 'NOT_SCORED_YET') return stop(error);
    }
    await wait(1000);
  }
}

document.addEventListener('keydown', (event) => {
  if (!exam || over || event.ctrlKey || event.metaKey || event.altKey || stage.querySelector('dialog')) return;
  const typing = event.target.matches('input[type=radio]') && event.key.startsWith('Arrow');
  const item = exam.paper.items[current];
  if (event.key === 'ArrowRight' && !typing && current < exam.paper.items.length - 1) show(current + 1);
  else if (event.key === 'ArrowLeft' && !typing && current > 0) show(current - 1);
  else if (/^[1-5a-e]$/i.test(event.key)) {
    const place = '12345'.indexOf(event.key) >= 0 ? '12345'.indexOf(event.key) : 'abcde'.indexOf(event.key.toLowerCase());
    stage.querySelectorAll('input[name=q' + item.no + ']')[place]?.click();
  } else if (event.key.toLowerCase() === 'm') stage.querySelector('#mark')?.click();
});
window.addEventListener('beforeunload', (event) => { if (queue.length) event.preventDefault(); });
size(0);
poll();
