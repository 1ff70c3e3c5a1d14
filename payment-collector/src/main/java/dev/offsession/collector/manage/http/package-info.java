/** The page of the saved cards, and the page of the wishes about messages. */
@NullMarked
package dev.offsession.collector.manage.http;

import org.jspecify.annotations.NullMarked;
