/** The table of topics that the event contracts travel on. */
@NullMarked
package dev.offsession.schemas.topics;

import org.jspecify.annotations.NullMarked;
