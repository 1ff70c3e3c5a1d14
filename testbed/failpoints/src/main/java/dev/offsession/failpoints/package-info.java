/**
 * Places at which a service can be made to die. The services know nothing of them: a crash run
 * starts a copy of the service's jar into which the calls are woven.
 */
@NullMarked
package dev.offsession.failpoints;

import org.jspecify.annotations.NullMarked;
