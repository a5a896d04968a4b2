/** What the desk asks of its server. */
const proof = document.querySelector('meta[name="proof"]').content;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;
const MOST_TRIES = 8;

/** The server has said no: "OwnedByAnother", "Over" and such; "unreachable" is no answer, "Forbidden" a page that is too old. */
export class Refusal extends Error {
  constructor(code, answer = {}) {
    super(code);
    this.code = code;
    this.answer = answer;
  }
}

/** A part of the page, as HTML that the server has made. */
export async function read(path) {
  const answer = await reach(path, { headers: { Accept: 'text/html' } });
  return answer.text();
}

/**
 * A change. Its id is made once: when an answer is lost, the same change is sent again, and counts once.
 * @param id what names this change for ever; a new one by default
 */
export const change = (path, body = {}, id = newId()) => post(path, 'application/json', JSON.stringify({ clientId: id, ...body }));

/** A file to the customer. Its name stands in no address: those are written into logs. */
export const upload = (chat, file, id) =>
  post(`/desk/chats/${encodeURIComponent(chat)}/files/${id}`, 'application/octet-stream', file, { 'X-File-Name': encodeURIComponent(file.name) });

async function post(path, type, body, headers) {
  const request = { method: 'POST', headers: { ...headers, 'Content-Type': type, RequestVerificationToken: proof }, body };
  for (let tries = 1; ; tries++) {
    try {
      const answer = await reach(path, request);
      // 202: it is stored, and what became of it is not known yet. Asking again tells.
      if (answer.status !== 202) return answer.status === 204 ? undefined : await answer.json();
    } catch (error) {
      if (error.code !== 'unreachable' || tries === MOST_TRIES) throw error;
    }
    if (tries === MOST_TRIES) throw new Refusal('unreachable');
    await pause(Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS));
  }
}

/** What an agent does in a chat, such as {do: 'claim'}: its kind has to be its first part. */
export const act = (chat, what, id = newId()) => change(`/desk/chats/${encodeURIComponent(chat)}/acts`, { act: what }, id);

export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

async function reach(path, request) {
  let answer;
  try {
    answer = await fetch(path, request);
  } catch {
    throw new Refusal('unreachable');
  }

  if (answer.ok) return answer;
  if (answer.status === 401) {
    location.assign('/desk/sign-in?problem=over');
    throw new Refusal('signedOut');
  }

  if (answer.status === 404) throw new Refusal('Unknown');
  if (answer.status === 429 || answer.status >= 500) throw new Refusal('unreachable');
  throw await refusalOf(answer);
}

async function refusalOf(answer) {
  try {
    const body = await answer.json();
    return new Refusal(body.code ?? body.error?.code ?? 'refused', body);
  } catch {
    return new Refusal('refused');
  }
}

const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
