@NullMarked
package dev.offsession.localstack.dlt;

import org.jspecify.annotations.NullMarked;
