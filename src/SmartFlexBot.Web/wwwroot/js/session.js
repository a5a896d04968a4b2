/** Why no session was given: "busy" (too many tries), "refused" (asking again is of no use) or "unreachable". */
export class SessionError extends Error {
  constructor(reason, retryAfterSeconds) {
    super(`No session: ${reason}.`);
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Opens or resumes this browser's conversation. The HttpOnly cookie says which one; scripts never see it. */
export async function openSession({ locale, customer } = {}) {
  const answer = await send('POST', { locale, customer });
  if (!answer.ok) throw new SessionError(reasonOf(answer.status), Number(answer.headers.get('Retry-After')) || undefined);
  return answer.json();
}

export async function endSession() {
  const answer = await send('DELETE', {});
  if (!answer.ok) throw new SessionError(reasonOf(answer.status));
}

async function send(method, body) {
  try {
    return await fetch('/session', { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  } catch {
    throw new SessionError('unreachable');
  }
}

function reasonOf(status) {
  if (status === 429) return 'busy';
  return status >= 500 ? 'unreachable' : 'refused';
}
