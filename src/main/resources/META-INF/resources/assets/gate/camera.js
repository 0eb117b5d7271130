/**
 * Looks through the camera until a code is read.
 * @param {HTMLVideoElement} video
 * @param {() => Promise<{frame: (video: HTMLVideoElement) => Promise<string|null>}>} reader
 * @param {(text: string, seenAt: number) => void} found seenAt: when the frame was taken up, as performance.now
 */
export function createCamera(video, reader, found) {
  /** @type {MediaStream|null} */
  let stream = null;
  /** @type {{release: () => Promise<void>}|null} */
  let awake = null;
  let looking = false;
  let round = 0;

  /** @param {number} mine */
  async function look(mine) {
    const {frame} = await reader();
    while (looking && mine === round) {
      await nextFrame();
      const seenAt = performance.now();
      const text = video.readyState >= 2 && looking ? await frame(video) : null;
      if (text && looking && mine === round) {
        looking = false;
        found(text, seenAt);
      }
    }
  }

  const nextFrame = () =>
    new Promise((resolve) => {
      if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(resolve);
      // A camera that stands still brings no more frames.
      setTimeout(resolve, 250);
    });

  return {
    /** @throws {DOMException} when there is no camera, or it may not be used */
    async start() {
      stream ??= await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment', width: {ideal: 1280}, height: {ideal: 720}}});
      video.srcObject = stream;
      await video.play();
      awake = await /** @type {any} */ (navigator).wakeLock?.request('screen').catch(() => null);
      this.look();
    },
    /** Goes on looking, after something was found. */
    look() {
      if (!stream) return;
      looking = true;
      look(++round).catch(() => this.stop());
    },
    rest() {
      looking = false;
    },
    stop() {
      looking = false;
      stream?.getTracks().forEach((track) => track.stop());
      stream = null;
      video.srcObject = null;
      awake?.release().catch(() => {});
      awake = null;
    },
    running: () => stream !== null,
  };
}
