/**
 * What the customer pages share: asking the server, telling the customer, and starting Stripe.js.
 * What became of a payment is always read from the server; the browser's own answer only says when to ask.
 */

const POLL_EVERY_MS = 1000;
const LONG_AFTER_MS = 30000;
const STRIPE_LOAD_MAX_MS = 15000;
const NOTICE_KEY = 'offsession.notice';
const NOT_FOUND = 404;
const TOO_MANY = 429;

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

export const isBusy = () => main.getAttribute('aria-busy') === 'true';

/** Shows the page as the server sees it now; keeps the chosen language. */
export function reload(notice) {
  if (notice) sessionStorage.setItem(NOTICE_KEY, notice);
  location.replace(cleanUrl());
  return new Promise(() => {}); // Nothing more happens on this page.
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

/** The server did not do what the page asked for. */
export class Refused extends Error {
  constructor(response) {
    super(`status ${response.status}`);
    this.tooMany = response.status === TOO_MANY;
    this.status = response.status;
  }
}

/** Asks the server to do something for the customer. Throws when it did not. */
export async function post(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'X-Offsession-Page': '1', ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
    credentials: 'omit',
    cache: 'no-store',
  });
  if (!response.ok) throw new Refused(response);
  return (response.headers.get('Content-Type') || '').includes('json') ? response.json() : null;
}

/** Asks the server to begin the customer's act with a card. */
export const begin = (body) => post(main.dataset.actUrl, body);

export async function stateNow() {
  const response = await fetch(main.dataset.statusUrl, { credentials: 'omit', cache: 'no-store' });
  if (!response.ok) throw new Refused(response);
  return (await response.json()).state;
}

export const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

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

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Stripe's form in our colours. */
function appearance() {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return {
    theme: dark.matches ? 'night' : 'stripe',
    variables: { colorPrimary: colour('--accent'), borderRadius: '10px' },
  };
}

/** Mounts the Payment Element; the secret comes later, at the moment of acting. */
export function mountCardForm(stripe, options, onReady) {
  const elements = stripe.elements({
    paymentMethodTypes: ['card'], locale: main.dataset.language, appearance: appearance(), ...options,
  });
  const element = elements.create('payment', { terms: { card: 'never' } }); // Our own words say it, and are kept.
  element.on('ready', onReady);
  element.on('loaderror', () => showProblem(text('Blocked')));
  element.mount('#payment-element');
  dark.addEventListener('change', () => elements.update({ appearance: appearance() }));
  return elements;
}

/** Runs one act of the customer: busy meanwhile, and free again if it came to nothing. */
export async function acting(work, failed = () => {}) {
  if (isBusy()) return;
  hideProblem();
  busy(true);
  try {
    await work();
  } catch (failure) {
    failed();
    if (failure.tooMany && main.dataset.actUrl) {
      await reload('too_many'); // The page says how long to wait, or shows these words.
    }
    if (failure.status === NOT_FOUND) await reload(); // What was to be changed is gone: show what is true.
    busy(false);
    showProblem(failure.tooMany ? text('TooMany') : text('Unreachable'));
  }
}

history.replaceState(null, '', cleanUrl());
// A page from the back-forward cache shows what was true then.
addEventListener('pageshow', (event) => { if (event.persisted) reload(); });
// Told after a try, it needs attention; told on arrival, it is only the reason for the page.
if (notice && hasProblem()) error.focus();
