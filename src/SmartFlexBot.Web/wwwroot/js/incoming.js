const INCOMING_ACTIVITY = 'DIRECT_LINE/INCOMING_ACTIVITY';
const READ_ALOUD = 'webchat:fallback-text';

/** Screen readers are told what a card says: of itself Web Chat announces "1 attachment". */
export const incoming = () => next => action => {
  if (action.type !== INCOMING_ACTIVITY) return next(action);
  const { activity } = action.payload;
  const cards = (activity.attachments ?? []).map(({ content }) => content?.speak).filter(words => typeof words === 'string' && words);
  if (!cards.length) return next(action);
  const channelData = { [READ_ALOUD]: [activity.text, ...cards].filter(Boolean).join(' '), ...activity.channelData };
  return next({ ...action, payload: { ...action.payload, activity: { ...activity, channelData } } });
};
