/** What a customer decides about saved cards and about messages. */
@NullMarked
package dev.offsession.collector.manage;

import org.jspecify.annotations.NullMarked;
