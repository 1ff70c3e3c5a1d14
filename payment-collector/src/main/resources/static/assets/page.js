/**
 * What both customer pages share: asking the server, telling the customer, and starting Stripe.js.
 * What became of a payment is always read from the server; the browser's own answer only says when to ask.
 */

const POLL_EVERY_MS = 1000;
const LONG_AFTER_MS = 30000;
const STRIPE_LOAD_MAX_MS = 15000;
const NOTICE_KEY = 'offsession.notice';

export const main = document.getElementById('main');
const status = document.getElementById('status');
const error = document.getElementById('error');
const errorText = document.getElementById('error-text');

export const text = (name) => main.dataset[`text${name}`];

/** Says something politely; screen readers hear it, nothing moves. */
export function say(words) {
  status.textContent = words;
}

/** Says what went wrong and moves the focus there. */
export function showProblem(words) {
  errorText.textContent = words;
  error.hidden = false;
  error.focus();
}

export function hideProblem() {
  error.hidden = true;
}

export const hasProblem = () => !error.hidden;

/** Marks the page busy or free; busy buttons cannot be pressed twice. */
export function busy(on) {
  main.setAttribute('aria-busy', String(on));
  main.querySelectorAll('button').forEach((button) => { button.disabled = on; });
  say(on ? text('Working') : '');
}

/** Shows the page as the server sees it now; keeps the chosen language. */
export function reload(notice) {
  if (notice) sessionStorage.setItem(NOTICE_KEY, notice);
  location.replace(cleanUrl());
}

/** Why the page was loaded again, if this script did it. */
export const notice = sessionStorage.getItem(NOTICE_KEY);
sessionStorage.removeItem(NOTICE_KEY);

/** This page without what Stripe appends on the way back: it holds a secret, and proves nothing. */
function cleanUrl() {
  const language = new URLSearchParams(location.search).get('lang');
  return location.pathname + (language ? `?lang=${encodeURIComponent(language)}` : '');
}

export const returnUrl = () => location.origin + cleanUrl();

/** Asks the server to begin the customer's act. Throws when there is no usable answer. */
export async function begin(body) {
  const response = await fetch(main.dataset.actUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Offsession-Page': '1' },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

async function stateNow() {
  const response = await fetch(main.dataset.statusUrl, { credentials: 'omit', cache: 'no-store' });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return (await response.json()).state;
}

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Waits until the server's state is another than the page shows, then shows that. */
export async function awaitResult(shown = main.dataset.state) {
  const started = Date.now();
  for (;;) {
    try {
      if (await stateNow() !== shown) return reload();
    } catch (_) {
      // Offline for a moment: ask again.
    }
    const waited = Date.now() - started;
    if (waited > LONG_AFTER_MS && main.dataset.textLong) say(main.dataset.textLong);
    await pause(waited > LONG_AFTER_MS ? POLL_EVERY_MS * 5 : POLL_EVERY_MS);
  }
}

/** Stripe.js, ready to use; null when the browser did not load it. */
export async function startStripe() {
  const started = Date.now();
  while (typeof window.Stripe !== 'function') {
    if (Date.now() - started > STRIPE_LOAD_MAX_MS) {
      showProblem(text('Blocked'));
      return null;
    }
    await pause(50);
  }
  return window.Stripe(main.dataset.publishableKey, { locale: main.dataset.language });
}

/** Mounts the Payment Element; the secret comes later, at the moment of acting. */
export function mountCardForm(stripe, options, onReady) {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const elements = stripe.elements({
    paymentMethodTypes: ['card'],
    setupFutureUsage: 'off_session',
    locale: main.dataset.language,
    appearance: { theme: dark ? 'night' : 'stripe' },
    ...options,
  });
  const element = elements.create('payment');
  element.on('ready', onReady);
  element.on('loaderror', () => showProblem(text('Blocked')));
  element.mount('#payment-element');
  return elements;
}

/** Runs one act of the customer: busy meanwhile, and free again if it came to nothing. */
export async function acting(work) {
  hideProblem();
  busy(true);
  try {
    await work();
  } catch (_) {
    busy(false);
    showProblem(text('Unreachable'));
  }
}

history.replaceState(null, '', cleanUrl());
// A page from the back-forward cache shows what was true then.
addEventListener('pageshow', (event) => { if (event.persisted) reload(); });
// Told after a try, it needs attention; told on arrival, it is only the reason for the page.
if (notice && hasProblem()) error.focus();
