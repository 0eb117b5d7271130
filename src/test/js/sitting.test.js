import {LineFailure} from '/assets/exam/api.js';
import {createClock} from '/assets/exam/clock.js';
import {createSitting} from '/assets/exam/sitting.js';
import {INITIAL, reduce} from '/assets/exam/state.js';
import {memoryStore} from '/assets/exam/store.js';
import {createPatience} from '/assets/exam/transport.js';
import {same} from './check.js';

const OPEN = {state: 'UNDER_WAY', epoch: 1, remainingMillis: 60_000, answers: {}, nextSequence: 1, paper: {items: [{no: 1}]}};

/** A page with a server whose answer to each path can be set; what was asked stands in a diary. */
function room(answers) {
  const patience = createPatience();
  const asked = [];
  let model = INITIAL;
  const dispatch = (action) => (model = reduce(model, action));
  const sitting = createSitting({
    ticket: 'a', clock: createClock(), store: memoryStore(), patience, dispatch, get: () => model,
    api: {
      async call(path) {
        asked.push(path);
        const answer = answers[path];
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
    shell: {keepFigures() {}},
    note() {}, claimed() {}, finished() {},
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  return {sitting, patience, asked, dispatch, answers, settled, model: () => model};
}

/** Where the question of how the candidate stands is still on its way when the paper opens, and the line breaks then. */
async function openedWhileAsking() {
  const page = room({'': {state: 'READY', seat: '1'}, '/start': OPEN, '/open': {...OPEN, epoch: 2}});
  page.sitting.connect();
  await page.settled();
  page.answers[''] = new LineFailure();
  await page.sitting.begin();
  await page.settled();
  same(page.model().phase, 'exam');
  page.dispatch({type: 'stale'});
  page.answers[''] = {state: 'UNDER_WAY'};
  page.asked.length = 0;
  return page;
}

export default {
  async anotherPageIsNotPushedAsideUnasked() {
    const page = await openedWhileAsking();
    page.patience.wake();
    await page.settled();
    same([page.model().stale, page.asked.filter((path) => path !== '/heartbeat')], [true, []]);
  },
  async theButtonTakesOver() {
    const page = await openedWhileAsking();
    page.sitting.connect();
    await page.settled();
    same([page.model().stale, page.asked.filter((path) => path !== '/heartbeat')], [false, ['', '/open']]);
  },
  async theButtonIsNotLostWhileAnEarlierQuestionWaits() {
    const page = await openedWhileAsking();
    page.answers[''] = new LineFailure();
    page.sitting.connect();
    await page.settled();
    page.answers[''] = {state: 'UNDER_WAY'};
    page.sitting.connect();
    await page.settled();
    same([page.model().stale, page.asked.filter((path) => path !== '/heartbeat')], [false, ['', '', '/open']]);
  },
  async aPageWithoutALineOpensWhenItIsBack() {
    const page = room({'': new LineFailure(), '/open': OPEN});
    page.sitting.connect();
    await page.settled();
    page.answers[''] = {state: 'UNDER_WAY'};
    page.patience.wake();
    await page.settled();
    same([page.model().phase, page.asked], ['exam', ['', '', '/open']]);
  },
  async aStartWithoutALineIsAskedForAgain() {
    const page = room({'': {state: 'READY', seat: '1'}, '/start': new LineFailure(), '/open': OPEN});
    page.sitting.connect();
    await page.settled();
    await page.sitting.begin();
    same([page.model().busy, page.model().line], [false, false]);
    page.answers[''] = {state: 'UNDER_WAY'};
    page.patience.wake();
    await page.settled();
    same([page.model().phase, page.model().line], ['exam', true]);
  },
  async choicesWithoutALineAreSentWhenItIsBack() {
    const page = room({'': {state: 'UNDER_WAY'}, '/open': OPEN, '/answers': new LineFailure()});
    await page.sitting.connect();
    page.sitting.choose(1, '2');
    await page.settled();
    same(page.model().queue.map((event) => event.sequence), [1]);
    page.answers['/answers'] = {saved: [1], late: []};
    page.patience.wake();
    await page.settled();
    same([page.model().queue, page.model().answers], [[], {1: '2'}]);
  },
};
