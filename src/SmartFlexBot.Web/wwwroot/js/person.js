import { text } from './texts.js';

const bot = document.getElementById('bar-bot');
const person = document.getElementById('bar-person');

let name;

/** The page's head says whom the customer talks to: whoever has spoken last. The bot says so when a person has gone. */
export function notePerson(activity) {
  if (activity.type !== 'message' || activity.from?.role !== 'bot') return;
  name = nameOf(activity);
  renderPerson();
}

/** The name of the person who writes; undefined for the bot. */
export const nameOf = ({ from, channelData }) => (from?.id === 'person' && channelData?.person?.name) || undefined;

export function forgetPerson() {
  name = undefined;
  renderPerson();
}

export function renderPerson() {
  bot.hidden = name !== undefined;
  person.hidden = name === undefined;
  person.textContent = name === undefined ? '' : text('page.personHere', { name });
}
