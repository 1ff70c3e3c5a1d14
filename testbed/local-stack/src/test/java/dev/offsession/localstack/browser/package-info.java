/** Tests of the customer's helpers. */
@NullMarked
package dev.offsession.localstack.browser;

import org.jspecify.annotations.NullMarked;
