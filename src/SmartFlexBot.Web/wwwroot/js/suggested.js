let pressed = false;

/** New suggested actions can be pressed, once. */
export function noteSuggested({ from, suggestedActions }) {
  if (from?.role === 'bot' && suggestedActions?.actions?.length) pressed = false;
}

/**
 * A double click on a suggested action is one press. Web Chat takes the actions away only some frames after the first click, would send
 * the second one as well, and would leave the send box read-only.
 */
export function pressSuggestedOnce(element) {
  element.addEventListener('click', event => {
    if (!event.target.closest('.webchat__suggested-action')) return;
    if (pressed) {
      event.preventDefault();
      event.stopPropagation();
    }
    pressed = true;
  }, { capture: true });
}
