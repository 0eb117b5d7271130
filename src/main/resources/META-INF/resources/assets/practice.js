// The time left of a mock paper, counted down on the page's monotonic clock from what the server said. The server decides: at the end the page only asks it again.
const left = document.getElementById('time-left');
const whole = Number(left.dataset.seconds);
const loadedAt = performance.now();

function tick() {
  const seconds = Math.max(0, Math.ceil(whole - (performance.now() - loadedAt) / 1000));
  left.textContent = left.dataset.words.replace('{0}', String(Math.floor(seconds / 60))).replace('{1}', String(seconds % 60));
  left.classList.toggle('bad', seconds <= 300);
  if (seconds === 0) {
    clearInterval(ticking);
    setTimeout(() => location.assign(location.pathname), 1500);
  }
}

const ticking = setInterval(tick, 1000);
// A page that the browser kept, and shows again on "back", tells an old time.
window.addEventListener('pageshow', (event) => event.persisted && location.reload());
tick();
