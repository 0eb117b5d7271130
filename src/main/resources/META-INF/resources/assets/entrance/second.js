// The second person's list, renewed every two seconds; never while a reason is being chosen.
const EVERY = 2000;
const line = /** @type {HTMLElement} */ (document.getElementById('line'));

async function renew() {
  const list = /** @type {HTMLElement} */ (document.getElementById('waiting'));
  if (document.hidden || list.querySelector('details[open]')) return;
  try {
    const answer = await fetch(location.pathname);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('waiting');
    if (!fresh) {
      location.reload();
      return;
    }
    line.hidden = true;
    take(list, fresh);
  } catch {
    line.hidden = false;
  }
}

/** Only who came or went is changed, so that pictures do not flicker and the keyboard stays where it is. @param {HTMLElement} list @param {HTMLElement} fresh */
function take(list, fresh) {
  const ids = [...fresh.children].map((each) => each.id);
  if (ids.join() === [...list.children].map((each) => each.id).join()) return;
  for (const old of [...list.children]) if (!old.id || !ids.includes(old.id)) old.remove();
  for (const each of [...fresh.children]) if (!each.id || !document.getElementById(each.id)) list.append(each);
}

setInterval(renew, EVERY);
document.addEventListener('visibilitychange', renew);
