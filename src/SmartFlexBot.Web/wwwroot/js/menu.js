const toggle = document.getElementById('menu-toggle');
const menu = document.getElementById('menu');

/** The header's menu: always open on a desktop (by css), behind a button on a phone. */
export function createMenu({ onLanguage, onPerson, onSignOut }) {
  const language = document.getElementById('language');

  toggle.addEventListener('click', () => open(!isOpen()));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !isOpen()) return;
    open(false);
    toggle.focus();
  });
  document.addEventListener('pointerdown', event => {
    if (isOpen() && !menu.contains(event.target) && !toggle.contains(event.target)) open(false);
  });

  language.addEventListener('change', () => {
    open(false);
    onLanguage(language.value);
  });
  document.getElementById('person').addEventListener('click', () => {
    open(false);
    onPerson();
  });
  document.getElementById('sign-out').addEventListener('click', () => {
    open(false);
    onSignOut();
  });

  return {
    showLanguage: value => (language.value = value),
    chatIsOpen: value => {
      document.getElementById('person').disabled = !value;
      document.getElementById('sign-out').disabled = !value;
    }
  };
}

const isOpen = () => menu.hasAttribute('data-open');

function open(value) {
  menu.toggleAttribute('data-open', value);
  toggle.setAttribute('aria-expanded', String(value));
}
