import { applyTexts, text } from '../texts.js';
import * as control from './control.js';
import { createCustomerList } from './customers.js';
import { createDrawer } from './drawer.js';
import { MARKUP } from './markup.js';

const SPEEDS = [1, 10, 60, 600];
const REFRESH_MS = 2000;
const TEST_FAILURE = 'SOC_LIMIT_REACHED';

/** The panel for trying out: a demo customer, their car, and the simulator's time. Only there in simulator mode. */
export function createSimulatorPanel({ onCustomer, onNewConversation }) {
  const panel = document.getElementById('simulator');
  panel.innerHTML = MARKUP;
  applyTexts(panel);
  const part = name => panel.querySelector(`#simulator-${name}`);

  const drawer = createDrawer(panel);
  const customers = createCustomerList(part('customers'), onCustomer);
  let customer;
  let charging;
  let clock;

  const trouble = shown => (part('trouble').textContent = shown ? text('simulator.trouble') : '');
  const attempt = async work => {
    try {
      await work();
      trouble(false);
    } catch {
      trouble(true);
    }
  };
  const change = car =>
    attempt(async () => {
      await control.changeCar(customer, car);
      await refresh();
    });

  part('plugged').addEventListener('change', event => change({ pluggedIn: event.target.checked }));
  part('home').addEventListener('change', event => change({ atHome: event.target.checked }));
  part('charge').addEventListener('input', event => (part('charge-value').value = `${event.target.value} %`));
  part('charge').addEventListener('change', event => change({ stateOfCharge: Number(event.target.value) }));
  part('fail').addEventListener('change', event =>
    attempt(() => control.failNextTest(customer, event.target.checked ? TEST_FAILURE : null)));
  part('advance').addEventListener('click', () => setClock({ advance: 'PT7M' }));
  part('new').addEventListener('click', () => attempt(() => onNewConversation(customer)));

  for (const speed of SPEEDS) {
    const label = document.createElement('label');
    const choice = Object.assign(document.createElement('input'), { type: 'radio', name: 'simulator-speed', value: speed });
    choice.addEventListener('change', () => setClock({ speed }));
    label.append(choice, `${speed}×`);
    part('speeds').append(label);
  }

  const setClock = change =>
    attempt(async () => {
      showClock(await control.changeClock(change));
      await refresh();
    });

  function showClock(value) {
    clock = value;
    const now = new Date(value.now);
    part('now').dateTime = value.now;
    part('now').textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: 'short', hour: '2-digit', minute: '2-digit'
    }).format(now);
    for (const choice of part('speeds').querySelectorAll('input')) choice.checked = Number(choice.value) === value.speed;
  }

  function showCar(car) {
    const yesOrNo = value => text(value ? 'simulator.yes' : 'simulator.no');
    part('plugged').checked = car.pluggedIn;
    part('home').checked = car.atHome;
    if (document.activeElement !== part('charge')) {
      part('charge').value = car.stateOfCharge;
      part('charge-value').value = `${Math.round(car.stateOfCharge)} %`;
    }
    part('charging').textContent = yesOrNo(car.charging);
    part('limit').textContent = `${Math.round(car.chargeLimit)} %`;
    part('key').textContent = yesOrNo(car.virtualKey);
    charging = car;
  }

  async function refresh() {
    const asked = customer;
    const [car, time, faults] = await Promise.all([control.readCar(asked), control.readClock(), control.readFaults()]);
    if (asked !== customer) return;
    showCar(car);
    showClock(time);
    part('fail').checked = faults.nextTests.some(test => test.account === asked && test.reason);
  }

  setInterval(() => {
    if (customer && drawer.isOpen() && !document.hidden) attempt(refresh);
  }, REFRESH_MS);

  return {
    async show(number) {
      customer = number;
      drawer.offer();
      await attempt(async () => {
        customers.show(await control.accounts(), number);
        await refresh();
      });
    },
    redraw() {
      applyTexts(panel);
      if (charging) showCar(charging);
      if (clock) showClock(clock);
    }
  };
}
