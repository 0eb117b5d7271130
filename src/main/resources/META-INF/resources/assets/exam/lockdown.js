/** @typedef {{configKey?: string, browserExamKey?: string, updateKeys?: (told: () => void) => void}} Security what Safe Exam Browser offers to a page */

/** Longer than that browser takes to put its keys into a page. */
const PATIENCE = 2000;

/**
 * The proof that this is the browser the session asks for, for engines that add no headers to requests themselves. The keys are hashed with the address of this
 * page: the key itself is never seen here.
 * @param {{SafeExamBrowser?: {security?: Security}}} world
 * @param {string} agent
 */
export function createProof(world = /** @type {any} */ (globalThis), agent = navigator.userAgent) {
  const security = () => world.SafeExamBrowser?.security;

  return {
    /** Resolves when the keys are there, and soon enough when they are not to be had. */
    async ready() {
      if (!security() && !agent.includes('SEB')) return;
      // Some versions compute the keys only when asked; they want a function that has a name.
      if (!security()?.configKey) security()?.updateKeys?.(function keysUpdated() {});
      for (let waited = 0; waited < PATIENCE && !security()?.configKey; waited += 50) await new Promise((done) => setTimeout(done, 50));
    },

    /** @returns {{[header: string]: string}} */
    headers() {
      const {configKey, browserExamKey} = security() ?? {};
      return {...(configKey && {'X-Chizheng-ConfigKeyHash': configKey}), ...(browserExamKey && {'X-Chizheng-RequestHash': browserExamKey})};
    },
  };
}
