/** The recovery page: finishes one payment, with the saved card or with another one. */
import {
  acting, awaitResult, begin, busy, hasProblem, isBusy, main, mountCardForm, notice, pause, post, reload, returnUrl, say,
  showProblem, startStripe, stateNow, text,
} from './page.js';

const LOOK_EVERY_MS = 5000;
const PRESENT_EVERY_MS = 20000;
const UNPAID = ['authenticate', 'new_card'];

const approve = document.getElementById('approve');
const useAnother = document.getElementById('use-another-card');
const form = document.getElementById('new-card-form');
const pay = document.getElementById('pay');
const save = document.getElementById('save');
const state = main.dataset.state;

/** Whatever the browser was told, the server says what is true now. */
async function finish(shown, { error }) {
  if (!error) return awaitResult(shown);
  if (error.type === 'validation_error') {
    busy(false);
    return showProblem(error.message);
  }
  return reload('not_approved');
}

async function approveSavedCard(stripe) {
  const act = await begin({ choice: 'saved_card' });
  if (act.action === 'reload') return reload();
  return finish('authenticate', act.action === 'continue'
    ? await stripe.handleNextAction({ clientSecret: act.client_secret })
    : await stripe.confirmCardPayment(act.client_secret, { payment_method: act.payment_method }));
}

async function payWithNewCard(stripe, elements) {
  const { error } = await elements.submit();
  if (error) {
    busy(false);
    return showProblem(error.message);
  }
  const act = await begin({
    choice: 'new_card', save: save.checked, consent_version: main.dataset.consentVersion, language: main.dataset.language,
  });
  if (act.action === 'reload') return reload();
  return finish(state, await stripe.confirmPayment({
    elements,
    clientSecret: act.client_secret,
    confirmParams: { return_url: returnUrl() },
    redirect: 'if_required',
  }));
}

function offerNewCard(stripe) {
  const elements = mountCardForm(
    stripe,
    { mode: 'payment', amount: Number(main.dataset.amountMinor), currency: main.dataset.currency },
    () => { pay.disabled = isBusy(); },
  );
  const consent = document.getElementById('consent');
  save.addEventListener('change', () => {
    consent.hidden = !save.checked;
    elements.update({ setupFutureUsage: save.checked ? 'off_session' : null });
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    acting(() => payWithNewCard(stripe, elements));
  });
}

function offerApproval(stripe) {
  approve.disabled = false;
  useAnother.disabled = false;
  approve.addEventListener('click', () => acting(() => approveSavedCard(stripe)));
  useAnother.addEventListener('click', () => {
    document.getElementById('approval').hidden = true;
    document.getElementById('new-card').hidden = false;
    main.dataset.state = 'new_card';
    document.getElementById('new-card-heading').focus();
    offerNewCard(stripe);
  });
}

/** Paid or canceled elsewhere meanwhile: the page says so by itself, but never under the customer's hands. */
async function watch() {
  for (;;) {
    await pause(LOOK_EVERY_MS);
    if (document.visibilityState !== 'visible' || isBusy()) continue;
    try {
      if (!UNPAID.includes(await stateNow()) && !isBusy()) return reload();
    } catch (_) {
      // Offline for a moment: look again.
    }
  }
}

/** Nobody needs to be reminded of the page they have open. */
async function bePresent() {
  for (;;) {
    if (document.visibilityState === 'visible') await post(`${main.dataset.path}/presence`).catch(() => {});
    await pause(PRESENT_EVERY_MS);
  }
}

function offerFreshLink() {
  const fresh = document.getElementById('fresh-link');
  fresh.disabled = false;
  fresh.addEventListener('click', () => acting(async () => {
    try {
      await post(`${main.dataset.path}/fresh-link`);
    } catch (failure) {
      busy(false);
      return showProblem(text(failure.tooMany ? 'TooMany' : 'FreshAway'));
    }
    busy(false);
    document.getElementById('fresh').hidden = true;
    return say(text('FreshSent'));
  }));
}

async function start() {
  if (state === 'expired') return offerFreshLink();
  bePresent();
  if (state === 'processing') return awaitResult();
  watch();
  if (notice === 'not_approved' && !hasProblem()) showProblem(text('NotApproved'));
  if (notice === 'too_many') showProblem(text('TooMany'));
  const stripe = await startStripe();
  if (!stripe) return undefined;
  return state === 'authenticate' ? offerApproval(stripe) : offerNewCard(stripe);
}

start();
