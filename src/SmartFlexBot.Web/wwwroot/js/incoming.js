import { noteActivity } from './answered.js';
import { nameOf, notePerson } from './person.js';
import { noteProgress } from './progress.js';
import { noteSuggested } from './suggested.js';

const INCOMING_ACTIVITY = 'DIRECT_LINE/INCOMING_ACTIVITY';
const READ_ALOUD = 'webchat:fallback-text';

/** Cards are known by name from here on, a test charge that runs is shown, and screen readers are told what they say: of itself Web Chat announces "1 attachment". */
export const incoming = () => next => action => {
  if (action.type !== INCOMING_ACTIVITY) return next(action);
  const { activity } = action.payload;
  noteProgress(activity);
  notePerson(activity);
  noteSuggested(activity);
  return next({ ...action, payload: { ...action.payload, activity: oneSide(named(spoken(noteActivity(activity)))) } });
};

/** Who writes while a person has the chat: the customer is to know that it is one, and which. */
function named(activity) {
  const name = nameOf(activity);
  return name && activity.text ? { ...activity, text: `${name}: ${activity.text}` } : activity;
}

/** The sign that somebody writes comes from the bot, whoever it is: their message ends it where both have one sender. */
function oneSide(activity) {
  return activity.from?.role === 'bot' ? { ...activity, from: { ...activity.from, id: 'bot' } } : activity;
}

function spoken(activity) {
  const cards = (activity.attachments ?? []).map(({ content }) => content?.speak).filter(words => typeof words === 'string' && words);
  if (!cards.length) return activity;
  return { ...activity, channelData: { [READ_ALOUD]: [activity.text, ...cards].filter(Boolean).join(' '), ...activity.channelData } };
}
