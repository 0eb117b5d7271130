/**
 * The page holds its texts in both languages, so that a change of language needs no line.
 * @param {{zh: {[key: string]: string}, en: {[key: string]: string}}} all
 * @param {'zh'|'en'} lang
 * @returns {import('./types.js').Texts}
 */
export const createTexts = (all, lang) => ({
  lang,
  say: (key, ...values) => values.reduce((/** @type {string} */ text, value, i) => text.replace('{' + i + '}', String(value)), all[lang]['gate_js_' + key] ?? '??' + key + '??'),
});

/** @returns {'zh'|'en'} */
export const chosenLanguage = () => (/(^|; )lang=en(;|$)/.test(document.cookie) ? 'en' : 'zh');

/**
 * Where the server looks for it too.
 * @param {'zh'|'en'} lang
 */
export function keepLanguage(lang) {
  document.cookie = 'lang=' + lang + '; path=/; max-age=31536000; samesite=lax';
}

/** @param {number} time @returns {string} date and time in China, to the minute */
export const shownTime = (time) => new Date(time + 28_800_000).toISOString().slice(0, 16).replace('T', ' ');

/**
 * How long ago, in words.
 * @param {import('./types.js').Texts['say']} say
 * @param {number} millis
 */
export function ago(say, millis) {
  const minutes = Math.max(0, Math.floor(millis / 60_000));
  if (minutes < 1) return say('ago_now');
  if (minutes < 120) return say('ago_minutes', minutes);
  return minutes < 2880 ? say('ago_hours', Math.floor(minutes / 60)) : say('ago_days', Math.floor(minutes / 1440));
}

/** @param {string} code in groups of five */
export const grouped = (code) => code.replace(/(.{5})(?!$)/g, '$1-');
