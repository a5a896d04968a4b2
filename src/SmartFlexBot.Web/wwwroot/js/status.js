import { text } from './texts.js';

const line = document.getElementById('status');
const words = document.getElementById('status-text');
const retry = document.getElementById('retry');

let state = 'connecting';
let values = {};

/** The one line that tells how the connection is: none, connecting, online, reconnecting, offline, unreachable, busy; and why a file was not sent. */
export function showStatus(value, of = {}) {
  state = value;
  values = of;
  render();
}

export function renderStatus() {
  render();
}

export function onRetry(tryNow) {
  retry.addEventListener('click', tryNow);
}

function render() {
  const shown = navigator.onLine || state === 'none' ? state : 'offline';
  line.dataset.state = shown;
  const message = shown === 'none' ? '' : text(`status.${shown}`, values);
  if (words.textContent !== message) words.textContent = message;
  retry.hidden = shown !== 'unreachable' && shown !== 'busy';
}

window.addEventListener('online', render);
window.addEventListener('offline', render);
