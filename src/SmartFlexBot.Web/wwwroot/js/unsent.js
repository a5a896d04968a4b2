const NAME = 'unsent';
const MOST_BYTES = 65536;

/** Who comes back later than this may have been asked something else meanwhile: an old "yes" is not said then. */
const LONGEST_MS = 60 * 60 * 1000;

/** What a card's button may carry; anything else was typed into the card and may be secret. */
const OF_BUTTONS = new Set(['do', 'card', 'choice', 'title', 'open', 'late']);

/**
 * What waits in this tab to be sent, across a reload. Kept are words and presses alone: no files, nothing with an address in it (a pasted
 * sign-in address opens an account), and nothing that was typed into a card. A tab that is closed forgets it.
 */
export function keepUnsent(waiting) {
  const kept = waiting.filter(({ activity }) => mayBeKept(activity))
    .map(({ conversationId, activity, at }) => ({ conversationId, activity, at }));
  const json = JSON.stringify(kept);
  try {
    if (kept.length === 0 || new Blob([json]).size > MOST_BYTES) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, json);
  } catch {
    // A browser that keeps nothing: then it is lost with the page, as before.
  }
}

/** What was kept, in its order. */
export function readUnsent() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    return kept.filter(({ at }) => Date.now() - at < LONGEST_MS).map(item => ({ ...item, listener: {} }));
  } catch {
    return [];
  }
}

function mayBeKept({ type, text, value, attachments }) {
  if (type !== 'message' || attachments?.length) return false;
  if (text && /:\/\/|www\.|[?&#]\w+=/i.test(text)) return false;
  return value === undefined || Object.entries(value).every(([name, of]) => OF_BUTTONS.has(name) || of === 'true' || of === 'false');
}
