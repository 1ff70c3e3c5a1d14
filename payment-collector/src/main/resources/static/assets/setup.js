/** The capture page: saves one card for later charges. */
import {
  acting, awaitResult, begin, busy, hasProblem, main, mountCardForm, notice, reload, returnUrl, showProblem, startStripe,
  text,
} from './page.js';

const form = document.getElementById('setup-form');
const submit = document.getElementById('submit');

function refuse(words) {
  busy(false);
  main.dataset.state = 'ready';
  showProblem(words);
}

async function save(stripe, elements) {
  const { error: invalid } = await elements.submit();
  if (invalid) return refuse(invalid.message);
  main.dataset.state = 'working';
  const act = await begin({
    consent_version: main.dataset.consentVersion, language: main.dataset.language,
  });
  if (act.action === 'reload') return reload();
  const { error } = await stripe.confirmSetup({
    elements,
    clientSecret: act.client_secret,
    confirmParams: { return_url: returnUrl() },
    redirect: 'if_required',
  });
  if (error && error.type === 'validation_error') return refuse(error.message);
  return error ? reload('not_saved') : awaitResult('ready');
}

async function start() {
  if (main.dataset.state === 'working') return awaitResult();
  if (notice === 'not_saved' && !hasProblem()) showProblem(text('NotSaved'));
  if (notice === 'too_many') showProblem(text('TooMany'));
  const stripe = await startStripe();
  if (!stripe) return;
  const elements = mountCardForm(
    stripe,
    { mode: 'setup', setupFutureUsage: 'off_session' },
    () => { submit.disabled = false; },
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    acting(() => save(stripe, elements), () => { main.dataset.state = 'ready'; });
  });
}

start();
