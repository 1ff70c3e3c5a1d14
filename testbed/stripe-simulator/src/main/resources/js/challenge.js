/**
 * The bank's page of a 3-D Secure challenge. Embedded in the modal of stripe-sim.js it gets the client
 * secret by message and reports `answered` or `canceled`; in a tab of its own (an intent whose next action
 * is redirect_to_url) it reads `client_secret` and `return_url` from its address and goes back there.
 * `?auto=complete` or `?auto=fail` answers at once, for tests.
 */
import { answer, emit, isEmbedded, languageFor, reportHeight, translate } from './frame.js';

const TEXTS = {
  en: {
    bank: 'Test bank - 3D Secure', heading: 'Is this you?',
    question: 'Your bank asks you to approve this. On the simulator you decide what the bank answers.',
    merchant: 'To', amount: 'Amount', complete: 'Complete', fail: 'Fail', cancel: 'Cancel',
    setup: 'No charge: card setup', working: 'One moment…',
    over: 'There is nothing to approve any more.', broken: 'The simulator does not answer. Please try again.',
  },
  ja: {
    bank: 'テスト銀行 - 3Dセキュア', heading: 'ご本人様の確認',
    question: 'カード発行会社が本人確認を求めています。シミュレータでは、その結果をここで選べます。',
    merchant: '加盟店', amount: '金額', complete: '認証する', fail: '認証に失敗する', cancel: 'キャンセル',
    setup: '請求なし(カードの登録)', working: 'お待ちください…',
    over: '確認が必要なお支払いはありません。', broken: 'シミュレータが応答しません。もう一度お試しください。',
  },
};

/** Decimals that Stripe expects where they are not two. */
const DECIMALS = { 0: 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF', 3: 'BHD JOD KWD OMR TND' };

const page = document.getElementById('page');
const status = document.getElementById('status');
const buttons = [...document.querySelectorAll('[data-answer]')];
const address = new URL(window.location.href);
const intentId = decodeURIComponent(address.pathname.split('/').pop());
const endpoint = `/_client/challenge/${encodeURIComponent(intentId)}`;

let clientSecret = '';
let language = 'en';

function decimalsOf(currency) {
  const entry = Object.entries(DECIMALS).find(([, codes]) => codes.includes(currency));
  return entry ? Number(entry[0]) : 2;
}

function moneyText(minorUnits, currency) {
  const code = currency.toUpperCase();
  const decimals = decimalsOf(code);
  const value = minorUnits / 10 ** decimals;
  return new Intl.NumberFormat(language, {
    style: 'currency', currency: code, currencyDisplay: 'code', minimumFractionDigits: decimals, maximumFractionDigits: decimals,
  }).format(value);
}

function enable(enabled) {
  buttons.forEach((button) => { button.disabled = !enabled; });
}

/** Who asks for how much; the buttons work only while the intent waits for its customer. */
async function show() {
  translate(TEXTS, language);
  const response = await fetch(`${endpoint}?${new URLSearchParams({ client_secret: clientSecret })}`, { cache: 'no-store' });
  if (!response.ok) {
    status.textContent = TEXTS[language].over;
    return;
  }
  const challenge = await response.json();
  const isSetup = challenge.amount === null || challenge.amount === undefined;
  document.getElementById('merchant').textContent = challenge.merchant;
  document.getElementById('amount').textContent =
    isSetup ? TEXTS[language].setup : moneyText(challenge.amount, challenge.currency);
  const open = challenge.status === 'requires_action';
  enable(open);
  if (!open) status.textContent = TEXTS[language].over;
  const automatic = address.searchParams.get('auto');
  if (open && ['complete', 'fail'].includes(automatic)) await decide(automatic);
}

async function decide(outcome) {
  enable(false);
  status.textContent = TEXTS[language].working;
  try {
    const response = await fetch(endpoint, {
      method: 'POST', body: new URLSearchParams({ client_secret: clientSecret, outcome }),
    });
    if (!response.ok) throw new Error(`the simulator answered ${response.status}`);
    leave(outcome, await response.json());
  } catch {
    status.textContent = TEXTS[language].broken;
    enable(true);
  }
}

/** Back to the merchant: by message from the modal, by address from a tab of its own. */
function leave(outcome, intent) {
  emit(outcome === 'cancel' ? 'canceled' : 'answered');
  const returnUrl = address.searchParams.get('return_url');
  if (isEmbedded || !returnUrl) return;
  const target = new URL(returnUrl);
  if (!['http:', 'https:'].includes(target.protocol)) return;
  const kind = intent.object;
  target.searchParams.set(kind, intent.id);
  target.searchParams.set(`${kind}_client_secret`, clientSecret);
  target.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'failed');
  window.location.assign(target);
}

buttons.forEach((button) => button.addEventListener('click', () => decide(button.dataset.answer)));

async function start(settings) {
  clientSecret = settings.clientSecret;
  language = languageFor(settings.locale);
  await show().catch(() => { status.textContent = TEXTS[language].broken; });
  return {};
}

if (isEmbedded) {
  document.body.classList.add('embedded');
  answer({ start, cancel: () => decide('cancel') });
  reportHeight(page);
} else {
  start({ clientSecret: address.searchParams.get('client_secret') ?? '', locale: 'auto' });
}
