import { forgetCards, showAnswered } from './answered.js';
import { openBeside } from './beside.js';
import { incoming } from './incoming.js';
import { outgoing } from './outgoing.js';
import { forgetPerson, largestFile, onPersonChange } from './person.js';
import { forgetProgress } from './progress.js';
import { pressSuggestedOnce } from './suggested.js';
import { text } from './texts.js';
import { readTheme } from './theme.js';

const nonce = document.getElementById('main-script').nonce;
const LINK_ACTIONS = new Set(['openUrl', 'call', 'downloadFile', 'playAudio', 'playVideo', 'showImage', 'signin']);
const LINK_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Web Chat in its element: drawn again when the conversation, the language or the colours change. */
export function createChat(element) {
  showAnswered(element);
  pressSuggestedOnce(element);
  // The bot looks at no files.
  onPersonChange(() => queueMicrotask(draw));
  let directLine;
  let store;
  let locale;

  function draw() {
    if (!directLine) return;
    const { styleOptions, adaptiveCardsHostConfig } = readTheme();
    window.WebChat.renderWebChat(
      {
        adaptiveCardsHostConfig,
        cardActionMiddleware: () => next => card => openLink(card.cardAction) || next(card),
        directLine,
        locale,
        nonce,
        // Before each message, for screen readers: of itself Web Chat says "Bot", also where a person writes.
        overrideLocalizedStrings: {
          ACTIVITY_BOT_SAID_ALT: text('chat.said'),
          ACTIVITY_BOT_ATTACHED_ALT: text('chat.attached'),
          TEXT_INPUT_PLACEHOLDER: text('chat.placeholder')
        },
        role: 'region',
        // It leaves the page for a person alone (js/line.js).
        sendTypingIndicator: true,
        store,
        styleOptions: { ...styleOptions, hideUploadButton: largestFile() === 0 }
      },
      element
    );
  }

  return {
    /** Another conversation. */
    use(newDirectLine) {
      directLine = newDirectLine;
      forgetCards();
      forgetPerson();
      forgetProgress();
      store = window.WebChat.createStore({}, incoming, outgoing(directLine.hint));
      draw();
    },
    speak(language) {
      locale = language;
      draw();
    },
    redraw: draw,
    sendText: message => store?.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text: message } }),
    sendEvent: (name, value) => store?.dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name, value } }),
    /** Not by touch: there the keyboard would come up and cover the answer. */
    focus: () => window.matchMedia('(pointer: fine)').matches && element.querySelector('[data-id="webchat-sendbox-input"]')?.focus()
  };
}

/** Web Chat would call window.open, which pop-up blockers and in-app browsers on phones refuse more often than a link. */
function openLink({ type, value }) {
  if (!LINK_ACTIONS.has(type)) return false;
  const url = URL.canParse(value, window.location.href) ? new URL(value, window.location.href) : undefined;
  if (!url || !LINK_SCHEMES.has(url.protocol) || openBeside(url)) return true;

  const link = document.createElement('a');
  link.href = url.href;
  link.rel = 'noopener noreferrer';
  if (url.protocol.startsWith('http')) link.target = '_blank';
  link.click();
  return true;
}
