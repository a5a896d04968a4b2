import { read } from './calls.js';
import { fragmentOf } from './parts.js';
import { text } from './texts.js';

/** So near to the end somebody reads what is newest. */
const NEAR_END_PX = 80;

/** So often it is looked whether what waits for the customer's channel has arrived. */
const LOOK_EVERY_MS = 4000;

/** A customer who has not gone on typing for so long has stopped. */
const TYPING_MS = 6000;

/** What was said, oldest first. Lines are added at the end and never made again: a screen reader reads each once. */
export function createThread(chat, root) {
  const log = root.querySelector('[role="log"] ol');
  const scroller = root.querySelector('.thread-scroll');
  const newer = root.querySelector('.thread-newer');

  const typing = root.querySelector('#customer-typing');
  /** Whoever reads what is newest goes on to do so. */
  let follows = true;
  let typingOver;
  let looking;

  newer.addEventListener('click', toEnd);
  scroller.addEventListener('scroll', () => {
    follows = isAtEnd();
    if (follows) newer.hidden = true;
  });
  // A picture makes its line higher when it is there. Events of loading do not bubble.
  log.addEventListener('load', () => follows && toEnd(), { capture: true });

  async function refresh() {
    const fresh = fragmentOf(await read(`/desk/chats/${encodeURIComponent(chat)}/lines?after=${lastSettled()}`));
    const wasAtEnd = isAtEnd();
    let added = 0;
    for (const line of fresh.querySelectorAll('li[data-line]')) {
      added += take(line);
      if (line.classList.contains('line-customer')) typing.hidden = true;
    }
    lookAgain();
    if (!added) return;
    if (wasAtEnd) toEnd();
    else newer.hidden = false;
  }

  function lookAgain() {
    clearTimeout(looking);
    if (log.querySelector('[data-waits]') && log.isConnected) looking = setTimeout(() => refresh().catch(lookAgain), LOOK_EVERY_MS);
  }

  function take(line) {
    const known = log.querySelector(`[data-line="${line.dataset.line}"]`);
    if (known) {
      if (known.dataset.waits) takeFoot(known, line);
      return 0;
    }

    // What was shown as "sending" is on its way: its line takes the place, and is not read a second time.
    const own = line.dataset.client && log.querySelector(`[data-client="${line.dataset.client}"]`);
    if (own) {
      own.dataset.line = line.dataset.line;
      own.className = line.className;
      const file = line.querySelector('.line-file');
      if (file) own.querySelector('.line-text').replaceWith(file);
      takeFoot(own, line);
      putInOrder(own);
      return 0;
    }
    log.append(line);
    return 1;
  }

  /** How the line is; its words are not read a second time. */
  function takeFoot(own, line) {
    if (line.dataset.waits) own.dataset.waits = 'true';
    else delete own.dataset.waits;
    own.querySelector('.line-foot').replaceChildren(...line.querySelector('.line-foot').childNodes);
  }

  /** Somebody may have written while it was on its way, and was first. */
  function putInOrder(own) {
    const before = lines().filter(line => Number(line.dataset.line) < Number(own.dataset.line)).at(-1);
    if (before && own.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING) before.after(own);
  }

  /** A line that is on its way; onAgain is called when somebody asks to try once more. */
  function showSending(id, words, onAgain) {
    // It is stored, and only nobody had said so.
    if (log.querySelector(`[data-client="${id}"]`)) return;
    const line = fragmentOf('<li class="line line-agent"><p class="line-text"></p><p class="line-foot"><span class="line-state"></span></p></li>');
    const item = line.firstElementChild;
    item.dataset.client = id;
    item.querySelector('.line-text').textContent = words;
    item.querySelector('.line-foot').addEventListener('click', event => event.target.closest('button') && onAgain());
    log.append(line);
    showState(id, 'sending');
    toEnd();
  }

  /** @param state "sending" or "failed" */
  function showState(id, state) {
    const foot = log.querySelector(`li[data-client="${id}"]:not([data-line]) .line-foot`);
    if (!foot) return;
    foot.querySelector('.line-state').textContent = text(`line.${state}`);
    foot.querySelector('button')?.remove();
    if (state !== 'failed') return;
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'button button-small';
    again.textContent = text('line.again');
    foot.append(again);
  }

  /** In words, and not read out: it comes again and again. */
  function showTyping() {
    const wasAtEnd = isAtEnd();
    typing.hidden = false;
    if (wasAtEnd) toEnd();
    clearTimeout(typingOver);
    typingOver = setTimeout(() => (typing.hidden = true), TYPING_MS);
  }

  function drop(id) {
    log.querySelector(`li[data-client="${id}"]:not([data-line])`)?.remove();
  }

  const lines = () => [...log.querySelectorAll('li[data-line]')];
  /** What waits is read again: it may have arrived. */
  const lastSettled = () => Math.min(lastLine(), ...[...log.querySelectorAll('li[data-waits][data-line]')].map(line => Number(line.dataset.line) - 1));
  const lastLine = () => Math.max(0, ...lines().map(line => Number(line.dataset.line)));
  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    newer.hidden = true;
  }

  toEnd();
  lookAgain();
  return { refresh, showSending, showState, showTyping, drop, lastLine, toEnd };
}
