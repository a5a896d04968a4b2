import { isWithPerson } from './person.js';

const CONNECTING = 1;
const ONLINE = 2;

/**
 * What Web Chat talks to: one conversation, whichever connection it has at the moment. Web Chat never hears of a connection that broke,
 * so nothing is drawn anew when the next one goes on where that one ended.
 */
export function createLine({ conversationId, outbox }) {
  const said = [];
  const listeners = new Set();
  let watermark = '';

  return {
    conversationId,
    get watermark() {
      return watermark;
    },
    /** Something new of the conversation; the connection knows how far it has come. */
    take(activity, reached) {
      watermark = reached ?? watermark;
      said.push(activity);
      for (const listener of listeners) listener.next?.(activity);
    },
    /** The part of a Direct Line client that Web Chat uses. */
    directLine: {
      activity$: observable(listener => {
        listeners.add(listener);
        for (const activity of said) listener.next?.(activity);
        return () => listeners.delete(listener);
      }),
      connectionStatus$: observable(listener => {
        listener.next?.(CONNECTING);
        listener.next?.(ONLINE);
      }),
      postActivity: activity => observable(listener => outbox.add(conversationId, activity, listener)),
      /** That somebody is typing is worth nothing later, and to a bot nothing at all. */
      hint: activity => isWithPerson() && outbox.hint(activity),
      end: () => listeners.clear()
    }
  };
}

function observable(start) {
  return {
    subscribe(nextOrListener, error, complete) {
      const listener = typeof nextOrListener === 'function' ? { next: nextOrListener, error, complete } : nextOrListener;
      const stop = start(listener);
      return { unsubscribe: () => stop?.() };
    }
  };
}
