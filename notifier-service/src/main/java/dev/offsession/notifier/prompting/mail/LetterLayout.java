package dev.offsession.notifier.prompting.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays a letter out as text and as HTML. Everything in it is escaped for where it stands. */
final class LetterLayout {
  private final TemplateEngine html = engine(TemplateMode.HTML, ".html");
  private final TemplateEngine text = engine(TemplateMode.TEXT, ".txt");

  String html(Letter letter) {
    return render(html, letter);
  }

  String text(Letter letter) {
    return render(text, letter);
  }

  private static String render(TemplateEngine engine, Letter letter) {
    return engine.process(
        "letter", new Context(Locale.forLanguageTag(letter.language()), Map.of("letter", letter)));
  }

  private static TemplateEngine engine(TemplateMode mode, String suffix) {
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("mail/");
    resolver.setSuffix(suffix);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    var engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
