/** The Stripe.js stand-in, driven in a real browser on a merchant's page with a strict CSP. */
@NullMarked
package dev.offsession.simulator.browser;

import org.jspecify.annotations.NullMarked;
