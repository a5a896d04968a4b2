import { createBell } from './bell.js';
import { change } from './calls.js';
import { createChat } from './chat.js';
import { forgetOldDrafts } from './drafts.js';
import { createForms } from './forms.js';
import { leave, leaveWithOthers, watchIdleness } from './idle.js';
import { createKeys } from './keys.js';
import { createQueue } from './queue.js';
import { tell } from './say.js';
import { follow } from './stream.js';
import { loadTexts, text } from './texts.js';
import { keepTimes } from './times.js';
import { once } from './turns.js';
import { show } from './views.js';

const { idle, warning, cursor } = document.body.dataset;

await loadTexts();
forgetOldDrafts();
keepTimes();
leaveWithOthers();
watchIdleness({ idleSeconds: Number(idle), warningSeconds: Number(warning) });

const bell = createBell();
const chat = createChat();
const queue = createQueue({
  onOpen: open,
  onWaiting: (count, isNew) => {
    bell.count(count);
    if (isNew) bell.call('bell.waiting');
  }
});
const refreshQueue = once(queue.refresh);
const stream = follow({ cursor, onChange: take, onState: showConnection });

async function open(id, how) {
  if (await chat.open(id, how)) stream.openChat(id, chat.lastLine());
}

/** Somebody has done something, in a chat or with one. */
function take({ chat: id, heardAt, typing }) {
  if (!id) return;
  if (typing) {
    if (id === chat.id()) chat.showTyping();
    return;
  }
  refreshQueue();
  if (id === chat.id()) chat.refresh();
  // Who has the chat before their eyes need not be called.
  if (heardAt && (document.hidden || id !== chat.id())) bell.callOnce('bell.said', `${id} ${heardAt}`);
}

let wasLost = false;
function showConnection(state) {
  const line = document.getElementById('connection');
  line.dataset.state = state;
  line.textContent = text(`connection.${state}`);
  if (state === 'online') {
    if (wasLost) tell(text('connection.back'));
    // Whatever was missed is read now.
    refreshQueue();
    chat.refresh();
  }
  wasLost = state === 'lost';
}

createForms(document.body, async form => {
  tell(text(form.dataset.said));
  await refreshQueue();
  await chat.refresh();
});

document.addEventListener('click', event => {
  const view = event.target.closest('[data-show-view]');
  if (!view) return;
  show(view.dataset.showView);
  if (view.dataset.showView === 'talk') chat.toEnd();
});
document.getElementById('presence').addEventListener('change', async event => {
  await change('/desk/presence', { choice: event.target.value });
  tell(text(`presence.${event.target.value}`));
});
document.getElementById('language').addEventListener('change', async event => {
  await change('/desk/language', { choice: event.target.value });
  location.reload();
});
document.getElementById('sign-out').addEventListener('click', () => leave());

const press = selector => () => document.querySelector(selector)?.click();
createKeys({
  KeyQ: () => (show('queue'), queue.focus()),
  KeyL: queue.claimFirst,
  KeyM: () => (show('talk'), chat.focus()),
  KeyN: () => (show('facts'), chat.focusNote()),
  KeyI: () => (show('facts'), document.querySelector('#facts h2')?.focus()),
  KeyA: press('#suggested'),
  KeyR: press('#replies-open'),
  KeyX: press('button[data-dialog="end-dialog"]'),
  KeyT: press('button[data-dialog="transfer-dialog"]'),
  KeyP: press('button[data-dialog="promise-dialog"]'),
  KeyK: press('#keys-open')
});

if (location.hash.length > 1) open(decodeURIComponent(location.hash.slice(1)));
