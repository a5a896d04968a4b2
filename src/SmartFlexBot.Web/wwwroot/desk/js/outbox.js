/**
 * What an agent has sent and nobody has confirmed yet, in this browser, for each chat. It outlives a reload and a closed window: it is sent
 * again with the id that it had, and counts once.
 */
import { act, newId, Refusal, upload } from './calls.js';

const PREFIX = 'desk-sending ';

/**
 * @param thread shows what becomes of each
 * @param onRefused called with the words and the refusal: they belong into the field again
 */
export function createOutbox(chat, thread, onRefused) {
  const key = PREFIX + chat;
  let sending;

  for (const { id, words } of waiting()) thread.showSending(id, words, flush);
  flush();

  function send(words) {
    const id = newId();
    keep([...waiting(), { id, words }]);
    thread.showSending(id, words, flush);
    return flush();
  }

  /** One after the other, so that they arrive as they were written. */
  function flush() {
    sending ??= run().finally(() => (sending = undefined));
    return sending;
  }

  async function run() {
    for (let next = waiting()[0]; next; next = waiting()[0]) {
      thread.showState(next.id, 'sending');
      try {
        await act(chat, { do: 'say', text: next.words }, next.id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.code === 'unreachable') return thread.showState(next.id, 'failed');
        thread.drop(next.id);
        onRefused(next.words, error);
      }
      keep(waiting().filter(({ id }) => id !== next.id));
      await thread.refresh().catch(() => {});
    }
  }

  /** Not kept in this browser: it is somebody's picture. */
  async function sendFile(file, id = newId()) {
    thread.showSending(id, file.name, () => sendFile(file, id));
    thread.showState(id, 'sending');
    await flush();
    try {
      await upload(chat, file, id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'unreachable') return thread.showState(id, 'failed');
      thread.drop(id);
      onRefused('', error);
    }
    await thread.refresh().catch(() => {});
  }

  function waiting() {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? [];
    } catch {
      return [];
    }
  }

  function keep(messages) {
    if (messages.length) localStorage.setItem(key, JSON.stringify(messages));
    else localStorage.removeItem(key);
  }

  return { send, sendFile };
}
