// The invigilator's list, renewed every few seconds while nobody is working in it.
const table = document.getElementById('room');
const busy = () => table.querySelector('details[open]') || table.contains(document.activeElement);

async function renew() {
  if (busy() || document.hidden) return;
  try {
    const answer = await fetch(location.href, {redirect: 'error'});
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const rows = page.querySelector('#room tbody');
    if (answer.ok && rows && !busy()) table.querySelector('tbody').replaceWith(rows);
  } catch {
    // The line is down or the sign-in has ended: the list stays as it was, and the next try may succeed.
  }
}

setInterval(renew, Number(table.dataset.refresh) * 1000);
