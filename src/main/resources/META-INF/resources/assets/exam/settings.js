/** @typedef {import('./types.js').Settings} Settings */

const KEY = 'chizheng-exam-settings';
/** @type {Settings} */
const STANDARD = {size: 0, contrast: 'standard', hand: 'right', keys: true};

/**
 * How this candidate likes the page; it survives a crash and is forgotten with the rest.
 * @param {string} ticket
 */
export function createSettings(ticket) {
  /** @type {Settings} */
  let settings = STANDARD;
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (kept.ticket === ticket) settings = {...STANDARD, ...kept.settings};
    else localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing
  }

  function show() {
    const {dataset} = document.documentElement;
    dataset.size = String(settings.size);
    dataset.contrast = settings.contrast;
    dataset.hand = settings.hand;
  }

  show();
  return {
    get: () => settings,
    /** @param {Partial<Settings>} changes */
    set(changes) {
      settings = {...settings, ...changes};
      show();
      try {
        localStorage.setItem(KEY, JSON.stringify({ticket, settings}));
      } catch {
        // shown all the same
      }
    },
    forget() {
      try {
        localStorage.removeItem(KEY);
      } catch {
        // nothing was kept
      }
    },
  };
}
