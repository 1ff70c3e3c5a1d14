/** A saved card: the way to all cards, and the offer of push messages on this device. */
import { acting, busy, main, post, say, showProblem, text } from './page.js';

const push = document.getElementById('push');
const manage = document.getElementById('manage');
const path = main.dataset.path;

function keyBytes(base64url) {
  const base64 = base64url.replace(/-/g, '+').replace(/_/g, '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Called by a click only: nobody is asked for a permission they did not ask for. */
async function subscribe() {
  if (await Notification.requestPermission() !== 'granted') {
    busy(false);
    return showProblem(text('PushBlocked'));
  }
  await navigator.serviceWorker.register('/push-worker.js', { scope: '/' });
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({
    userVisibleOnly: true, applicationServerKey: keyBytes(push.dataset.key),
  });
  const { endpoint, keys } = subscription.toJSON();
  await post(`${path}/push-subscriptions`, { endpoint, p256dh: keys.p256dh, auth: keys.auth });
  busy(false);
  push.hidden = true;
  return say(text('PushOn'));
}

function offerPush() {
  if (!push) return;
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (able && Notification.permission !== 'denied') {
    push.hidden = false;
    document.getElementById('push-on').addEventListener('click', () => acting(subscribe));
  } else if (!able && /iPhone|iPad/.test(navigator.userAgent) && !navigator.standalone) {
    // An iPhone takes push messages only for a page on its home screen.
    document.getElementById('home-screen').hidden = false;
  }
}

manage.disabled = false;
manage.addEventListener('click', () => acting(async () => {
  const { url } = await post(`${path}/cards`);
  location.assign(url);
}));
offerPush();
