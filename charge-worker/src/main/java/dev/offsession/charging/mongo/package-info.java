/** MongoDB: one document per charge, written by single-document operations only. */
@NullMarked
package dev.offsession.charging.mongo;

import org.jspecify.annotations.NullMarked;
