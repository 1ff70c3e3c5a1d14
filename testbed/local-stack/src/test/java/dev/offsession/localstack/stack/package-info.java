@NullMarked
package dev.offsession.localstack.stack;

import org.jspecify.annotations.NullMarked;
