/** @type {{[tone in import('./types.js').Tone]: {notes: [number, number][], shakes: number[]}}} notes: hertz and when they begin, in seconds */
const SIGNALS = {
  go: {notes: [[880, 0]], shakes: [60]},
  wait: {notes: [[520, 0], [520, 0.22]], shakes: [120, 90, 120]},
  stop: {notes: [[220, 0], [220, 0.25], [220, 0.5]], shakes: [300, 100, 300, 100, 300]},
};
/** @type {AudioContext|null} */
let audio = null;

/**
 * Tells the answer to who does not look: one, two or three tones, and as many shakes.
 * @param {import('./types.js').Tone} tone
 */
export function signal(tone) {
  const {notes, shakes} = SIGNALS[tone];
  navigator.vibrate?.(shakes);
  audio ??= new AudioContext();
  for (const [hertz, at] of notes) {
    const note = audio.createOscillator();
    note.frequency.value = hertz;
    note.connect(audio.destination);
    note.start(audio.currentTime + at);
    note.stop(audio.currentTime + at + 0.15);
  }
}
