/**
 * The Payment Element: card fields in an iframe of the simulator's origin. The embedding page never sees
 * what is typed here; it gets `change` events without values and, on request, the id of a PaymentMethod.
 */
import { answer, emit, languageFor, reportHeight, translate } from './frame.js';
import {
  brandOf, checkCvc, checkExpiry, checkNumber, digitsOf, formatExpiry, formatNumber, parseExpiry,
} from './card-rules.js';
import { countriesIn, ERRORS, TEXTS } from './element-texts.js';

const form = document.getElementById('card');
const fields = ['number', 'expiry', 'cvc'].map((id) => document.getElementById(id));
const [number, expiry, cvc] = fields;
const country = document.getElementById('country');
const picker = document.getElementById('picker');

let key = '';
let language = 'en';

/** Stripe's error code of one field, or null. */
const checks = {
  number: () => checkNumber(digitsOf(number.value)),
  expiry: () => checkExpiry(expiry.value, new Date()),
  cvc: () => checkCvc(digitsOf(cvc.value), digitsOf(number.value)),
};

// ---- showing

function showError(field, code) {
  document.getElementById(`${field.id}-error`).textContent = code ? ERRORS[language][code] : '';
  field.setAttribute('aria-invalid', String(Boolean(code)));
}

function showBrand() {
  document.getElementById('brand').textContent = brandOf(digitsOf(number.value)).name;
}

function showCountries() {
  const region = new Intl.Locale(navigator.language).region;
  const chosen = country.value || (language === 'ja' ? 'JP' : region) || 'US';
  country.replaceChildren(...countriesIn(language).map(({ code, name }) => new Option(name, code)));
  country.value = chosen;
}

function show({ locale, appearance }) {
  if (locale) {
    language = languageFor(locale);
    translate(TEXTS, language);
    showCountries();
  }
  if (appearance) {
    document.documentElement.dataset.theme = appearance.theme ?? 'stripe';
    for (const [name, value] of Object.entries(appearance.variables ?? {})) {
      document.documentElement.style.setProperty(`--${name}`, value);
    }
  }
}

// ---- typing

/** Reformats what was typed and keeps the caret behind the same digit. */
function reformat(field, format) {
  const digitsBeforeCaret = digitsOf(field.value.slice(0, field.selectionStart)).length;
  const atEnd = field.selectionStart === field.value.length;
  field.value = format(digitsOf(field.value));
  if (atEnd) return;
  let caret = 0;
  for (let seen = 0; seen < digitsBeforeCaret && caret < field.value.length; caret++) {
    if (/\d/.test(field.value[caret])) seen++;
  }
  field.setSelectionRange(caret, caret);
}

function announceChange() {
  emit('change', {
    empty: fields.every((field) => field.value === ''),
    complete: Object.values(checks).every((check) => check() === null),
    collapsed: false,
    value: { type: 'card' },
  });
}

number.addEventListener('input', () => {
  reformat(number, formatNumber);
  showBrand();
});
expiry.addEventListener('input', ({ inputType }) => {
  if (inputType !== 'deleteContentBackward') reformat(expiry, formatExpiry);
});
cvc.addEventListener('input', () => reformat(cvc, (digits) => digits.slice(0, 4)));

for (const field of fields) {
  field.addEventListener('input', () => {
    showError(field, null);
    announceChange();
  });
  field.addEventListener('blur', () => {
    if (field.value !== '') showError(field, checks[field.id]());
  });
}
country.addEventListener('change', announceChange);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('keydown', ({ key: pressed }) => {
  if (pressed === 'Escape') emit('escape', {});
});
form.addEventListener('focusin', ({ relatedTarget }) => {
  if (relatedTarget === null) emit('focus', {});
});
form.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget === null) emit('blur', {});
});

// ---- test cards

function fillIn(cardNumber) {
  number.value = formatNumber(cardNumber);
  expiry.value = `12 / ${String(new Date().getFullYear() + 4).slice(2)}`;
  cvc.value = '1'.repeat(brandOf(cardNumber).cvcLength);
  fields.forEach((field) => showError(field, null));
  showBrand();
  announceChange();
}

async function offerTestCards() {
  const response = await fetch('/_client/cards', { cache: 'no-store' });
  if (!response.ok) return;
  for (const { number: cardNumber, label } of (await response.json()).data) {
    picker.append(new Option(`${formatNumber(cardNumber)}  ${label}`, cardNumber));
  }
}

picker.addEventListener('change', () => {
  if (picker.value) fillIn(picker.value);
});

// ---- what the page may ask for

/** `{}` or `{error}`; the first wrong field gets the focus. */
function validate() {
  const wrong = fields.filter((field) => {
    const code = checks[field.id]();
    showError(field, code);
    return code !== null;
  });
  if (wrong.length === 0) return {};
  wrong[0].focus();
  const code = checks[wrong[0].id]();
  return { error: { type: 'validation_error', code, message: ERRORS[language][code] } };
}

/** The PaymentMethod of the typed card as `{body}`, or `{error}`. Number and CVC go to the simulator only. */
async function createPaymentMethod({ billing_details: billing = {}, allow_redisplay: redisplay }) {
  const invalid = validate();
  if (invalid.error) return invalid;
  const { month, year } = parseExpiry(expiry.value);
  const card = new URLSearchParams({
    type: 'card',
    'card[number]': digitsOf(number.value),
    'card[exp_month]': month,
    'card[exp_year]': year,
    'card[cvc]': digitsOf(cvc.value),
    'billing_details[address][country]': country.value,
  });
  for (const name of ['name', 'email', 'phone']) {
    if (billing[name]) card.set(`billing_details[${name}]`, billing[name]);
  }
  if (redisplay) card.set('allow_redisplay', redisplay);
  try {
    const response = await fetch('/v1/payment_methods', {
      method: 'POST', headers: { Authorization: `Bearer ${key}` }, body: card,
    });
    const body = await response.json();
    return response.ok ? { body } : { error: body.error };
  } catch {
    return { error: { type: 'api_connection_error', message: 'The simulator does not answer.' } };
  }
}

answer({
  start: async (settings) => {
    key = settings.key;
    show(settings);
    await offerTestCards();
    reportHeight(form);
    return {};
  },
  update: async (settings) => show(settings),
  validate: async () => validate(),
  createPaymentMethod,
  focus: async () => number.focus(),
  blur: async () => document.activeElement.blur(),
  clear: async () => {
    form.reset();
    fields.forEach((field) => showError(field, null));
    showBrand();
    announceChange();
  },
});
