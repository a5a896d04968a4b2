import { text } from './texts.js';

const REFRESH_MS = 5000;
const line = document.getElementById('progress');
const words = document.getElementById('progress-text');
const bar = document.getElementById('progress-bar');

let test;

/** A test charge that runs is told with its beginning; the next card tells how it went. */
export function noteProgress({ from, attachments, channelData }) {
  if (from?.role !== 'bot') return;
  if (channelData?.testCharge) test = { ...channelData.testCharge, startedAt: new Date(channelData.testCharge.startedAt) };
  else if (attachments?.length) test = undefined;
  renderProgress();
}

export function forgetProgress() {
  test = undefined;
  renderProgress();
}

export function renderProgress() {
  line.hidden = !test;
  if (!test) return;
  const elapsed = Math.max(Math.floor((Date.now() - test.startedAt) / 60000), 0);
  bar.max = test.minutes;
  bar.value = Math.min((Date.now() - test.startedAt) / 60000, test.minutes);
  words.textContent = elapsed > test.minutes
    ? text('progress.late', { elapsed })
    : text('progress.test', { elapsed, minutes: test.minutes });
}

setInterval(renderProgress, REFRESH_MS);
