import { press } from './answered.js';

const POST_ACTIVITY = 'DIRECT_LINE/POST_ACTIVITY';

/**
 * What leaves the page says what kind of device it is on (a phone needs no QR code), and a pressed button of a card shows in the
 * history as the customer's own words: Web Chat hides what it posts back. What was pressed already does not leave. That somebody types goes
 * another way: Web Chat would wait for it to come back.
 */
export const outgoing = hint => () => next => action => {
  if (action.type !== POST_ACTIVITY) return next(action);
  const { activity } = action.payload;
  if (activity.type === 'typing') {
    hint(activity);
    return action;
  }
  if (!press(activity.value)) return action;
  const caption = activity.value?.title;
  const { postBack, ...channelData } = { ...activity.channelData, formFactor: formFactor() };
  const shown =
    typeof caption === 'string' && caption
      ? { ...activity, channelData, text: caption, textFormat: 'plain' }
      : { ...activity, channelData: { ...channelData, ...(postBack && { postBack }) } };
  return next({ ...action, payload: { ...action.payload, activity: shown } });
};

const formFactor = () => (window.matchMedia('(pointer: coarse)').matches || window.innerWidth < 600 ? 'phone' : 'desktop');
