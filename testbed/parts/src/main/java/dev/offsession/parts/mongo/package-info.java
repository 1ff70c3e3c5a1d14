/** A memory backend of mongo-java-server that looks documents up and answers with copies. */
@NullMarked
package dev.offsession.parts.mongo;

import org.jspecify.annotations.NullMarked;
