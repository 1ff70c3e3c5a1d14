package dev.offsession.ingest.support;

import static java.util.stream.Collectors.toSet;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import dev.offsession.simulator.SimulatorSettings;
import dev.offsession.simulator.StripeSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A simulated Stripe account in which things happen. */
public final class Simulator implements AutoCloseable {

  public static final String KEY = "sk_test_canary_key";

  private final HttpClient http = HttpClient.newHttpClient();
  private final StripeSimulator simulator;
  private final StripeClient client;

  /** An account that tells nobody of its events. */
  public Simulator() {
    simulator = StripeSimulator.start(SimulatorSettings.onFreePort());
    client = StripeClient.builder().setApiKey(KEY).setApiBase(simulator.baseUrl()).build();
  }

  public String baseUrl() {
    return simulator.baseUrl();
  }

  public StripeClient client() {
    return client;
  }

  /** Plays a story that ends with an event of the type. */
  public void happens(String type) throws IOException, InterruptedException {
    control("/_sim/trigger", "{\"type\":\"" + type + "\"}");
  }

  /** A call of the control API. */
  public void control(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl() + path))
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  /** Ids of all its events. */
  public Set<String> eventIds() throws StripeException {
    var list = client.v1().events().list(EventListParams.builder().setLimit(100L).build());
    return StreamSupport.stream(list.autoPagingIterable().spliterator(), false)
        .map(Event::getId)
        .collect(toSet());
  }

  @Override
  public void close() {
    simulator.close();
  }
}
