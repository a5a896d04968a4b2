import { act, read, Refusal } from './calls.js';
import { fragmentOf, updateList } from './parts.js';
import { refusalText, sayRefusal, tell, unsay, warn } from './say.js';
import { text } from './texts.js';

const panel = document.getElementById('queue');

/**
 * Who waits, whose chats are whose, and what was promised.
 * @param onOpen called with the id of a chat that is to be shown
 * @param onWaiting called with how many wait, and whether somebody has come
 */
export function createQueue({ onOpen, onWaiting }) {
  let known = new Set(keysOf('waiting'));
  let told = '';
  /** The chat that a colleague was said to have, and how it was said. */
  let taken;

  // The same buttons stand in an open chat.
  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-do]');
    if (!button) return;
    // What was said of the press before is not about this one.
    warn('');
    if (button.dataset.do === 'open') onOpen(button.dataset.chat);
    if (button.dataset.do === 'claim') claim(button);
    if (button.dataset.do === 'settle') settle(button);
  });

  async function refresh() {
    const fresh = fragmentOf(await read('/desk/queue'));
    for (const list of fresh.querySelectorAll('[data-list]')) {
      updateList(panel.querySelector(`[data-list="${list.dataset.list}"]`), list);
    }
    for (const count of fresh.querySelectorAll('[data-count]')) {
      panel.querySelector(`[data-count="${count.dataset.count}"]`).textContent = count.textContent;
    }
    for (const empty of fresh.querySelectorAll('[data-empty]')) {
      panel.querySelector(`[data-empty="${empty.dataset.empty}"]`).hidden = empty.hidden;
    }
    notice();
  }

  function notice() {
    const waiting = keysOf('waiting');
    const isNew = waiting.some(key => !known.has(key));
    known = new Set(waiting);
    const words = text('queue.new', { count: waiting.length });
    if (told && told !== words) unsay(told);
    if (isNew) tell((told = words));
    if (taken && !keysOf('others').includes(taken.chat)) {
      unsay(taken.words);
      taken = undefined;
    }
    onWaiting(waiting.length, isNew);
  }

  async function claim(button) {
    const { chat, question } = button.dataset;
    if (question && !window.confirm(question)) return;
    const opens = await carryOut(button, { do: 'claim', inAnotherLanguage: Boolean(question) });
    if (opens) await onOpen(chat, { write: true });
  }

  const settle = button => carryOut(button, { do: 'settle', taskId: button.dataset.task });

  /** Whoever was first has it; the others are told who. */
  async function carryOut(button, what) {
    button.disabled = true;
    try {
      await act(button.dataset.chat, what);
      warn('');
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sayRefusal(error);
      if (error.code === 'OwnedByAnother') taken = { chat: button.dataset.chat, words: refusalText(error) };
      return false;
    } finally {
      button.disabled = false;
      await refresh().catch(() => {});
    }
  }

  return {
    refresh,
    claimFirst: () => panel.querySelector('[data-list="waiting"] button[data-do="claim"]')?.click(),
    focus: () => (panel.querySelector('[data-list] button') ?? panel.querySelector('h2')).focus()
  };
}

function keysOf(list) {
  return [...panel.querySelectorAll(`[data-list="${list}"] > [data-key]`)].map(item => item.dataset.key);
}
