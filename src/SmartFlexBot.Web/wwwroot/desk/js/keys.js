const SWITCH = 'desk-keys';

/**
 * Shortcuts, all with Alt, so that no letter typed does anything by itself; they can be switched off (WCAG 2.1.4).
 * @param actions by the key's code, such as KeyQ
 */
export function createKeys(actions) {
  const off = document.getElementById('keys-off');
  off.checked = localStorage.getItem(SWITCH) === 'off';
  off.addEventListener('change', () => localStorage.setItem(SWITCH, off.checked ? 'off' : 'on'));

  document.addEventListener('keydown', event => {
    if (off.checked || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const action = actions[event.code];
    // A dialog has the word while it is open.
    if (!action || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    action();
  });
}
