/** What both customer pages share: frame, language, money, headers. */
@NullMarked
package dev.offsession.collector.pages;

import org.jspecify.annotations.NullMarked;
