import { Refusal } from './calls.js';

/** However many ask meanwhile, one runs, and one more after it. What the server refuses waits for the next time. */
export function once(run) {
  let running;
  let again = false;
  return async function request() {
    if (running) {
      again = true;
      return running;
    }
    running = loop().finally(() => (running = undefined));
    return running;
  };

  async function loop() {
    do {
      again = false;
      try {
        await run();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    } while (again);
  }
}
