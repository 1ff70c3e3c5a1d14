/**
 * The iframe's side of the conversation with the page that embeds it (see FrameChannel in stripe-sim.js).
 * The embedding page names its origin in `?parent=`; only messages from that window and origin count, and
 * answers go to that origin only.
 */

const parameters = new URLSearchParams(window.location.search);
const parentOrigin = parameters.get('parent');

/** Whether this document sits in a page of the merchant (and not in a tab of its own). */
export const isEmbedded = window.parent !== window && parentOrigin !== null;

function send(message) {
  if (isEmbedded) window.parent.postMessage(message, parentOrigin);
}

/** Tells the embedding page that something happened. */
export function emit(name, payload) {
  send({ kind: 'event', name, payload });
}

/** Answers the embedding page's requests: one async function per request name. */
export function answer(handlers) {
  window.addEventListener('message', async ({ origin, source, data }) => {
    if (source !== window.parent || origin !== parentOrigin || !data || data.kind !== 'request') return;
    const handler = handlers[data.name];
    const payload = handler ? await handler(data.payload ?? {}) : { error: { message: `unknown request ${data.name}` } };
    send({ kind: 'reply', id: data.id, payload: payload ?? {} });
  });
  send({ kind: 'loaded' });
}

/** Keeps the iframe as tall as its content, so that the page has one scroll bar only. */
export function reportHeight(content) {
  const report = () => emit('height', Math.ceil(content.getBoundingClientRect().bottom));
  new ResizeObserver(report).observe(content);
  report();
}

/** 'ja' or 'en' for what the page asked for: a BCP 47 tag or 'auto' (the browser's language). */
export function languageFor(locale) {
  const tag = !locale || locale === 'auto' ? navigator.language : locale;
  return tag.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** Puts the texts of one language into every element that names one in `data-text`. */
export function translate(texts, language) {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = texts[language][element.dataset.text];
  }
}
