/**
 * Reads aloud with a voice of the computer, where there is one.
 * @param {() => void} changed voices came or went
 * @returns {import('./types.js').Speech}
 */
export function createSpeech(changed) {
  const synth = window.speechSynthesis;
  if (!synth) return {available: () => false, read: () => {}, stop: () => {}};
  synth.addEventListener?.('voiceschanged', changed);

  /** @param {string} lang */
  const voice = (lang) => synth.getVoices().find((candidate) => candidate.lang.toLowerCase().startsWith(lang));

  return {
    available: () => Boolean(voice('zh') ?? voice('en')),
    read(text) {
      synth.cancel();
      const words = new SpeechSynthesisUtterance(text);
      const lang = isChinese(text) ? 'zh' : 'en';
      words.lang = lang === 'zh' ? 'zh-CN' : 'en';
      words.voice = voice(lang) ?? null;
      words.rate = 0.9;
      synth.speak(words);
    },
    stop: () => synth.cancel(),
  };
}

/** @param {string} text */
export const isChinese = (text) => /[\u4e00-\u9fff]/.test(text);
