@NullMarked
package dev.offsession.localstack;

import org.jspecify.annotations.NullMarked;
