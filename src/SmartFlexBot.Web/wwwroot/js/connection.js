const CONNECTING = 1;
const EXPIRED_TOKEN = 3;
const ENDED = 5;

/**
 * One Direct Line connection. Tells onState "connecting", "online" or "reconnecting", and onLost({ polling }) once when only a
 * new session helps: token expired, conversation not found, start refused, or the WebSocket does not get through (then poll).
 */
export function connect({ session, polling, onState, onLost }) {
  let over = false;
  let opened = false;

  const directLine = window.WebChat.createDirectLine({
    domain: `${window.location.origin}/v3/directline`,
    token: session.token,
    conversationId: session.conversationId,
    watermark: '',
    webSocket: !polling
  });

  const state = value => over || onState(value);
  const lost = how => {
    if (over) return;
    end();
    onLost(how);
  };

  // directlinejs does not tell when its socket breaks and reconnects, so the socket itself is watched.
  if (!polling && directLine.services) {
    directLine.services.WebSocket = class extends WebSocket {
      constructor(url) {
        super(url);
        this.addEventListener('open', () => {
          opened = true;
          state('online');
        });
        this.addEventListener('close', () => {
          if (opened) state('reconnecting');
          else lost({ polling: true });
        });
      }
    };
  }

  const subscription = directLine.connectionStatus$.subscribe(status => {
    if (status === CONNECTING) state('connecting');
    else if (status >= EXPIRED_TOKEN && status <= ENDED) lost({ polling });
    else if (status > CONNECTING && polling) state('online');
  });

  function end() {
    over = true;
    // The subscription does not exist yet when the first value already ends it.
    queueMicrotask(() => subscription.unsubscribe());
    directLine.end();
  }

  return { directLine, end };
}
