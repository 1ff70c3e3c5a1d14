/** The recovery page: finishes one payment, with the saved card or with another one. */
import {
  acting, awaitResult, begin, busy, hasProblem, main, mountCardForm, notice, reload, returnUrl, showProblem, startStripe,
  text,
} from './page.js';

const approve = document.getElementById('approve');
const useAnother = document.getElementById('use-another-card');
const form = document.getElementById('new-card-form');
const pay = document.getElementById('pay');
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
  const act = await begin({ choice: 'new_card' });
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
    () => { pay.disabled = false; },
  );
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

async function start() {
  if (state === 'processing') return awaitResult();
  if (notice === 'not_approved' && !hasProblem()) showProblem(text('NotApproved'));
  const stripe = await startStripe();
  if (!stripe) return undefined;
  return state === 'authenticate' ? offerApproval(stripe) : offerNewCard(stripe);
}

start();
