import { text } from './texts.js';

/** The lines that screen readers hear: what happened (role=status), and what must not be overheard (role=alert). */
const status = document.getElementById('status-line');
const alert = document.getElementById('alert-line');
const SHOWN_MS = 8000;
let over;

/** What is told once is soon no longer true: it goes by itself. */
export function tell(words) {
  status.textContent = words;
  clearTimeout(over);
  over = setTimeout(() => (status.textContent = ''), SHOWN_MS);
}

/** It stays until something else is done. */
export function warn(words) {
  alert.textContent = words;
}

/** What was told is no longer so. */
export function unsay(words) {
  for (const line of [status, alert]) if (line.textContent === words) line.textContent = '';
}

/** Why something was not done, in words. */
export function refusalText({ code, answer }) {
  if (code === 'OwnedByAnother' && answer.by) return text('queue.taken', { name: answer.by });
  return text(`refused.${code}`) || text('refused.other');
}

export function sayRefusal(refusal) {
  warn(refusalText(refusal));
}
