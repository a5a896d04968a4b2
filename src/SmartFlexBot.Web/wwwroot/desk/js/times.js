const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The market's: what an agent reads is what customers are told, wherever the agent sits. */
const zone = document.documentElement.dataset.zone;

/** Ages and times in the words of the agent's language, kept true without being read out again. */
export function keepTimes() {
  show();
  setInterval(show, 20000);
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
}

function show() {
  const { lang } = document.documentElement;
  // Of English, the one that writes the day first and the clock in 24 hours, as the bot does.
  const language = lang === 'en' ? 'en-GB' : lang;
  const ages = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const whole = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const today = dayOf(new Date());
  for (const element of document.querySelectorAll('time[data-show]')) {
    const at = new Date(element.dateTime);
    const words = element.dataset.show === 'age' ? ageOf(at, ages)
      : element.dataset.show === 'clock' && dayOf(at) === today ? clock.format(at)
      : whole.format(at);
    if (element.textContent !== words) element.textContent = words;
    if (!element.title) element.title = whole.format(at);
  }
}

function ageOf(at, ages) {
  const seconds = Math.round((at - Date.now()) / 1000);
  const size = Math.abs(seconds);
  if (size < MINUTE) return ages.format(0, 'minute');
  if (size < HOUR) return ages.format(Math.trunc(seconds / MINUTE), 'minute');
  return size < 2 * DAY ? ages.format(Math.trunc(seconds / HOUR), 'hour') : ages.format(Math.trunc(seconds / DAY), 'day');
}

/** @param local what a field for a day and a time holds, such as "2026-11-27T16:00": the market's time, not the browser's. */
export function instantOf(local) {
  const asUtc = new Date(`${local}Z`);
  const near = new Date(asUtc - aheadAt(asUtc));
  return new Date(asUtc - aheadAt(near));
}

/** Milliseconds that the market's clock is ahead of UTC. */
const aheadAt = at => new Date(`${wordsOf(at).replace(' ', 'T')}Z`) - at;

const dayOf = at => wordsOf(at).slice(0, 10);

/** Swedish writes "2026-11-27 16:00:00". */
const wordsOf = at => at.toLocaleString('sv-SE', { timeZone: zone });
