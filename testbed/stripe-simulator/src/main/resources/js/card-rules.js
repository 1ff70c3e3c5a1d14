/**
 * What makes a card number, an expiry date and a security code plausible. Pure functions: no page, no
 * network, and the caller brings today's date.
 */

const BRANDS = [
  { id: 'amex', name: 'Amex', pattern: /^3[47]/, lengths: [15], cvcLength: 4, groups: [4, 6, 5] },
  { id: 'diners', name: 'Diners', pattern: /^3(?:0[0-5]|[689])/, lengths: [14, 16], cvcLength: 3, groups: [4, 4, 4, 4] },
  { id: 'discover', name: 'Discover', pattern: /^(?:6011|64[4-9]|65)/, lengths: [16], cvcLength: 3, groups: [4, 4, 4, 4] },
  { id: 'jcb', name: 'JCB', pattern: /^35/, lengths: [16], cvcLength: 3, groups: [4, 4, 4, 4] },
  { id: 'mastercard', name: 'Mastercard', pattern: /^(?:5[1-5]|2[2-7])/, lengths: [16], cvcLength: 3, groups: [4, 4, 4, 4] },
  { id: 'unionpay', name: 'UnionPay', pattern: /^62/, lengths: [16, 19], cvcLength: 3, groups: [4, 4, 4, 4, 3] },
  { id: 'visa', name: 'Visa', pattern: /^4/, lengths: [16], cvcLength: 3, groups: [4, 4, 4, 4] },
];
const UNKNOWN = { id: 'unknown', name: '', pattern: /^/, lengths: [16], cvcLength: 3, groups: [4, 4, 4, 4] };

export function digitsOf(text) {
  return text.normalize('NFKC').replace(/\D/g, '');
}

export function brandOf(number) {
  return BRANDS.find(({ pattern }) => pattern.test(number)) ?? UNKNOWN;
}

/** The check digit of ISO/IEC 7812: catches every single wrong digit and most swapped ones. */
export function passesLuhn(number) {
  const sum = [...number].reverse().reduce((total, digit, position) => {
    const value = position % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return number.length > 0 && sum % 10 === 0;
}

/** In the groups that are printed on the card: 4242 4242 4242 4242. */
export function formatNumber(number) {
  const brand = brandOf(number);
  const digits = number.slice(0, Math.max(...brand.lengths));
  let start = 0;
  return brand.groups
    .map((size) => digits.slice(start, (start += size)))
    .filter((group) => group !== '')
    .join(' ');
}

/** `1234`, `12/34` and `5` become `12 / 34` and `05 / `. */
export function formatExpiry(text) {
  let digits = digitsOf(text).slice(0, 4);
  if (/^[2-9]/.test(digits)) digits = `0${digits}`.slice(0, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
}

export function parseExpiry(text) {
  const digits = digitsOf(text);
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2, 4)), complete: digits.length === 4 };
}

/** Each check answers with Stripe's error code, or null when there is nothing to say. */
export function checkNumber(number) {
  const { lengths } = brandOf(number);
  if (number.length < Math.min(...lengths)) return 'incomplete_number';
  return lengths.includes(number.length) && passesLuhn(number) ? null : 'invalid_number';
}

/** A card is good through the last day of its month. */
export function checkExpiry(text, today) {
  const { month, year, complete } = parseExpiry(text);
  if (!complete) return 'incomplete_expiry';
  if (month < 1 || month > 12) return 'invalid_expiry_month';
  if (year < today.getFullYear()) return 'invalid_expiry_year_past';
  if (year > today.getFullYear() + 50) return 'invalid_expiry_year';
  return year === today.getFullYear() && month < today.getMonth() + 1 ? 'invalid_expiry_month_past' : null;
}

export function checkCvc(cvc, number) {
  return cvc.length === brandOf(number).cvcLength ? null : 'incomplete_cvc';
}
