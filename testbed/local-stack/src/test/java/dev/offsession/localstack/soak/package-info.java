@NullMarked
package dev.offsession.localstack.soak;

import org.jspecify.annotations.NullMarked;
