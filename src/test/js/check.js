/** Throws when the two are not the same when written down. */
export function same(actual, expected, words = '') {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`${words} expected ${e} but was ${a}`);
}

export async function throws(work, test, words = '') {
  try {
    await work();
  } catch (error) {
    if (test(error)) return;
    throw new Error(`${words} another error: ${error}`);
  }
  throw new Error(words + ' nothing was thrown');
}
