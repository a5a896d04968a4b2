const WIDTH = 520;
const HEIGHT = 760;
const channel = new BroadcastChannel('smartflexbot');

let opened;
let address;

/**
 * On a desktop the maker's page opens in a window beside the chat, which stays in sight and closes it when it has come back
 * (js/return.js). False where that is refused, and on phones, where it is a link like any other.
 */
export function openBeside(url) {
  if (!url.pathname.startsWith('/auth/start/') || url.origin !== window.location.origin) return false;
  if (!window.matchMedia('(pointer: fine)').matches || window.innerWidth < 600) return false;

  if (address === url.href && opened && !opened.closed) {
    opened.focus();
    return true;
  }

  const left = Math.max(window.screenX + window.outerWidth - WIDTH - 24, 0);
  opened = window.open(url.href, '_blank', `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${window.screenY + 60}`);
  if (!opened) return false;
  address = url.href;
  // What the maker's page could reach, it could send elsewhere.
  opened.opener = null;
  return true;
}

channel.addEventListener('message', ({ data }) => {
  if (data === 'returned') opened?.close();
  if (data === 'is the chat open?') channel.postMessage('it is');
});
