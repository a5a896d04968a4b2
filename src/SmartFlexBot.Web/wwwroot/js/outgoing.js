const POST_ACTIVITY = 'DIRECT_LINE/POST_ACTIVITY';

/**
 * What leaves the page says what kind of device it is on (a phone needs no QR code), and a pressed button of a card shows in the
 * history as the customer's own words: Web Chat would hide it.
 */
export const outgoing = () => next => action => {
  if (action.type !== POST_ACTIVITY) return next(action);
  const { activity } = action.payload;
  const { postBack, ...channelData } = { ...activity.channelData, formFactor: formFactor() };
  const caption = activity.value?.title;
  const shown = typeof caption === 'string' && caption ? { ...channelData, messageBack: { displayText: caption } } : { ...channelData, ...(postBack && { postBack }) };
  return next({ ...action, payload: { ...action.payload, activity: { ...activity, channelData: shown } } });
};

const formFactor = () => (window.matchMedia('(pointer: coarse)').matches || window.innerWidth < 600 ? 'phone' : 'desktop');
