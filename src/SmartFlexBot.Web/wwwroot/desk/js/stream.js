/**
 * The one stream of the desk: it tells that something has changed, and where. What has changed is read then, so that nothing is missed
 * and nothing comes twice, whichever node answers.
 */
import { read } from './calls.js';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15000;

/**
 * @param cursor where the page is: the number of the desk's last change, and of the open chat's last line, with a dot between
 * @param onState called with "online" or "lost"
 */
export function follow({ cursor, onChange, onState }) {
  let last = cursor;
  let chat = '';
  let wait = FIRST_WAIT_MS;
  let source;
  let timer;

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`/desk/events?after=${encodeURIComponent(last)}&chat=${encodeURIComponent(chat)}`);
    source.addEventListener('open', () => {
      wait = FIRST_WAIT_MS;
      onState('online');
    });
    source.addEventListener('change', event => {
      last = event.lastEventId;
      onChange(JSON.parse(event.data));
    });
    source.addEventListener('over', () => location.assign('/desk/sign-in?problem=over'));
    source.addEventListener('error', () => {
      onState('lost');
      // The browser comes back by itself, but not after an answer that was no stream.
      if (source.readyState === EventSource.CLOSED) {
        again();
        // Whoever was signed out is led away by it.
        read('/desk/queue').catch(() => {});
      }
    });
  }

  function again() {
    clearTimeout(timer);
    timer = setTimeout(open, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }

  window.addEventListener('pagehide', () => source.close());
  window.addEventListener('pageshow', event => event.persisted && open());
  window.addEventListener('online', open);
  open();

  return {
    /** From now on that chat's lines are told too. */
    openChat(id, line) {
      chat = id;
      last = `${last.split('.')[0]}.${line}`;
      open();
    }
  };
}
