import {keepPage} from './shell.js';

keepPage();

// Whoever waits at an empty station gets the sheet as soon as a candidate is checked in.
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(location.href, {redirect: 'manual', cache: 'no-store'}).catch(() => null);
  if (answer?.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('sheet')) location.reload();
}, 5000);
