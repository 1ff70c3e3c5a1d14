package dev.offsession.localstack.cli;

import picocli.CommandLine.Help.Ansi;

/**
 * Colour, where the terminal has it and NO_COLOR does not forbid it.
 *
 * @param ansi decides and draws
 */
record Colors(Ansi ansi) {
  static Colors ofTheTerminal() {
    return new Colors(Ansi.AUTO);
  }

  static Colors none() {
    return new Colors(Ansi.OFF);
  }

  String good(String text) {
    return in("fg(green)", text);
  }

  String bad(String text) {
    return in("fg(red)", text);
  }

  String waiting(String text) {
    return in("fg(yellow)", text);
  }

  String quiet(String text) {
    return in("faint", text);
  }

  String strong(String text) {
    return in("bold", text);
  }

  private String in(String style, String text) {
    return ansi.enabled() ? ansi.string("@|" + style + " " + text + "|@") : text;
  }
}
