package dev.offsession.simulator.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link Shop}; the browser and the simulator live as long as the whole run. */
final class InBrowser implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(InBrowser.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    Surroundings surroundings =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Surroundings.class, _ -> Surroundings.start(), Surroundings.class);
    context.getStore(NAMESPACE).put(Shop.class, new Shop(surroundings));
  }

  /**
   * A page that broke its own CSP or raised a script error fails the test, whatever it asserted.
   */
  @Override
  public void afterEach(ExtensionContext context) {
    Shop shop = shopOf(context);
    shop.close();
    if (!shop.complaints().isEmpty()) {
      throw new AssertionError("The browser complained: " + shop.complaints());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shop.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shopOf(context);
  }

  private static Shop shopOf(ExtensionContext context) {
    return Objects.requireNonNull(context.getStore(NAMESPACE).get(Shop.class, Shop.class));
  }

  /** The merchant of one test: its pages in the browser and its backend. */
  static final class Shop {

    private final Surroundings surroundings;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Shop(Surroundings surroundings) {
      this.surroundings = surroundings;
    }

    MerchantBackend backend() {
      return surroundings.backend();
    }

    Surroundings surroundings() {
      return surroundings;
    }

    CheckoutPage page() {
      return page("", new Browser.NewContextOptions());
    }

    CheckoutPage pageWhereChallengesAnswerThemselves(String answer) {
      return page(answer, new Browser.NewContextOptions());
    }

    CheckoutPage phone() {
      return page("", new Browser.NewContextOptions().setViewportSize(320, 720));
    }

    private CheckoutPage page(String automaticAnswer, Browser.NewContextOptions options) {
      BrowserContext context =
          surroundings.chromium().browser().newContext(options.setLocale("en-US"));
      contexts.add(context);
      context.onWebError(error -> complaints.add(error.error()));
      context.onConsoleMessage(message -> {
        if (message.text().contains("Content Security Policy")) {
          complaints.add(message.text());
        }
      });
      var page = context.newPage();
      page.navigate(surroundings.site().page(automaticAnswer).toString());
      return new CheckoutPage(page);
    }

    List<String> complaints() {
      return complaints;
    }

    void close() {
      contexts.forEach(BrowserContext::close);
    }
  }
}
