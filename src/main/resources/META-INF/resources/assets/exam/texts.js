/**
 * The page holds its texts in both languages, so that a change of language needs no line.
 * @param {{zh: {[key: string]: string}, en: {[key: string]: string}}} all
 * @param {'zh'|'en'} lang
 * @returns {import('./types.js').Texts}
 */
export function createTexts(all, lang) {
  return {
    lang,
    say: (key, ...values) =>
      values.reduce((/** @type {string} */ text, value, i) => text.replace('{' + i + '}', String(value)), all[lang]['sitting_js_' + key] ?? '??' + key + '??'),
  };
}

/**
 * The language is kept where the server looks for it, for its own words.
 * @param {'zh'|'en'} lang
 */
export function keepLanguage(lang) {
  document.cookie = 'lang=' + lang + '; path=/; max-age=31536000; samesite=lax';
  document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN';
}
