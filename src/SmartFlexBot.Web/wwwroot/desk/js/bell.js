import { text } from './texts.js';

const WANTED = 'desk-bell';

/**
 * Sound and a notification for who waits or writes: only after a click, as browsers ask for. What they tell stands in the title and in
 * the queue as well.
 */
export function createBell() {
  const button = document.getElementById('bell');
  const title = document.title;
  const called = new Set();
  let sound;

  button.addEventListener('click', () => turn(button.getAttribute('aria-pressed') !== 'true'));
  show(localStorage.getItem(WANTED) === 'on');
  // A sound needs a press first; the wish is remembered, the press is not.
  document.addEventListener('pointerdown', () => isOn() && (sound ??= new AudioContext()), { once: true });

  async function turn(on) {
    localStorage.setItem(WANTED, on ? 'on' : 'off');
    show(on);
    if (!on) return;
    sound ??= new AudioContext();
    ring();
    if ('Notification' in window && Notification.permission === 'default') await Notification.requestPermission();
  }

  function show(on) {
    button.setAttribute('aria-pressed', String(on));
    button.querySelector('[data-bell-state]').textContent = text(on ? 'bell.on' : 'bell.off');
  }

  const isOn = () => button.getAttribute('aria-pressed') === 'true';

  function ring() {
    if (!sound || sound.state !== 'running') return;
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.setValueAtTime(880, sound.currentTime);
    tone.frequency.setValueAtTime(1175, sound.currentTime + 0.12);
    volume.gain.setValueAtTime(0.15, sound.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.4);
    tone.connect(volume).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + 0.4);
  }

  return {
    count(waiting) {
      document.title = waiting ? `(${waiting}) ${title}` : title;
    },
    /** Once for each time that somebody wrote. */
    callOnce(key, what) {
      if (called.has(what)) return;
      called.add(what);
      this.call(key);
    },
    /** Names and words stay on the page: a notification may be on a screen that others see. */
    call(key) {
      if (!isOn()) return;
      ring();
      if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
        new Notification(text('bell.title'), { body: text(key), tag: 'desk' });
      }
    }
  };
}
