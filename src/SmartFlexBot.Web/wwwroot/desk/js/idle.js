import { change } from './calls.js';
import { text } from './texts.js';

const LAST_INPUT = 'desk-input';
const TELL_EVERY_MS = 60000;
/** One for the whole page: it does not hear itself. */
const tabs = new BroadcastChannel('desk');

/** Who touches nothing for a while is asked, and then signed out. All tabs of this browser count as one. */
export function watchIdleness({ idleSeconds, warningSeconds }) {
  const dialog = document.getElementById('idle-dialog');
  const left = document.getElementById('idle-left');
  let told = Date.now();
  let telling;
  localStorage.setItem(LAST_INPUT, told);

  for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchstart']) {
    document.addEventListener(kind, () => !dialog.open && touched(), { passive: true, capture: true });
  }
  document.getElementById('idle-stay').addEventListener('click', () => {
    dialog.close();
    touched();
    clearTimeout(telling);
    tell();
  });
  setInterval(look, 1000);

  function touched() {
    localStorage.setItem(LAST_INPUT, Date.now());
    // The last touch of a minute is told too: the server must not think that somebody has been idle for longer than they have.
    telling ??= setTimeout(tell, Math.max(0, TELL_EVERY_MS - (Date.now() - told)));
  }

  function tell() {
    telling = undefined;
    told = Date.now();
    change('/desk/stay').catch(() => {});
  }

  function look() {
    const rest = idleSeconds - Math.floor((Date.now() - Number(localStorage.getItem(LAST_INPUT))) / 1000);
    if (rest <= 0) return leave('idle');
    if (rest <= warningSeconds) {
      if (!dialog.open) dialog.showModal();
      left.textContent = text('idle.left', { seconds: rest });
    } else if (dialog.open) dialog.close();
  }
}

/** Signs out this browser; drafts stay. */
let leaving = false;
export async function leave(problem) {
  if (leaving) return;
  leaving = true;
  await change('/desk/sign-out').catch(() => {});
  tabs.postMessage('signed-out');
  location.assign(problem ? `/desk/sign-in?problem=${problem}` : '/desk/sign-in');
}

export function leaveWithOthers() {
  tabs.addEventListener('message', event => {
    if (event.data === 'signed-out') location.assign('/desk/sign-in');
  });
}
