@NullMarked
package dev.offsession.localstack.inbox;

import org.jspecify.annotations.NullMarked;
