/*
 * Stand-in for Stripe.js (dahlia), served by the Offsession Stripe simulator. Development and tests only.
 *
 * It defines the global `Stripe(publishableKey, options)` with the calls that Offsession's pages use,
 * the same promise shapes and the same error objects:
 *
 *   elements({clientSecret}) / elements({mode}), elements.create('payment').mount(...), elements.submit()
 *   confirmSetup, confirmPayment             Payment Element; redirect 'always' (default) or 'if_required'
 *   confirmCardSetup, confirmCardPayment     a saved payment method
 *   handleNextAction                         an intent that is in requires_action
 *   retrieveSetupIntent, retrievePaymentIntent, createPaymentMethod({elements})
 *
 * Card data is typed into an iframe of the simulator's own origin (/element/payment) and goes from there
 * to the simulator only. The 3-D Secure challenge is an iframe too (/challenge/<intent id>), in a modal.
 * `stripe-sim.js?auto=complete` or `?auto=fail` makes every challenge answer itself, for tests.
 *
 * Nothing here needs inline styles or scripts: the page's CSP may be as strict as for the real Stripe.js
 * (script-src, frame-src and connect-src name the simulator's origin, nothing else).
 */
(function () {
  'use strict';

  const SCRIPT = new URL(document.currentScript.src);
  const ORIGIN = SCRIPT.origin;
  const AUTO_ANSWER = SCRIPT.searchParams.get('auto');
  const RIBBON_TEXT = 'SIMULATOR - no real payment';
  const FRAME_TIMEOUT_MS = 15000;

  /** What differs between the two kinds of intents. */
  const PAYMENT = {
    label: 'PaymentIntent', path: 'payment_intents', prefix: 'pi', resultKey: 'paymentIntent',
    errorKey: 'payment_intent', lastError: 'last_payment_error',
  };
  const SETUP = {
    label: 'SetupIntent', path: 'setup_intents', prefix: 'seti', resultKey: 'setupIntent',
    errorKey: 'setup_intent', lastError: 'last_setup_error',
  };

  /** Elements refuses these since clover: there is nothing left to collect a card for. */
  const FINISHED = ['succeeded', 'canceled', 'processing', 'requires_capture'];

  /** Gone in dahlia; the value is what replaced the call. */
  const REMOVED_IN_DAHLIA = {
    handleCardPayment: 'confirmCardPayment', handleCardSetup: 'confirmCardSetup',
    confirmPaymentIntent: 'confirmCardPayment', confirmSetupIntent: 'confirmCardSetup',
    createSource: 'createPaymentMethod', retrieveSource: 'retrievePaymentIntent',
  };

  /** The caller used the library wrongly: thrown, as Stripe.js does, never shown to a customer. */
  class IntegrationError extends Error {
    constructor(message) {
      super(message);
      this.name = 'IntegrationError';
    }
  }

  // ---------------------------------------------------------------- the simulator's client endpoints

  /** `{a: {b: 1}}` becomes `a[b]=1`, as Stripe's API reads it; undefined and null are left out. */
  function formEncode(params, prefix, form = new URLSearchParams()) {
    for (const [key, value] of Object.entries(params)) {
      const name = prefix ? `${prefix}[${key}]` : key;
      if (value === undefined || value === null) continue;
      if (typeof value === 'object') formEncode(value, name, form);
      else form.append(name, String(value));
    }
    return form;
  }

  /** One API call with the publishable key. Resolves `{body}` or `{error}`; never rejects. */
  async function callApi(key, method, path, params) {
    const form = formEncode(params);
    const url = method === 'GET' ? `${ORIGIN}${path}?${form}` : `${ORIGIN}${path}`;
    try {
      const response = await fetch(url, {
        method,
        headers: { Authorization: `Bearer ${key}` },
        body: method === 'GET' ? undefined : form,
        credentials: 'omit',
        cache: 'no-store',
      });
      const body = await response.json();
      return response.ok ? { body } : { error: body.error };
    } catch (_) {
      return { error: connectionError() };
    }
  }

  function connectionError() {
    return {
      type: 'api_connection_error',
      message: 'We are experiencing issues connecting to our payments provider. Please try again.',
    };
  }

  // ---------------------------------------------------------------- talking to the simulator's iframes

  /**
   * Requests to one iframe and events from it. A message counts only when it comes from that very
   * window and from the simulator's origin; what we send can be read by that origin only.
   */
  class FrameChannel {
    constructor(iframe, onEvent) {
      this.iframe = iframe;
      this.onEvent = onEvent;
      this.pending = new Map();
      this.nextId = 1;
      this.loaded = new Promise((resolve) => { this.markLoaded = resolve; });
      this.listener = (message) => this.receive(message);
      window.addEventListener('message', this.listener);
    }

    receive({ origin, source, data }) {
      if (origin !== ORIGIN || source !== this.iframe.contentWindow || !data) return;
      if (data.kind === 'loaded') {
        this.markLoaded();
      } else if (data.kind === 'reply' && this.pending.has(data.id)) {
        this.pending.get(data.id)(data.payload);
        this.pending.delete(data.id);
      } else if (data.kind === 'event') {
        this.onEvent(data.name, data.payload);
      }
    }

    async request(name, payload) {
      await this.loaded;
      const id = this.nextId++;
      return new Promise((resolve) => {
        this.pending.set(id, resolve);
        this.iframe.contentWindow.postMessage({ kind: 'request', id, name, payload }, ORIGIN);
      });
    }

    close() {
      window.removeEventListener('message', this.listener);
    }
  }

  function createFrame(path, title) {
    const iframe = document.createElement('iframe');
    const url = new URL(path, ORIGIN);
    url.searchParams.set('parent', window.location.origin);
    iframe.src = url.href;
    iframe.title = title;
    iframe.setAttribute('allowtransparency', 'true');
    Object.assign(iframe.style, {
      border: '0', width: '100%', display: 'block', colorScheme: 'light', background: 'transparent',
    });
    return iframe;
  }

  /** A style sheet made by script: allowed under a CSP without 'unsafe-inline'. */
  function styled(host, css) {
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    return root;
  }

  // ---------------------------------------------------------------- the ribbon

  const RIBBON_HEIGHT = '28px';
  const RIBBON_CSS = `
    :host { all: initial; position: fixed; inset: 0 0 auto 0; z-index: 2147483000; display: block; }
    p { margin: 0; height: ${RIBBON_HEIGHT}; background: #b3001b; color: #fff; text-align: center;
        font: 600 13px/${RIBBON_HEIGHT} system-ui, sans-serif; letter-spacing: .04em; white-space: nowrap; }
    @media print { :host { position: static; } }`;

  /** Nobody may take a simulated payment for a real one. */
  function showRibbon() {
    if (document.getElementById('stripe-simulator-ribbon')) return;
    const ribbon = document.createElement('aside');
    ribbon.id = 'stripe-simulator-ribbon';
    ribbon.setAttribute('data-testid', 'simulator-ribbon');
    ribbon.setAttribute('aria-label', 'Stripe simulator');
    const text = document.createElement('p');
    text.textContent = RIBBON_TEXT;
    styled(ribbon, RIBBON_CSS).append(text);
    document.body.prepend(ribbon);
    Object.assign(document.documentElement.style, {
      paddingTop: RIBBON_HEIGHT, scrollPaddingTop: RIBBON_HEIGHT,
    });
  }

  // ---------------------------------------------------------------- Payment Element

  class PaymentElement {
    constructor(client, group, options) {
      this.client = client;
      this.group = group;
      this.options = options;
      this.listeners = new Map();
      this.channel = null;
    }

    mount(target) {
      const parent = typeof target === 'string' ? document.querySelector(target) : target;
      if (!parent) throw new IntegrationError(`The selector you specified (${target}) applies to no DOM elements that are currently on the page.`);
      this.unmount();
      this.iframe = createFrame('/element/payment', 'Secure payment input frame');
      this.iframe.setAttribute('data-testid', 'payment-element-frame');
      // The frame is 4 px wider on each side, so that focus rings fit and the fields still align with the page.
      Object.assign(this.iframe.style, { height: '320px', width: 'calc(100% + 8px)', margin: '-4px' });
      this.channel = new FrameChannel(this.iframe, (name, payload) => this.onFrameEvent(name, payload));
      parent.replaceChildren(this.iframe);
      this.emit('loaderstart', { elementType: 'payment' });
      this.start(this.channel);
    }

    /** Checks the intent, hands the settings to the iframe and says `ready` or `loaderror`. */
    async start(channel) {
      const refusal = await this.group.refusal();
      if (refusal) {
        this.emit('loaderror', { elementType: 'payment', error: refusal });
        return;
      }
      const answer = await Promise.race([
        channel.request('start', {
          key: this.client.key,
          locale: this.group.options.locale || this.client.locale,
          appearance: this.group.options.appearance || {},
        }),
        new Promise((resolve) => { setTimeout(resolve, FRAME_TIMEOUT_MS, { error: connectionError() }); }),
      ]);
      if (channel !== this.channel) return;
      if (answer.error) this.emit('loaderror', { elementType: 'payment', error: answer.error });
      else this.emit('ready', { elementType: 'payment' });
    }

    onFrameEvent(name, payload) {
      if (name === 'height') this.iframe.style.height = `${payload}px`;
      else this.emit(name, { elementType: 'payment', ...payload });
    }

    ask(name, payload) {
      if (!this.channel) {
        throw new IntegrationError('We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is still mounted.');
      }
      return this.channel.request(name, payload);
    }

    unmount() {
      if (!this.channel) return;
      this.channel.close();
      this.channel = null;
      this.iframe.remove();
    }

    destroy() {
      this.unmount();
      this.group.forget(this);
    }

    on(event, handler) {
      this.listeners.set(event, [...(this.listeners.get(event) || []), handler]);
      return this;
    }

    once(event, handler) {
      const onlyOnce = (payload) => {
        this.off(event, onlyOnce);
        handler(payload);
      };
      return this.on(event, onlyOnce);
    }

    off(event, handler) {
      const others = (this.listeners.get(event) || []).filter((known) => handler && known !== handler);
      this.listeners.set(event, others);
      return this;
    }

    emit(event, payload) {
      (this.listeners.get(event) || []).forEach((handler) => handler(payload));
    }

    update(options) { this.options = { ...this.options, ...options }; }
    focus() { this.ask('focus'); }
    blur() { this.ask('blur'); }
    clear() { this.ask('clear'); }
    collapse() { /* one method only: there is nothing to fold away */ }
  }

  /** The group that `stripe.elements(...)` returns: one intent, or none yet (mode), and its Element. */
  class Elements {
    constructor(client, options) {
      if (!options.clientSecret && !options.mode) {
        throw new IntegrationError('elements(): pass the clientSecret of an intent, or a mode (payment or setup).');
      }
      if (options.clientSecret && options.mode) {
        throw new IntegrationError('elements(): clientSecret and mode exclude each other.');
      }
      this.client = client;
      this.options = options;
      this.kind = options.clientSecret ? kindOf(options.clientSecret, 'elements') : null;
      this.submitted = false;
      this.element = null;
    }

    create(type, options = {}) {
      if (type !== 'payment') {
        throw new IntegrationError(`The Stripe simulator has the Payment Element only; elements.create('${type}') needs the real Stripe.js.`);
      }
      if (this.element) {
        throw new IntegrationError('Can only create one Element of type payment through an Elements instance.');
      }
      this.element = new PaymentElement(this.client, this, options);
      return this.element;
    }

    getElement(type) {
      return type === 'payment' || type === PaymentElement ? this.element : null;
    }

    update(options) {
      this.options = { ...this.options, ...options };
      if (this.element && this.element.channel) {
        this.element.ask('update', { locale: options.locale, appearance: options.appearance });
      }
    }

    async fetchUpdates() {
      const refusal = await this.refusal();
      return refusal ? { error: refusal } : {};
    }

    /** Validates what the customer typed: `{}` or `{error}` of type validation_error. */
    async submit() {
      const { error } = await this.mounted().ask('validate');
      this.submitted = !error;
      return error ? { error } : { selectedPaymentMethod: 'card' };
    }

    /** Why no card can be collected for this intent, or null. */
    async refusal() {
      if (!this.kind) return null;
      const { error, ...result } = await retrieve(this.client, this.kind, this.options.clientSecret);
      if (error) return error;
      const { status } = result[this.kind.resultKey];
      return FINISHED.includes(status) ? {
        type: 'invalid_request_error',
        code: `${this.kind.errorKey}_unexpected_state`,
        message: `This ${this.kind.label} cannot be used to initialize Elements: its status is ${status}.`,
      } : null;
    }

    /** Elements without an intent must promise what the intent then says; the real library refuses the rest. */
    async mismatch(kind, clientSecret) {
      if (!this.options.mode || kind !== PAYMENT) return null;
      const { error, paymentIntent } = await retrieve(this.client, kind, clientSecret);
      if (error) return error;
      const promised = this.options.setupFutureUsage || null;
      const said = paymentIntent.setup_future_usage || null;
      return promised === said ? null : {
        type: 'invalid_request_error',
        message: `The provided setup_future_usage (${promised}) does not match the expected setup_future_usage (${said}).`,
      };
    }

    /** The typed card as a new PaymentMethod: `{body}` or `{error}`. */
    async createPaymentMethod(data = {}) {
      const refusal = await this.refusal();
      return refusal ? { error: refusal } : this.mounted().ask('createPaymentMethod', data);
    }

    mounted() {
      if (!this.element) throw new IntegrationError('Please create and mount a Payment Element first.');
      return this.element;
    }

    forget() { this.element = null; }
  }

  // ---------------------------------------------------------------- 3-D Secure challenge

  const DIALOG_CSS = `
    :host { all: initial; }
    dialog { box-sizing: border-box; width: min(440px, calc(100vw - 24px)); max-height: calc(100dvh - 24px);
             padding: 0; border: 0; border-radius: 14px; overflow: hidden; background: #fff;
             box-shadow: 0 12px 48px rgb(16 24 40 / .35); }
    dialog::backdrop { background: rgb(16 24 40 / .55); }
    iframe { max-height: calc(100dvh - 24px); }`;

  /** Shows the bank's page for an intent in a modal. Resolves 'answered' or 'canceled'. */
  function openChallenge(client, intentId, clientSecret) {
    return new Promise((resolve) => {
      const host = document.createElement('div');
      host.setAttribute('data-testid', 'challenge');
      const dialog = document.createElement('dialog');
      dialog.setAttribute('aria-label', '3D Secure');
      const path = `/challenge/${encodeURIComponent(intentId)}`;
      const iframe = createFrame(AUTO_ANSWER ? `${path}?auto=${encodeURIComponent(AUTO_ANSWER)}` : path, '3D Secure');
      iframe.setAttribute('data-testid', 'challenge-frame');
      iframe.style.height = '430px';

      const channel = new FrameChannel(iframe, (name, payload) => {
        if (name === 'height') iframe.style.height = `${payload}px`;
        if (name === 'answered' || name === 'canceled') close(name);
      });
      function close(ending) {
        channel.close();
        dialog.close();
        host.remove();
        resolve(ending);
      }

      dialog.addEventListener('cancel', (event) => {
        event.preventDefault();
        channel.request('cancel');
      });
      dialog.append(iframe);
      styled(host, DIALOG_CSS).append(dialog);
      document.body.append(host);
      dialog.showModal();
      channel.request('start', { clientSecret, locale: client.locale });
      channel.loaded.then(() => iframe.focus());
    });
  }

  // ---------------------------------------------------------------- intents

  /** Which kind of intent a client secret belongs to. The message never repeats the secret. */
  function kindOf(clientSecret, call) {
    const kind = [PAYMENT, SETUP].find(({ prefix }) => isSecretOf(prefix, clientSecret));
    if (!kind) {
      throw new IntegrationError(`Invalid value for stripe.${call}(): the client secret must have the form {id}_secret_{secret}.`);
    }
    return kind;
  }

  function isSecretOf(prefix, clientSecret) {
    return typeof clientSecret === 'string' && new RegExp(`^${prefix}_[A-Za-z0-9]+_secret_[A-Za-z0-9]+$`).test(clientSecret);
  }

  function requireSecret(kind, clientSecret, call) {
    if (kindOf(clientSecret, call) !== kind) {
      throw new IntegrationError(`stripe.${call}() needs the client secret of a ${kind.label}.`);
    }
    return clientSecret;
  }

  function idIn(clientSecret) {
    return clientSecret.slice(0, clientSecret.indexOf('_secret_'));
  }

  /** `{paymentIntent}`, `{setupIntent}` or `{error}`. */
  async function retrieve(client, kind, clientSecret) {
    const path = `/v1/${kind.path}/${idIn(clientSecret)}`;
    const { body, error } = await callApi(client.key, 'GET', path, { client_secret: clientSecret });
    return error ? { error } : { [kind.resultKey]: body };
  }

  /** Confirms on-session and, when the bank asks for the customer, shows the challenge. */
  async function confirm(client, kind, clientSecret, params, handleActions = true) {
    const path = `/v1/${kind.path}/${idIn(clientSecret)}/confirm`;
    const { body, error } = await callApi(client.key, 'POST', path, {
      ...params, client_secret: clientSecret, use_stripe_sdk: true,
    });
    if (error) return { error };
    return handleActions ? finish(client, kind, clientSecret, body) : { [kind.resultKey]: body };
  }

  async function finish(client, kind, clientSecret, intent) {
    if (intent.status !== 'requires_action') return outcome(kind, intent);
    const { next_action: action } = intent;
    if (action && action.type === 'redirect_to_url') return leaveFor(action.redirect_to_url.url);

    const ending = await openChallenge(client, intent.id, clientSecret);
    const { error, ...result } = await retrieve(client, kind, clientSecret);
    if (error) return { error };
    const after = result[kind.resultKey];
    const abandoned = ending === 'canceled' && after.status === 'requires_action';
    return abandoned ? { error: authenticationFailure(kind, after) } : outcome(kind, after);
  }

  /** What became of the attempt, in the shape of Stripe.js. */
  function outcome(kind, intent) {
    const lastError = intent[kind.lastError];
    if (intent.status === 'requires_payment_method' && lastError) {
      return { error: { ...lastError, [kind.errorKey]: intent } };
    }
    return { [kind.resultKey]: intent };
  }

  function authenticationFailure(kind, intent) {
    return {
      type: 'invalid_request_error',
      code: `${kind.errorKey}_authentication_failure`,
      message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      [kind.errorKey]: intent,
    };
  }

  /** The page goes elsewhere: like Stripe.js, nothing resolves any more. */
  function leaveFor(url) {
    window.location.assign(url);
    return new Promise(() => {});
  }

  function returnUrlFor(kind, returnUrl, clientSecret, intent) {
    const url = new URL(returnUrl);
    url.searchParams.set(kind.errorKey, intent.id);
    url.searchParams.set(`${kind.errorKey}_client_secret`, clientSecret);
    url.searchParams.set('redirect_status', intent.status === 'requires_capture' ? 'succeeded' : intent.status);
    return url.href;
  }

  /** confirmPayment and confirmSetup: with a Payment Element, or with a payment method in confirmParams. */
  async function confirmWithElements(client, kind, call, options = {}) {
    const { elements, confirmParams = {}, redirect = 'always' } = options;
    if (!elements && !options.clientSecret) {
      throw new IntegrationError(`stripe.${call}(): pass elements, a clientSecret, or both.`);
    }
    if (!['always', 'if_required'].includes(redirect)) {
      throw new IntegrationError(`stripe.${call}(): redirect is 'always' or 'if_required'.`);
    }
    if (redirect === 'always' && !confirmParams.return_url) {
      throw new IntegrationError(`stripe.${call}(): confirmParams.return_url is required unless redirect is 'if_required'.`);
    }
    if (elements && elements.options.mode && !elements.submitted) {
      throw new IntegrationError(`elements.submit() must be called before stripe.${call}().`);
    }
    const secret = requireSecret(kind, options.clientSecret || elements.options.clientSecret, call);

    const { payment_method_data: methodData, ...params } = confirmParams;
    if (elements) {
      const mismatch = await elements.mismatch(kind, secret);
      if (mismatch) return { error: mismatch };
      const { body, error } = await elements.createPaymentMethod(methodData);
      if (error) return { error };
      params.payment_method = body.id;
    } else if (methodData) {
      params.payment_method_data = methodData;
    }

    const result = await confirm(client, kind, secret, params);
    if (result.error || redirect === 'if_required') return result;
    return leaveFor(returnUrlFor(kind, confirmParams.return_url, secret, result[kind.resultKey]));
  }

  /** confirmCardPayment and confirmCardSetup: a saved payment method by id, or the one already on the intent. */
  async function confirmCard(client, kind, call, clientSecret, data = {}, options = {}) {
    requireSecret(kind, clientSecret, call);
    const { payment_method: method } = data;
    if (method !== undefined && typeof method !== 'string') {
      throw new IntegrationError(`The Stripe simulator takes a payment method id in stripe.${call}(); use the Payment Element for a new card.`);
    }
    return confirm(client, kind, clientSecret, data, options.handleActions !== false);
  }

  async function handleNextAction(client, call, clientSecret) {
    const kind = kindOf(clientSecret, call);
    const { error, ...result } = await retrieve(client, kind, clientSecret);
    if (error) return { error };
    const intent = result[kind.resultKey];
    if (intent.status !== 'requires_action') {
      throw new IntegrationError(`${call}: The ${kind.label} supplied is not in the requires_action state.`);
    }
    return finish(client, kind, clientSecret, intent);
  }

  // ---------------------------------------------------------------- the public face

  function checkedKey(key) {
    if (typeof key !== 'string' || key === '') {
      throw new IntegrationError('Please call Stripe() with your publishable key. You used an empty string.');
    }
    if (/^(sk|rk)_/.test(key)) {
      throw new IntegrationError('You should not use your secret key with Stripe.js. Please pass a publishable key instead.');
    }
    if (key.startsWith('pk_live_')) {
      throw new IntegrationError('This is the Stripe simulator: it refuses live keys. Load https://js.stripe.com/dahlia/stripe.js instead.');
    }
    if (!key.startsWith('pk_test_')) {
      throw new IntegrationError('Invalid API key: a publishable test key starts with pk_test_.');
    }
    return key;
  }

  function callsOf(client) {
    return {
      elements: (options = {}) => new Elements(client, options),
      confirmPayment: async (options) => confirmWithElements(client, PAYMENT, 'confirmPayment', options),
      confirmSetup: async (options) => confirmWithElements(client, SETUP, 'confirmSetup', options),
      confirmCardPayment: async (secret, data, options) => confirmCard(client, PAYMENT, 'confirmCardPayment', secret, data, options),
      confirmCardSetup: async (secret, data, options) => confirmCard(client, SETUP, 'confirmCardSetup', secret, data, options),
      handleNextAction: async ({ clientSecret } = {}) => handleNextAction(client, 'handleNextAction', clientSecret),
      handleCardAction: async (secret) => handleNextAction(client, 'handleCardAction', requireSecret(PAYMENT, secret, 'handleCardAction')),
      retrievePaymentIntent: async (secret) => retrieve(client, PAYMENT, requireSecret(PAYMENT, secret, 'retrievePaymentIntent')),
      retrieveSetupIntent: async (secret) => retrieve(client, SETUP, requireSecret(SETUP, secret, 'retrieveSetupIntent')),
      createPaymentMethod: async ({ elements, params } = {}) => {
        if (!elements) throw new IntegrationError('The Stripe simulator needs elements in stripe.createPaymentMethod().');
        const { body, error } = await elements.createPaymentMethod(params);
        return error ? { error } : { paymentMethod: body };
      },
      registerAppInfo: () => {},
      _registerWrapper: () => {},
      ...removedCalls(),
    };
  }

  function removedCalls() {
    return Object.fromEntries(Object.entries(REMOVED_IN_DAHLIA).map(([name, successor]) => [name, () => {
      throw new IntegrationError(`stripe.${name}() was removed in dahlia; use stripe.${successor}() instead.`);
    }]));
  }

  /** Any other call of the real library rejects and says so, instead of failing as "not a function". */
  function rejectingUnknown(calls) {
    return new Proxy(calls, {
      get(target, name) {
        if (name in target || typeof name === 'symbol' || name === 'then' || name === 'toJSON') return target[name];
        return () => Promise.reject(new IntegrationError(`The Stripe simulator has no stripe.${name}().`));
      },
    });
  }

  function Stripe(publishableKey, options = {}) {
    return rejectingUnknown(callsOf({ key: checkedKey(publishableKey), locale: options.locale || 'auto' }));
  }
  Stripe.version = 'dahlia';
  Stripe.simulated = true;
  window.Stripe = Stripe;

  if (document.body) showRibbon();
  else document.addEventListener('DOMContentLoaded', showRibbon);
})();
