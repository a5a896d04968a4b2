/** The simulator's control routes. Every call throws when the simulator does not answer as expected. */
const base = '/simulator/control';

export const accounts = () => call('GET', '/accounts');
export const readCar = number => call('GET', `/accounts/${encodeURIComponent(number)}/car`);
export const changeCar = (number, change) => call('PUT', `/accounts/${encodeURIComponent(number)}/car`, change);
export const readClock = () => call('GET', '/clock');
export const changeClock = change => call('POST', '/clock', change);
export const readFaults = () => call('GET', '/faults');
export const failNextTest = (account, reason) => call('PUT', '/faults', { nextTest: reason, account });

async function call(method, path, body) {
  const request = body ? { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : { method };
  const answer = await fetch(base + path, request);
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status} to ${method} ${path}.`);
  return answer.status === 204 ? undefined : answer.json().catch(() => undefined);
}
