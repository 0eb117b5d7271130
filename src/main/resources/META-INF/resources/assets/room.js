// The invigilator's list, renewed every few seconds. Where a form is open only the figures beside it change, so that nobody loses what is being typed.
const table = document.getElementById('room');
const line = document.getElementById('room-line');
const signIn = document.getElementById('room-sign-in');
let renewedAt = new Date();

/** @param {Document} page */
function take(page) {
  document.getElementById('room-count').replaceWith(page.getElementById('room-count'));
  const body = table.tBodies[0];
  const fresh = page.getElementById('room').tBodies[0];
  if (!body.querySelector('details[open]')) {
    const focused = document.activeElement?.id;
    body.replaceWith(fresh);
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({preventScroll: true});
    return;
  }
  for (const row of [...fresh.rows]) {
    const old = [...body.rows].find((each) => each.id === row.id);
    if (!old?.querySelector('details[open]')) {
      old?.replaceWith(row);
    } else {
      const told = [...row.cells].slice(0, -1);
      told.forEach((cell, i) => old.cells[i].replaceWith(cell));
    }
  }
}

async function renew() {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.pathname, {redirect: 'manual'});
    const ended = answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403;
    signIn.hidden = !ended;
    if (!ended && answer.ok) {
      take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      renewedAt = new Date();
      line.hidden = true;
    } else if (!ended) {
      down();
    }
  } catch {
    down();
  }
}

function down() {
  line.querySelector('span').textContent = renewedAt.toLocaleTimeString(document.documentElement.lang);
  line.hidden = false;
}

setInterval(renew, Number(table.dataset.refresh) * 1000);
document.addEventListener('visibilitychange', renew);
