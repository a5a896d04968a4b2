import { largestFile } from './person.js';
import { keepUnsent, readUnsent } from './unsent.js';

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 15000;

/**
 * What was sent here and not taken by the server yet: posted in order, one after the other, for as long as it takes. One that was taken
 * while its answer was lost is known to the server by its clientActivityID, and counts once. onRefused is told when only a new session
 * helps; the outbox waits for it. What waits is still there after a reload.
 */
export function createOutbox({ onRefused, onFileRefused }) {
  let waiting = readUnsent();
  let session;
  let delay = FIRST_RETRY_MS;
  let wake;
  let running = false;

  function wait(items) {
    waiting = items;
    keepUnsent(waiting);
  }

  async function run() {
    if (running) return;
    running = true;
    while (waiting.length && session) {
      const outcome = await post(waiting[0]);
      if (outcome === 'later') await pause();
    }
    running = false;
  }

  /** Posts one. It leaves the queue when the server has taken it, or never will. */
  async function post(item) {
    const { token } = session;
    const answer = await send(item, token);
    if (!waiting.includes(item)) return 'gone';
    if (!answer || answer.status === 429 || answer.status >= 500) return later(answer);
    if ([401, 403, 404].includes(answer.status)) {
      if (session?.token === token) {
        session = undefined;
        onRefused();
      }
      return 'refused';
    }

    wait(waiting.filter(other => other !== item));
    delay = FIRST_RETRY_MS;
    if (answer.ok) {
      item.listener.next?.((await answer.json().catch(() => ({}))).id);
      item.listener.complete?.();
    } else {
      if (item.activity.attachments?.length) onFileRefused();
      item.listener.error?.(new Error(`The message was refused: ${answer.status}.`));
    }
    return 'done';
  }

  function later(answer) {
    const asked = Number(answer?.headers.get('Retry-After')) * 1000;
    delay = asked || Math.min(delay * 2, LONGEST_RETRY_MS);
    return 'later';
  }

  const pause = () =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, delay);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  window.addEventListener('online', () => wake?.());

  return {
    add(conversationId, activity, listener) {
      wait([...waiting, { conversationId, activity, listener, at: Date.now() }]);
      run();
    },
    /** Sent once, if it can be: nobody waits for it. */
    hint(activity) {
      if (session && !waiting.length) send({ conversationId: session.conversationId, activity }, session.token);
    },
    /** A session, whose token the connection renews. What waits for another conversation will not be said in this one. */
    open(newSession) {
      session = newSession;
      wait(waiting.filter(({ conversationId }) => conversationId === session.conversationId));
      delay = FIRST_RETRY_MS;
      wake?.();
      run();
    },
    close() {
      session = undefined;
      wait([]);
      wake?.();
    }
  };
}

/** Undefined when nobody answers. */
async function send({ conversationId, activity }, token) {
  const path = `/v3/directline/conversations/${encodeURIComponent(conversationId)}`;
  const headers = { Authorization: `Bearer ${token}` };
  try {
    if (activity.attachments?.length) {
      const body = await formOf(activity);
      return body ? await fetch(`${path}/upload`, { method: 'POST', headers, body }) : tooLarge();
    }

    return await fetch(`${path}/activities`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(activity)
    });
  } catch {
    return undefined;
  }
}

/** As botframework-directlinejs sends files: the activity as one part, each file as another. Undefined when one is too large. */
async function formOf({ attachments, ...activity }) {
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  for (const { contentUrl, name } of attachments) {
    const file = await (await fetch(contentUrl)).blob();
    if (largestFile() && file.size > largestFile()) return undefined;
    form.append('file', file, name);
  }

  return form;
}

/** What the server would say, without its having to read it. */
const tooLarge = () => new Response(null, { status: 413 });
