/** What the Payment Element says, in the customer's language. The error keys are Stripe's codes. */
export const TEXTS = {
  en: {
    number: 'Card number', expiry: 'Expiration date', cvc: 'Security code', country: 'Country or region',
    picker: 'Simulator: fill in a test card', pick: 'Choose a test card',
  },
  ja: {
    number: 'カード番号', expiry: '有効期限', cvc: 'セキュリティコード', country: '国または地域',
    picker: 'シミュレータ: テストカードを入力', pick: 'テストカードを選択',
  },
};

export const ERRORS = {
  en: {
    incomplete_number: 'Your card number is incomplete.',
    invalid_number: 'Your card number is invalid.',
    incomplete_expiry: "Your card's expiration date is incomplete.",
    invalid_expiry_month: "Your card's expiration month is invalid.",
    invalid_expiry_year: "Your card's expiration year is invalid.",
    invalid_expiry_month_past: "Your card's expiration date is in the past.",
    invalid_expiry_year_past: "Your card's expiration year is in the past.",
    incomplete_cvc: "Your card's security code is incomplete.",
  },
  ja: {
    incomplete_number: 'カード番号が最後まで入力されていません。',
    invalid_number: 'カード番号が正しくありません。',
    incomplete_expiry: '有効期限が最後まで入力されていません。',
    invalid_expiry_month: '有効期限の月が正しくありません。',
    invalid_expiry_year: '有効期限の年が正しくありません。',
    invalid_expiry_month_past: 'カードの有効期限が過ぎています。',
    invalid_expiry_year_past: 'カードの有効期限が過ぎています。',
    incomplete_cvc: 'セキュリティコードが最後まで入力されていません。',
  },
};

/** ISO 3166-1 alpha-2, without the places where nobody has a billing address. */
const COUNTRIES = `
  AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CD
  CF CG CH CI CK CL CM CN CO CR CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FO FR GA GB GD GE GF
  GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IS IT JE JM JO JP KE KG KH KI KM KN
  KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ
  NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PY QA RE RO RS RU RW SA SB SC SE SG
  SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC
  VE VG VN VU WF WS XK YE YT ZA ZM ZW`.trim().split(/\s+/);

/** `[{code, name}]`, sorted as the language sorts. */
export function countriesIn(language) {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return COUNTRIES.map((code) => ({ code, name: names.of(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
}
