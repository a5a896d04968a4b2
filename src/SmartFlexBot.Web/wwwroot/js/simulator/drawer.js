const WIDE = '(min-width: 72rem)';

/** Beside the chat on a desktop, over it on a phone: there the chat is inert until the drawer closes. */
export function createDrawer(panel) {
  const opener = document.getElementById('simulator-open');
  const closer = panel.querySelector('#simulator-close');
  const page = document.getElementById('page');
  const wide = window.matchMedia(WIDE);
  let open = wide.matches;

  function apply() {
    panel.hidden = !open;
    opener.hidden = open && wide.matches;
    opener.setAttribute('aria-expanded', String(open));
    page.inert = open && !wide.matches;
  }

  function set(value) {
    open = value;
    apply();
    (open ? closer : opener).focus();
  }

  opener.addEventListener('click', () => set(true));
  closer.addEventListener('click', () => set(false));
  panel.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !wide.matches) set(false);
  });
  wide.addEventListener('change', () => {
    open = wide.matches;
    apply();
  });

  return { offer: apply, isOpen: () => open };
}
