/** What is half written, in this browser, for each chat: it outlives a lost connection, a reload and a sign-out. */
const PREFIX = 'desk-draft ';
const KEPT_MS = 24 * 60 * 60 * 1000;

export function draftOf(chat) {
  return readDraft(PREFIX + chat)?.text ?? '';
}

export function keepDraft(chat, text) {
  if (text) localStorage.setItem(PREFIX + chat, JSON.stringify({ text, at: Date.now() }));
  else localStorage.removeItem(PREFIX + chat);
}

/** Nobody else's words stay in a browser for days. */
export function forgetOldDrafts() {
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(PREFIX))) {
    if (!(Date.now() - readDraft(key)?.at < KEPT_MS)) localStorage.removeItem(key);
  }
}

function readDraft(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
