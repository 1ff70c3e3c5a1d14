package dev.offsession.ingest.registration.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.ApiMode;
import com.stripe.net.ApiResource;
import com.stripe.net.FormEncoder;
import com.stripe.param.WebhookEndpointListParams;
import dev.offsession.ingest.registration.Registrar;
import dev.offsession.ingest.registration.Registration;
import dev.offsession.ingest.registration.RegistrationException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * {@code /v1/webhook_endpoints} (docs.stripe.com/api/webhook_endpoints). Event types are sent as
 * they are written: stripe-java's own list may be older than a type.
 */
final class StripeRegistrar implements Registrar {

  /** The version our services read; the same as stripe-java's. */
  private static final String API_VERSION = Stripe.API_VERSION;

  private static final String PATH = "/v1/webhook_endpoints";

  private final StripeClient stripe;

  StripeRegistrar(StripeClient stripe) {
    this.stripe = stripe;
  }

  @Override
  public Registration register(String url, List<String> eventTypes) {
    try {
      Optional<WebhookEndpoint> present = find(url);
      return present.isPresent() ? update(present.get(), eventTypes) : create(url, eventTypes);
    } catch (StripeException e) {
      throw new RegistrationException("Stripe did not do it: " + reason(e), e);
    }
  }

  private Optional<WebhookEndpoint> find(String url) throws StripeException {
    var all =
        stripe
            .v1()
            .webhookEndpoints()
            .list(WebhookEndpointListParams.builder().setLimit(100L).build())
            .autoPagingIterable();
    return StreamSupport.stream(all.spliterator(), false)
        .filter(endpoint -> endpoint.getUrl().equals(url))
        .findFirst();
  }

  private Registration create(String url, List<String> eventTypes) throws StripeException {
    Map<String, Object> params =
        Map.of(
            "url", url,
            "enabled_events", eventTypes,
            "api_version", API_VERSION,
            "description", "Offsession webhook-ingest");
    WebhookEndpoint created = post(PATH, params);
    return new Registration.Created(created.getId(), created.getSecret());
  }

  private Registration update(WebhookEndpoint present, List<String> eventTypes)
      throws StripeException {
    String version = Objects.requireNonNullElse(present.getApiVersion(), "the account's default");
    if (!version.equals(API_VERSION)) {
      return new Registration.OtherVersion(present.getId(), version);
    }
    boolean same = new HashSet<>(present.getEnabledEvents()).equals(new HashSet<>(eventTypes));
    if (same && "enabled".equals(present.getStatus())) {
      return new Registration.Unchanged(present.getId());
    }
    post(PATH + "/" + present.getId(), Map.of("enabled_events", eventTypes, "disabled", false));
    return new Registration.Updated(present.getId());
  }

  private WebhookEndpoint post(String path, Map<String, Object> params) throws StripeException {
    String content = FormEncoder.createQueryString(params);
    var answer = stripe.rawRequest(ApiResource.RequestMethod.POST, path, content);
    return (WebhookEndpoint) stripe.deserialize(answer.body(), ApiMode.V1);
  }

  /** Stripe's own messages may repeat parts of a key. */
  private static String reason(StripeException e) {
    String code = e.getCode() == null ? "" : ", " + e.getCode();
    return e.getClass().getSimpleName() + ", status " + e.getStatusCode() + code;
  }
}
