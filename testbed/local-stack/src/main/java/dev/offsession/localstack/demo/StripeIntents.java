package dev.offsession.localstack.demo;

import dev.offsession.localstack.stack.StripeSide;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.json.JsonMapper;

/** Reads PaymentIntents at the simulator, as anybody with the account's key could at Stripe. */
record StripeIntents(URI stripe) {
  String status(String paymentIntentId) {
    var request =
        HttpRequest.newBuilder(stripe.resolve("/v1/payment_intents/" + paymentIntentId))
            .header("Authorization", "Bearer " + StripeSide.Simulated.fresh().secretKey())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString()).body();
      return JsonMapper.shared().readTree(answer).path("status").asString("unknown");
    } catch (IOException _) {
      throw new SceneStuckException("Stripe did not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SceneStuckException("interrupted");
    }
  }
}
