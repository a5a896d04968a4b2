import { change } from './calls.js';
import { draftOf, keepDraft } from './drafts.js';
import { createOutbox } from './outbox.js';
import { sayRefusal, warn } from './say.js';
import { text } from './texts.js';

const TYPING_EVERY_MS = 3000;

/** Where an agent writes to the customer. What is half written is kept; what was refused is in the field again. */
export function createComposer(chat, root, thread) {
  const message = root.querySelector('#message');
  if (!message) return { focus: () => root.querySelector('h2')?.focus(), insert: () => {} };

  const outbox = createOutbox(chat, thread, (words, refusal) => {
    if (words) restore(words);
    sayRefusal(refusal);
  });
  const file = root.querySelector('#file');
  let toldTyping = 0;

  write(draftOf(chat));
  message.addEventListener('input', () => {
    keepDraft(chat, message.value);
    grow(message);
    tellTyping();
  });
  message.addEventListener('keydown', event => sendsOnEnter(event) && send());
  root.querySelector('#message-form').addEventListener('submit', event => {
    event.preventDefault();
    send();
  });

  root.querySelector('#file-open')?.addEventListener('click', () => file.click());
  file?.addEventListener('change', () => {
    for (const one of file.files) sendFile(one);
    file.value = '';
  });
  message.addEventListener('paste', event => {
    for (const one of event.clipboardData.files) sendFile(one);
  });

  // What the channel has given up is said anew; what has arrived has no such button.
  root.querySelector('.thread').addEventListener('click', event => {
    const again = event.target.closest('button[data-resend]');
    if (!again) return;
    again.remove();
    outbox.send(again.dataset.resend);
  });

  const replies = root.querySelector('#replies-dialog');
  replies.addEventListener('click', event => {
    const reply = event.target.closest('button[data-insert]');
    if (!reply) return;
    replies.close();
    insert(reply.dataset.insert);
  });
  root.querySelector('#replies-filter').addEventListener('input', event => filter(replies, event.target.value));

  function send() {
    const words = message.value.trim();
    if (!words) return;
    // A ready reply whose value nobody has put in.
    if (/\{[\w.]+\}/.test(words)) return warn(text('write.unresolved'));
    warn('');
    write('');
    outbox.send(words);
  }

  function sendFile(one) {
    if (!file || one.size > Number(file.dataset.most)) return warn(text('refused.NoFile'));
    warn('');
    outbox.sendFile(one);
  }

  function tellTyping() {
    if (Date.now() - toldTyping < TYPING_EVERY_MS || !message.value) return;
    toldTyping = Date.now();
    change(`/desk/chats/${encodeURIComponent(chat)}/typing`).catch(() => {});
  }

  function insert(words) {
    const before = message.value.slice(0, message.selectionStart);
    message.focus();
    message.setRangeText((before && !/\s$/.test(before) ? ' ' : '') + words, message.selectionStart, message.selectionEnd, 'end');
    message.dispatchEvent(new Event('input'));
  }

  function restore(words) {
    write(message.value ? `${words}\n${message.value}` : words);
  }

  function write(words) {
    message.value = words;
    keepDraft(chat, words);
    grow(message);
  }

  return { focus: () => message.focus(), insert };
}

function sendsOnEnter(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return false;
  event.preventDefault();
  return true;
}

function grow(field) {
  field.rows = Math.min(6, Math.max(2, field.value.split('\n').length));
}

function filter(replies, words) {
  const wanted = words.toLocaleLowerCase();
  for (const item of replies.querySelectorAll('li')) {
    item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted);
  }
}
