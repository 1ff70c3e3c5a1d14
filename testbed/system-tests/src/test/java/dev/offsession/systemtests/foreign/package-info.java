/**
 * Clients of other teams: they know the topics, the registry's address and the schema files, and
 * nothing else of Offsession. Nothing here may use one of our classes.
 */
@NullMarked
package dev.offsession.systemtests.foreign;

import org.jspecify.annotations.NullMarked;
