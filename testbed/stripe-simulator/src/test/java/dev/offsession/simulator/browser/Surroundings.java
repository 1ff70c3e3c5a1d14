package dev.offsession.simulator.browser;

import dev.offsession.simulator.SimulatorSettings;
import dev.offsession.simulator.StripeSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** What all browser tests share: a simulator, a merchant's site and backend, and a browser. */
final class Surroundings implements AutoCloseable {

  private final StripeSimulator stripe = StripeSimulator.start(SimulatorSettings.onFreePort());
  private final Chromium chromium = new Chromium();
  private final MerchantBackend backend = new MerchantBackend(simulator());
  private final MerchantSite site;

  private Surroundings() throws IOException {
    site = new MerchantSite(simulator());
  }

  static Surroundings start() {
    try {
      return new Surroundings();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  URI simulator() {
    return URI.create(stripe.baseUrl());
  }

  Chromium chromium() {
    return chromium;
  }

  MerchantBackend backend() {
    return backend;
  }

  MerchantSite site() {
    return site;
  }

  @Override
  public void close() {
    chromium.close();
    site.close();
    stripe.close();
  }
}
