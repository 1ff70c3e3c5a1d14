package dev.offsession.systemtests.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link Merchant} at one stack, which is started once and ended with the run. */
public final class WithStack implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(WithStack.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Merchant.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Shared.class, _ -> new Shared(), Shared.class)
        .merchant;
  }

  /** Closed by JUnit when the run ends. */
  private static final class Shared implements AutoCloseable {

    private final Merchant merchant = new Merchant(Stack.up(Dev.inTree("shared")));

    @Override
    public void close() {
      merchant.close();
      merchant.stack().down();
    }
  }
}
