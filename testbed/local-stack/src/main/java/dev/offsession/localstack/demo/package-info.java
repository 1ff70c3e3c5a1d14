/**
 * The demo: the whole story on a running stack, scene by scene, each judged by the events and by
 * the simulator's ledger.
 */
@NullMarked
package dev.offsession.localstack.demo;

import org.jspecify.annotations.NullMarked;
