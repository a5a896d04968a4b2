/**
 * Which cards are answered: once one of their buttons was pressed, here or in another tab, and when a later card asks something else.
 * They stay to be read, and their links stay open. A button whose data says "open" leaves its card as it is; one that says "late" can be
 * pressed though a later card asks something else. A card that the bot calls an aside leaves the one before it open.
 */
const order = new Map();
const cards = new Map();
const locked = new Set();
const overtaken = new Set();
let newest;
let lastPress;

/** Takes what comes of the conversation, in its order, and again after a reload. Names its cards, so that they are found on the page. */
export function noteActivity(activity) {
  const { id, from, value, channelData } = activity;
  if (!id) return activity;
  if (!order.has(id)) order.set(id, order.size);
  const place = order.get(id);
  if (from?.role !== 'bot' && from?.role !== 'channel') {
    if (isPress(value) && !value.open) lock(locked, card => card.token === value.card && card.place < place);
    return activity;
  }

  lastPress = undefined;
  const named = (attachment, index) => noteCard(attachment, `card-${place}-${index}`, place, channelData?.aside);
  return { ...activity, attachments: activity.attachments?.map(named) };
}

/** A button is pressed. False when that was done already: a double click, or a card of before. */
export function press(value) {
  if (!isPress(value)) return true;
  const key = `${value.card} ${value.do}`;
  const open = [...cards.values()].some(
    ({ token, name }) => token === value.card && !locked.has(name) && (value.late || !overtaken.has(name)));
  if (key === lastPress || !open) return false;
  lastPress = key;
  if (!value.open) lock(locked, card => card.token === value.card);
  return true;
}

/** Another conversation. */
export function forgetCards() {
  for (const known of [order, cards, locked, overtaken]) known.clear();
  newest = lastPress = undefined;
}

/** Shows on the page what is answered; Web Chat draws cards whenever it likes. */
export function showAnswered(element) {
  const show = () => {
    for (const name of overtaken) close(document.getElementById(name), cards.get(name).captions.filter(({ late }) => !late));
    for (const name of locked) close(document.getElementById(name), cards.get(name).captions);
  };
  new MutationObserver(show).observe(element, { childList: true, subtree: true });
  onLock = show;
  element.addEventListener('click', event => {
    if (!event.target.closest('.answered [aria-disabled="true"]')) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}

let onLock = () => {};

const isPress = value => typeof value?.card === 'string' && value.card !== '' && typeof value.do === 'string';

function noteCard(attachment, name, place, isAside) {
  const { content } = attachment;
  if (content?.type !== 'AdaptiveCard') return attachment;
  const submits = submitsOf(content);
  const token = submits.find(({ data }) => isPress(data))?.data.card;
  if (token && !cards.has(name)) {
    cards.set(name, { name, token, place, captions: submits.map(({ title, data }) => ({ title, late: data.late })) });
    if (!isAside) {
      if (newest && newest !== token) lock(overtaken, card => card.token !== token);
      newest = token;
    }
  }
  return { ...attachment, content: { ...content, id: name } };
}

function submitsOf(part) {
  if (Array.isArray(part)) return part.flatMap(submitsOf);
  if (part === null || typeof part !== 'object') return [];
  return part.type === 'Action.Submit' ? [part] : Object.values(part).flatMap(submitsOf);
}

function lock(names, which) {
  for (const card of cards.values()) if (which(card)) names.add(card.name);
  onLock();
}

function close(card, captions) {
  if (!card) return;
  card.classList.add('answered');
  for (const button of card.querySelectorAll('.ac-pushButton, .ac-selectable')) {
    const caption = button.getAttribute('aria-label') || button.title || button.textContent;
    if (captions.some(({ title }) => title === caption)) button.setAttribute('aria-disabled', 'true');
  }
  for (const input of card.querySelectorAll('input, select, textarea')) input.disabled = true;
}
