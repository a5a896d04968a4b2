import { text } from './texts.js';

const bot = document.getElementById('bar-bot');
const person = document.getElementById('bar-person');

/** Whose the chat is, as whatever was said last on the other side tells: undefined for the bot's. */
let withPerson;
let changed = () => {};

/** @param onChange called when the chat has become a person's, or the bot's again */
export function onPersonChange(onChange) {
  changed = onChange;
}

/** The page's head says whom the customer talks to. The bot says so when a person has gone. */
export function notePerson(activity) {
  if (activity.type !== 'message' || activity.from?.role !== 'bot') return;
  const handOver = activity.channelData?.handOver;
  set(handOver && { name: nameOf(activity) ?? handOver.name ?? undefined, largestFile: handOver.largestFile ?? 0 });
}

/** The name of the person who writes; undefined for the bot. */
export const nameOf = ({ from, channelData }) => (from?.id === 'person' && channelData?.person?.name) || undefined;

/** Somebody of the team has the chat, or is waited for: they see who types. */
export const isWithPerson = () => withPerson !== undefined;

/** Bytes of a file that may be sent; 0 where nobody would look at it. */
export const largestFile = () => withPerson?.largestFile ?? 0;

export function forgetPerson() {
  set(undefined);
}

export function renderPerson() {
  bot.hidden = isWithPerson();
  person.hidden = !isWithPerson();
  person.textContent = !withPerson ? '' : withPerson.name ? text('page.personHere', { name: withPerson.name }) : text('page.personSoon');
}

function set(now) {
  const isNew = largestFile() !== (now?.largestFile ?? 0);
  withPerson = now;
  renderPerson();
  if (isNew) changed();
}
