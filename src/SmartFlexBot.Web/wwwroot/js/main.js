import { createChat } from './chat.js';
import { connect } from './connection.js';
import { createLine } from './line.js';
import { createMenu } from './menu.js';
import { createOutbox } from './outbox.js';
import { forgetPerson, largestFile, renderPerson } from './person.js';
import { forgetProgress, renderProgress } from './progress.js';
import { endSession, openSession } from './session.js';
import { onRetry, renderStatus, showStatus } from './status.js';
import { loadTexts, text } from './texts.js';
import { onThemeChange } from './theme.js';
import { followKeyboard } from './viewport.js';

const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 30000;

/** Why a file was not sent is told so long. */
const FILE_REFUSED_MS = 12000;

const chat = createChat(document.getElementById('webchat'));
const menu = createMenu({ onLanguage: changeLanguage, onPerson: askForPerson, onSignOut: signOut });
const signedOut = document.getElementById('signed-out');
const outbox = createOutbox({
  onRefused: () => connection && tryAgain({ reason: 'lost' }, () => start({ goesOn: true })),
  onFileRefused: () => {
    showStatus('file', { size: Math.floor(largestFile() / 1024 / 1024) });
    setTimeout(() => connection && showStatus('online'), FILE_REFUSED_MS);
  }
});

let connection;
let line;
let attempt = 0;
let simulator;
let language = document.documentElement.lang;
let retryTimer;
let retryNow;
let retryDelay = FIRST_RETRY_MS;

/** Opens or resumes the session and connects; failures are shown in words and tried again. */
async function start({ customer, polling = false, goesOn = false } = {}) {
  const mine = disconnect();
  showStatus(goesOn ? 'reconnecting' : 'connecting');

  let session;
  try {
    session = await openSession({ customer, locale: language });
  } catch (error) {
    if (mine !== attempt) return;
    if (error.reason === 'refused' && customer) return start();
    return tryAgain(error, () => start({ customer, polling, goesOn }));
  }

  if (mine !== attempt) return;
  if (line?.conversationId !== session.conversationId) {
    line = createLine({ conversationId: session.conversationId, outbox });
    chat.use(line.directLine);
  }
  showChat(true);
  connection = connect({
    session,
    polling,
    watermark: line.watermark,
    onActivity: line.take,
    onState: state => {
      if (state === 'online') retryDelay = FIRST_RETRY_MS;
      showStatus(state === 'connecting' && goesOn ? 'reconnecting' : state);
    },
    onLost: how => tryAgain({ reason: 'lost' }, () => start({ ...how, goesOn: true }))
  });
  outbox.open(connection.session);
  if (session.simulator) await showSimulator(session.customer);
}

/** Ends what is under way; an attempt that was overtaken notices by the number. */
function disconnect() {
  clearTimeout(retryTimer);
  retryNow = undefined;
  connection?.end();
  connection = undefined;
  return ++attempt;
}

function tryAgain({ reason, retryAfterSeconds }, again) {
  showStatus(reason === 'lost' ? 'reconnecting' : reason === 'busy' ? 'busy' : 'unreachable');
  clearTimeout(retryTimer);
  const wait = retryAfterSeconds ? retryAfterSeconds * 1000 : retryDelay;
  retryTimer = setTimeout(again, wait * (0.75 + Math.random() / 2));
  retryDelay = Math.min(retryDelay * 2, LONGEST_RETRY_MS);
  retryNow = again;
}

async function speak(value) {
  await loadTexts(value);
  language = value;
  menu.showLanguage(value);
  renderStatus();
  renderProgress();
  renderPerson();
  chat.speak(value);
  simulator?.redraw();
}

async function changeLanguage(value) {
  try {
    await speak(value);
    // Kept in the cookie for the next visit; the token that comes along is not needed.
    await openSession({ locale: value });
  } catch {
    menu.showLanguage(language);
  }
  if (connection) chat.sendEvent('webchat/language/changed', { locale: language });
}

function askForPerson() {
  chat.sendText(text('menu.personMessage'));
  chat.focus();
}

async function signOut() {
  try {
    await endSession();
  } catch (error) {
    return showStatus(error.reason === 'busy' ? 'busy' : 'unreachable');
  }
  disconnect();
  outbox.close();
  line = undefined;
  forgetProgress();
  forgetPerson();
  showStatus('none');
  showChat(false);
  document.getElementById('signed-out-heading').focus();
}

function showChat(open) {
  document.getElementById('webchat').hidden = !open;
  signedOut.hidden = open;
  menu.chatIsOpen(open);
}

async function showSimulator(customer) {
  if (!simulator) {
    const { createSimulatorPanel } = await import('./simulator/panel.js');
    simulator = createSimulatorPanel({
      onCustomer: number => start({ customer: number }),
      onNewConversation: async number => {
        await endSession();
        await start({ customer: number });
      }
    });
  }
  await simulator.show(customer);
}

menu.chatIsOpen(false);
followKeyboard();
onThemeChange(() => chat.redraw());
onRetry(() => (retryNow ?? start)());
// The network may be another one: what was open in the old one may never hear of it.
window.addEventListener('online', () => (retryNow ? retryNow() : connection && start({ goesOn: true })));
document.getElementById('start-again').addEventListener('click', () => start().then(chat.focus));

await speak(language);
await start();
