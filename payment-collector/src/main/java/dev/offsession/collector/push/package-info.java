/** Push messages on the customer's own devices: who may subscribe, and to which push services. */
@NullMarked
package dev.offsession.collector.push;

import org.jspecify.annotations.NullMarked;
