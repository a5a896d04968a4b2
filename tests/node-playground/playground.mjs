// node playground.mjs <bot endpoint> <channel id> <text>...
// Talks to a bot through the Microsoft 365 Agents Playground as its page would, and prints what the bot says, one line each.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const [endpoint, channel, ...texts] = process.argv.slice(2);
const patience = 60_000;
const log = join(await mkdtemp(join(tmpdir(), 'playground')), 'playground.log');
const port = await freePort();
const playground = spawn(
  process.execPath,
  [
    fileURLToPath(new URL('node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url)),
    'start', '--app-endpoint', endpoint, '--channel-id', channel, '--port', String(port), '--disable-telemetry',
  ],
  { env: { ...process.env, TEAMSAPPTESTER_LOGFILE: log, TEAMSAPPTESTER_BROWSER: 'none', BROWSER: 'none' }, stdio: ['ignore', 'ignore', 'inherit'] },
);

try {
  const { config } = await until(async () => (await fetch(`http://127.0.0.1:${port}/_internal/v1/config`)).json());
  for (const [index, text] of texts.entries()) {
    await say(config, text);
    const replies = await until(async () => {
      const said = await heard();
      return said.length > index ? said : undefined;
    });
    console.log(replies[index]);
  }
} finally {
  playground.kill();
}

async function say(config, text) {
  const answer = await fetch(`http://127.0.0.1:${port}/_conversation/v1/conversations/${config.personalChat.id}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: { id: config.currentUser.id }, text, textFormat: 'plain' }),
  });
  if (!answer.ok) throw new Error(`The playground answered ${answer.status}: ${await answer.text()}`);
}

/** What the playground would show: without a page it writes this to its log. */
async function heard() {
  const lines = (await readFile(log, 'utf8')).split('\n');
  return lines
    .filter(line => line.includes('{"action":"createMessage"'))
    .map(line => JSON.parse(line.slice(line.indexOf('{"action"'))).message.text);
}

/** The first result of `look` that is something; until then it may fail. */
async function until(look) {
  const end = performance.now() + patience;
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    if (performance.now() > end) throw new Error(`Nothing came in ${patience / 1000} s. The playground's log is ${log}.`);
    await pause(100);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
