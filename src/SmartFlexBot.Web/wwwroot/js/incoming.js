import { noteActivity } from './answered.js';
import { noteProgress } from './progress.js';

const INCOMING_ACTIVITY = 'DIRECT_LINE/INCOMING_ACTIVITY';
const READ_ALOUD = 'webchat:fallback-text';

/** Cards are known by name from here on, a test charge that runs is shown, and screen readers are told what they say: of itself Web Chat announces "1 attachment". */
export const incoming = () => next => action => {
  if (action.type !== INCOMING_ACTIVITY) return next(action);
  noteProgress(action.payload.activity);
  return next({ ...action, payload: { ...action.payload, activity: named(spoken(noteActivity(action.payload.activity))) } });
};

/** Who writes while a person has the chat: the customer is to know that it is one, and which. */
function named(activity) {
  const name = activity.from?.id === 'person' && activity.channelData?.person?.name;
  return name && activity.text ? { ...activity, text: `${name}: ${activity.text}` } : activity;
}

function spoken(activity) {
  const cards = (activity.attachments ?? []).map(({ content }) => content?.speak).filter(words => typeof words === 'string' && words);
  if (!cards.length) return activity;
  return { ...activity, channelData: { [READ_ALOUD]: [activity.text, ...cards].filter(Boolean).join(' '), ...activity.channelData } };
}
