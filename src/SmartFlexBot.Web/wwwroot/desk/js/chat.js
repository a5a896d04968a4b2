import { read, Refusal } from './calls.js';
import { createComposer } from './composer.js';
import { createNotes } from './notes.js';
import { fragmentOf, updateList, updatePart } from './parts.js';
import { sayRefusal, warn } from './say.js';
import { text } from './texts.js';
import { createThread } from './thread.js';
import { once } from './turns.js';
import { show } from './views.js';

const place = document.getElementById('chat');
const facts = document.getElementById('facts');

/** The chat that is on the screen, with what is known about it. */
export function createChat() {
  let open;

  facts.addEventListener('click', event => {
    if (event.target.closest('#pack-again')) readPack(open.id);
    const suggested = event.target.closest('#suggested');
    if (!suggested) return;
    show('talk');
    open.composer.insert(suggested.dataset.insert);
  });

  /** @returns whether it could be opened */
  async function openChat(id, { write = false } = {}) {
    let fresh;
    try {
      fresh = fragmentOf(await read(pathOf(id)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sayRefusal(error);
      return false;
    }

    if (id !== open?.id) warn('');
    place.replaceChildren(...part(fresh, 'talk').childNodes);
    facts.replaceChildren(...part(fresh, 'facts').childNodes);
    const thread = createThread(id, place);
    open = { id, thread, composer: createComposer(id, place, thread), notes: createNotes(id, facts, () => refresh()) };
    history.replaceState(null, '', `#${encodeURIComponent(id)}`);
    show('talk');
    if (write) open.composer.focus();
    else place.querySelector('h2').focus();
    readPack(id);
    return true;
  }

  const refresh = once(async () => {
    if (!open) return;
    const { id, thread } = open;
    const fresh = fragmentOf(await read(`${pathOf(id)}/parts`));
    if (open.id !== id) return;
    // What the agent may do has changed: the fields come or go. Drafts are kept.
    if (part(fresh, 'head').dataset.rights !== part(place, 'head').dataset.rights) return openChat(id);
    updatePart(part(place, 'head'), part(fresh, 'head').innerHTML);
    updatePart(part(facts, 'news'), part(fresh, 'news').innerHTML);
    updateList(facts.querySelector('#notes'), fresh.querySelector('#notes'));
    await thread.refresh();
  });

  /** Slowly, for the platform is asked. */
  async function readPack(id) {
    const pack = part(facts, 'pack');
    try {
      const html = await read(`${pathOf(id)}/pack`);
      if (open.id === id) updatePart(pack, html);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      pack.textContent = text('pack.failed');
    }
  }

  return {
    open: openChat,
    refresh,
    id: () => open?.id,
    lastLine: () => open.thread.lastLine(),
    showTyping: () => open?.thread.showTyping(),
    /** What is not shown has no place to be scrolled to: when it is shown again, the newest is. */
    toEnd: () => open?.thread.toEnd(),
    focus: () => open?.composer.focus(),
    focusNote: () => open?.notes.focus()
  };
}

const pathOf = id => `/desk/chats/${encodeURIComponent(id)}`;
const part = (root, name) => root.querySelector(`[data-part="${name}"]`);
