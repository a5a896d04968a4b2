const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Ages and times in the words of the agent's language, kept true without being read out again. */
export function keepTimes() {
  show();
  setInterval(show, 20000);
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
}

function show() {
  const language = document.documentElement.lang;
  const ages = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const whole = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  for (const element of document.querySelectorAll('time[data-show]')) {
    const at = new Date(element.dateTime);
    const words = element.dataset.show === 'age' ? ageOf(at, ages)
      : element.dataset.show === 'clock' && at.toDateString() === new Date().toDateString() ? clock.format(at)
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
