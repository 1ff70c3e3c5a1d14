/** Stripe's request format: nested form fields, read strictly. */
@NullMarked
package dev.offsession.simulator.form;

import org.jspecify.annotations.NullMarked;
