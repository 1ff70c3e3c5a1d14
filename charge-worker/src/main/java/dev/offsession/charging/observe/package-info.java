/** Logs and meters: ids, states and codes only. */
@NullMarked
package dev.offsession.charging.observe;

import org.jspecify.annotations.NullMarked;
