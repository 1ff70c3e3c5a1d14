package dev.offsession.notifier.prompting.http;

import dev.offsession.notifier.prompting.domain.ChargeLookup;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.RequestId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Asks charge-worker how a charge stands. */
public final class ChargeWorkerClient implements ChargeLookup {
  private static final Pattern STATE_NAME = Pattern.compile("[A-Z][A-Z_]{0,39}");

  private final RestClient worker;

  /** Talks to charge-worker; the client knows the address and the key. */
  public ChargeWorkerClient(RestClient worker) {
    this.worker = worker;
  }

  private record Charge(@Nullable String state) {}

  @Override
  public Answer stateOf(RequestId request) {
    try {
      var charge =
          worker.get().uri("/v1/charges/{id}", request.value()).retrieve().body(Charge.class);
      return charge == null || charge.state() == null ? unreadable() : read(charge.state());
    } catch (HttpClientErrorException.NotFound _) {
      return new Answer.Unknown();
    } catch (RestClientResponseException e) {
      return new Answer.Unavailable("worker_" + e.getStatusCode().value());
    } catch (RestClientException _) {
      return new Answer.Unavailable("worker_unreachable");
    }
  }

  private static Answer read(String state) {
    return switch (state) {
      case "AUTHENTICATION_REQUIRED" -> new Answer.Needs(PromptKind.AUTHENTICATE);
      case "PAYMENT_METHOD_REQUIRED" -> new Answer.Needs(PromptKind.NEW_PAYMENT_METHOD);
      // A late try of the refused card: when it fails too, the customer is needed as before, and no
      // further event says so.
      case "CREATED", "CONFIRMING" -> new Answer.Unavailable("charge_confirming");
      default -> STATE_NAME.matcher(state).matches() ? new Answer.NeedsNobody(state) : unreadable();
    };
  }

  private static Answer unreadable() {
    return new Answer.Unavailable("worker_answer_unreadable");
  }
}
