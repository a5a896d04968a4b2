const PATIENCE_MS = 300;
const channel = new BroadcastChannel('smartflexbot');

/**
 * Back from the maker's page (SignIn/SignInPages.cs). The chat has gone on by itself, and closes this window if it has opened it beside
 * itself. Else the link closes this tab, where the chat is open in another one and the browser lets it.
 */
channel.postMessage('returned');

document.querySelector('.shell-link').addEventListener('click', async event => {
  event.preventDefault();
  const { href } = event.currentTarget;
  if (await chatIsOpen()) window.close();
  setTimeout(() => window.location.assign(href), PATIENCE_MS);
});

function chatIsOpen() {
  return new Promise(resolve => {
    channel.addEventListener('message', ({ data }) => data === 'it is' && resolve(true));
    channel.postMessage('is the chat open?');
    setTimeout(() => resolve(false), PATIENCE_MS);
  });
}
