import { act, newId, Refusal } from './calls.js';
import { draftOf, keepDraft } from './drafts.js';
import { sayRefusal, warn } from './say.js';

/** Notes among agents: a field of their own, far from the one for the customer, and no key sends them. */
export function createNotes(chat, root, refresh) {
  const note = root.querySelector('#note');
  const key = `${chat} note`;
  // A note that was not confirmed is kept under its id until it is.
  let id = newId();

  note.value = draftOf(key);
  note.addEventListener('input', () => keepDraft(key, note.value));
  root.querySelector('#note-form').addEventListener('submit', async event => {
    event.preventDefault();
    const words = note.value.trim();
    if (!words) return;
    try {
      await act(chat, { do: 'note', text: words }, id);
      id = newId();
      note.value = '';
      keepDraft(key, '');
      warn('');
      await refresh();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sayRefusal(error);
    }
  });

  return {
    focus() {
      root.querySelector('#note-part').open = true;
      note.focus();
    }
  };
}
