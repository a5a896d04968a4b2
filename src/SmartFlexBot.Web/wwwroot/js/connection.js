const CONNECTING = 1;
const EXPIRED_TOKEN = 3;
const ENDED = 5;

/**
 * One Direct Line connection, from a watermark on. Tells onActivity what is said and how far that is, onState "connecting" or "online",
 * and onLost({ polling }) once when it is over: the socket broke, the token expired, the conversation was not found, the start was
 * refused, or the WebSocket does not get through (then poll).
 */
export function connect({ session, watermark, polling, onActivity, onState, onLost }) {
  let over = false;
  let opened = false;

  const directLine = window.WebChat.createDirectLine({
    domain: `${window.location.origin}/v3/directline`,
    token: session.token,
    conversationId: session.conversationId,
    watermark,
    webSocket: !polling
  });

  const state = value => over || onState(value);
  const lost = how => {
    if (over) return;
    end();
    onLost(how);
  };

  // directlinejs does not tell when its socket breaks, and comes back late: it is not waited for.
  if (!polling && directLine.services) {
    directLine.services.WebSocket = class extends WebSocket {
      constructor(url) {
        super(url);
        this.addEventListener('open', () => {
          opened = true;
          state('online');
        });
        this.addEventListener('close', () => lost({ polling: !opened }));
      }
    };
  }

  const connection = directLine.connectionStatus$.subscribe(status => {
    if (status === CONNECTING) state('connecting');
    else if (status >= EXPIRED_TOKEN && status <= ENDED) lost({ polling });
    else if (status > CONNECTING && polling) state('online');
  });
  const conversation = directLine.activity$.subscribe({
    next: activity => over || onActivity(activity, directLine.watermark),
    error: () => lost({ polling }),
    complete: () => lost({ polling })
  });

  function end() {
    over = true;
    // The subscriptions do not exist yet when the first value already ends them.
    queueMicrotask(() => {
      connection.unsubscribe();
      conversation.unsubscribe();
    });
    directLine.end();
  }

  // The session's token is the one that directlinejs has renewed.
  return { session: { conversationId: session.conversationId, get token() { return directLine.token; } }, end };
}
