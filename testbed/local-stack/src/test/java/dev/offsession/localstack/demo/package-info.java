/** How the demo judges and tells what it sees. */
@NullMarked
package dev.offsession.localstack.demo;

import org.jspecify.annotations.NullMarked;
