/** charge-worker: charges absent customers, one document and one PaymentIntent per request. */
@NullMarked
package dev.offsession.charging;

import org.jspecify.annotations.NullMarked;
