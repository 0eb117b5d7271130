import decodeQR from './lib/qr/decode.js';

/**
 * Reads QR codes from pictures: by the browser's own reader where it has one, else by the library's.
 * @typedef {{detect: (source: CanvasImageSource) => Promise<{rawValue: string}[]>}} Detector
 * @typedef {CanvasImageSource & {width?: number, height?: number, videoWidth?: number, videoHeight?: number}} Source
 */

const SIDE = 800;
/** A square on its corner hides its finder patterns from the library, so now and then a frame is looked at turned. */
const TURNS = [0, 0, Math.PI / 4];

export async function createReader() {
  const detector = await ownDetector();
  const canvas = document.createElement('canvas');
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', {willReadFrequently: true}));
  let frames = 0;

  /**
   * @param {Source} source
   * @param {object} how
   * @param {number} how.side of the square that is looked at
   * @param {boolean} how.whole the whole picture, else its middle
   * @param {number} how.turn
   * @param {import('./lib/qr/decode.js').DecodeOpts} [how.options]
   */
  function decoded(source, {side, whole, turn, options}) {
    const width = source.videoWidth || source.width || 0;
    const height = source.videoHeight || source.height || 0;
    const scale = Math.min(whole ? Infinity : 1, side / (whole ? Math.max : Math.min)(width, height));
    canvas.width = canvas.height = whole ? side : Math.round(Math.min(width, height) * scale);
    context.setTransform(1, 0, 0, 1, canvas.width / 2, canvas.height / 2);
    context.rotate(turn);
    context.drawImage(source, (-width * scale) / 2, (-height * scale) / 2, width * scale, height * scale);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height), options);
    } catch {
      // There is none in it, or none that can be read.
      return null;
    }
  }

  return {
    /** A frame of the camera: quick, for there are many. @param {HTMLVideoElement} video @returns {Promise<string|null>} */
    async frame(video) {
      if (detector) return (await detector.detect(video))[0]?.rawValue ?? null;
      return decoded(video, {side: SIDE, whole: false, turn: TURNS[frames++ % TURNS.length]});
    },

    /** A picture: thoroughly, for there is one. @param {ImageBitmap} picture @returns {Promise<string|null>} */
    async picture(picture) {
      const [found] = detector ? await detector.detect(picture) : [];
      if (found) return found.rawValue;
      for (const side of [1200, 700, 2400, 400]) {
        for (const turn of [0, Math.PI / 4]) {
          const text = decoded(picture, {side, whole: true, turn, options: {effort: 4, timeLimit: 400}});
          if (text !== null) return text;
        }
      }
      return null;
    },
  };
}

/** @returns {Promise<Detector|null>} */
async function ownDetector() {
  const Own = /** @type {any} */ (window).BarcodeDetector;
  const formats = Own ? await Own.getSupportedFormats().catch(() => []) : [];
  return formats.includes('qr_code') ? new Own({formats: ['qr_code']}) : null;
}
