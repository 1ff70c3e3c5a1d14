@NullMarked
package dev.offsession.localstack.cli;

import org.jspecify.annotations.NullMarked;
