// The client that Web Chat bundles, against our server: node directline.mjs <origin> <secret> <websocket|polling> [restart]
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import directLine from 'botframework-directlinejs';
import WebSocket from 'ws';
import xhr2 from 'xhr2';

// xhr2 cannot send forms, which browsers can.
globalThis.XMLHttpRequest = class extends (xhr2.XMLHttpRequest ?? xhr2) {
  send(body) {
    if (!(body instanceof FormData)) return super.send(body);
    const form = new Response(body);
    this.setRequestHeader('content-type', form.headers.get('content-type'));
    form.arrayBuffer().then(bytes => super.send(Buffer.from(bytes)));
  }
};
globalThis.WebSocket = WebSocket;
// The client waits 3 to 15 seconds, at random, before it comes back: take the 3.
Math.random = () => 0;

const { DirectLine, ConnectionStatus } = directLine;
const [origin, secret, mode, only] = process.argv.slice(2);
const domain = `${origin}/v3/directline`;

const control = async (name, parameters) =>
  (await fetch(`${origin}/test/${name}?${new URLSearchParams(parameters)}`, { method: 'POST' })).text();

const generate = async body => {
  const answer = await fetch(`${domain}/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body)
  });
  assert.equal(answer.status, 200);
  return answer.json();
};

/** What a page knows of one conversation: activities, statuses, and a way to wait for either. */
const open = options => {
  const client = new DirectLine({ domain, webSocket: mode === 'websocket', pollingInterval: 200, ...options });
  const page = { client, activities: [], statuses: [], changed: new EventTarget() };
  const change = () => page.changed.dispatchEvent(new Event('change'));
  client.connectionStatus$.subscribe(status => { page.statuses.push(status); change(); });
  client.activity$.subscribe(activity => { page.activities.push(activity); change(); }, () => change());
  page.until = async (what, condition) => {
    while (!condition()) {
      const waited = await Promise.race([once(page.changed, 'change'), tooLong()]);
      if (waited === 'too long') assert.fail(`waited too long for ${what}: ${JSON.stringify([page.statuses, page.texts()])}`);
    }
  };
  page.texts = () => page.activities.filter(({ type }) => type === 'message').map(({ text }) => text);
  page.post = (text, clientActivityID) => new Promise((resolve, reject) => client
    .postActivity({ type: 'message', text, from: { id: 'dl_somebody' }, channelData: { clientActivityID } })
    .subscribe(resolve, reject));
  return page;
};

const tooLong = () => new Promise(resolve => setTimeout(resolve, 30_000, 'too long').unref());
const refused = promise => promise.then(() => assert.fail('was not refused'), error => error);

const scenarios = {
  async 'a conversation: start, echo, reply, the same post again'() {
    const { token, conversationId } = await generate({ user: { id: 'ada' } });
    const page = open({ token });
    await page.until('online', () => page.statuses.includes(ConnectionStatus.Online));

    const id = await page.post('hello', 'c1');
    await page.until('the echo', () => page.activities.some(activity => activity.id === id));
    const echo = page.activities.find(activity => activity.id === id);
    assert.equal(echo.channelData.clientActivityID, 'c1');
    assert.deepEqual(echo.from, { id: 'dl_ada', role: 'user' });

    await control('reply', { conversation: conversationId, text: 'Hello Ada', replyTo: id });
    await page.until('the reply', () => page.texts().length === 2);
    assert.equal(page.activities.find(({ text }) => text === 'Hello Ada').replyToId, id);

    assert.equal(await page.post('hello', 'c1'), id);
    await control('reply', { conversation: conversationId, text: 'and on' });
    await page.until('what follows', () => page.texts().includes('and on'));
    assert.deepEqual(page.texts(), ['hello', 'Hello Ada', 'and on']);
    page.client.end();
  },

  async 'a file: taken, and shown as the customer sent it'() {
    const { token, conversationId } = await generate({ user: { id: 'ada' } });
    const page = open({ token });
    await page.until('online', () => page.statuses.includes(ConnectionStatus.Online));

    const picture = createServer((_, answer) => answer.end(Buffer.alloc(5000))).listen(0, '127.0.0.1');
    await once(picture, 'listening');
    const id = await new Promise((resolve, reject) => page.client.postActivity({
      type: 'message',
      text: 'my car',
      from: { id: 'dl_ada' },
      channelData: { clientActivityID: 'c1' },
      attachments: [{ contentType: 'image/png', contentUrl: `http://127.0.0.1:${picture.address().port}/car.png`, name: 'car.png' }]
    }).subscribe(resolve, reject));
    picture.close();

    await page.until('the echo', () => page.activities.some(activity => activity.id === id));
    const echo = page.activities.find(activity => activity.id === id);
    assert.equal(echo.channelData.clientActivityID, 'c1');
    assert.deepEqual([echo.text, echo.attachments], ['my car', [{ contentType: 'image/png', name: 'car.png' }]]);
    assert.equal(await control('inbox', { conversation: conversationId }), '2');
    page.client.end();
  },

  async 'a cut connection: nothing lost, nothing twice'() {
    const { token, conversationId } = await generate({ user: { id: 'ada' } });
    const page = open({ token });
    await page.until('online', () => page.statuses.includes(ConnectionStatus.Online));
    await control('reply', { conversation: conversationId, text: 'before' });
    await page.until('what came before', () => page.texts().length === 1);

    const cut = await control('cut', { conversation: conversationId });
    assert.equal(cut, mode === 'websocket' ? '1' : '0');
    await control('reply', { conversation: conversationId, text: 'meanwhile' });
    await page.until('what came meanwhile', () => page.texts().includes('meanwhile'));
    await control('reply', { conversation: conversationId, text: 'after' });
    await page.until('what came after', () => page.texts().includes('after'));
    assert.deepEqual(page.texts(), ['before', 'meanwhile', 'after']);
    page.client.end();
  },

  async 'a reload: token and conversation id bring the history back, and nobody is greeted again'() {
    const { token, conversationId } = await generate({ user: { id: 'ada' }, accountNumber: 'A-1' });
    const page = open({ token });
    await page.until('online', () => page.statuses.includes(ConnectionStatus.Online));
    await page.post('one', 'c1');
    await control('reply', { conversation: conversationId, text: 'two' });
    await page.until('both', () => page.texts().length === 2);
    page.client.end();

    const again = await generate({ user: { id: 'ada' }, accountNumber: 'A-1', conversationId });
    const reloaded = open({ token: again.token, conversationId, watermark: '' });
    await reloaded.until('the history', () => reloaded.texts().length === 2);
    await reloaded.post('three', 'c2');
    await reloaded.until('the new message', () => reloaded.texts().includes('three'));
    assert.deepEqual(reloaded.texts(), ['one', 'two', 'three']);
    assert.equal(await control('inbox', { conversation: conversationId }), '3');
    reloaded.client.end();
  },

  async 'a store that is down: the client goes on when it is back'() {
    const { token, conversationId } = await generate({ user: { id: 'ada' } });
    const page = open({ token });
    await page.until('online', () => page.statuses.includes(ConnectionStatus.Online));
    await control('reply', { conversation: conversationId, text: 'before' });
    await page.until('what came before', () => page.texts().length === 1);

    await control('down', { down: true });
    assert.equal(await page.post('lost', 'c1'), 'retry');
    if (mode === 'polling') await control('polls', { count: 2 });
    await control('down', { down: false });
    await control('reply', { conversation: conversationId, text: 'after' });
    await page.until('what came after', () => page.texts().includes('after'));
    assert.deepEqual(page.texts(), ['before', 'after']);
    page.client.end();
  },

  async 'renewing, and an expired token'() {
    const { token, conversationId } = await generate({ user: { id: 'ada' } });
    const page = open({ token });
    await page.until('online', () => page.statuses.includes(ConnectionStatus.Online));
    await control('advance', { minutes: 20 });
    const renewed = await new Promise((resolve, reject) => page.client.refreshToken().subscribe(resolve, reject));
    page.client.token = renewed;
    await control('advance', { minutes: 20 });
    assert.notEqual(await page.post('still here', 'c1'), 'retry');
    assert.ok(await new Promise((resolve, reject) => page.client.getSessionId().subscribe(resolve, reject)));

    await control('advance', { minutes: 11 });
    assert.equal(await page.post('too late', 'c2'), 'retry');
    await page.until('expired', () => page.statuses.includes(ConnectionStatus.ExpiredToken));
    const texts = await control('texts', { conversation: conversationId });
    assert.equal(texts, 'still here');
    page.client.end();
  },

  async 'refusals: a bad token, an erased conversation, a message that is too long'() {
    const bad = open({ token: 'a.bad.token' });
    await bad.until('failed', () => bad.statuses.includes(ConnectionStatus.FailedToConnect));

    const { token, conversationId } = await generate({ user: { id: 'ada' } });
    const page = open({ token });
    await page.until('online', () => page.statuses.includes(ConnectionStatus.Online));
    assert.equal((await refused(page.post('x'.repeat(300_000), 'c1'))).status, 413);

    await control('erase', { conversation: conversationId });
    if (mode === 'polling') await page.until('ended', () => page.statuses.includes(ConnectionStatus.Ended));
    else assert.equal((await refused(page.post('anybody?', 'c2'))).status, 404);
    page.client.end();
  }
};

const restart = {
  async 'a restart of the server'() {
    const { token, conversationId } = await generate({ user: { id: 'ada' } });
    const page = open({ token });
    await page.until('online', () => page.statuses.includes(ConnectionStatus.Online));
    await page.post('before', 'c1');
    await page.until('the echo', () => page.texts().length === 1);
    const streamUrl = page.client.streamUrl;

    await control('restart');
    while (page.client.streamUrl === streamUrl) await new Promise(resolve => setTimeout(resolve, 50));
    await control('reply', { conversation: conversationId, text: 'after' });
    await page.until('what came after', () => page.texts().includes('after'));
    assert.equal(await page.post('before', 'c1'), page.activities[0].id);
    await page.post('still here', 'c2');
    await page.until('the new message', () => page.texts().includes('still here'));
    assert.deepEqual(page.texts(), ['before', 'after', 'still here']);
    page.client.end();
  }
};

const chosen = only === 'restart' ? restart : scenarios;
for (const [name, scenario] of Object.entries(chosen)) {
  await scenario();
  console.log(`passed: ${name}`);
}
console.log(`${Object.keys(chosen).length} scenarios passed`);
process.exit(0);
