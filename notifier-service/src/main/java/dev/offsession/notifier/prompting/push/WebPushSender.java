package dev.offsession.notifier.prompting.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptSender;
import dev.offsession.notifier.prompting.domain.PushSubscription;
import dev.offsession.notifier.prompting.domain.PushSubscriptions;
import dev.offsession.notifier.prompting.words.Languages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends prompts to every device on which the customer allowed notifications (RFC 8030, encrypted by
 * RFC 8291, signed by RFC 8292). One device that takes it is enough. A subscription that its
 * service no longer knows is forgotten.
 */
public final class WebPushSender implements PromptSender {
  private static final Logger log = LoggerFactory.getLogger(WebPushSender.class);
  private static final Duration SIGNATURE_LASTS = Duration.ofHours(12);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final PushSettings settings;
  private final VAPIDKeyPair keys;
  private final Brand brand;
  private final Languages languages;
  private final PushSubscriptions subscriptions;
  private final Clock clock;
  private final HttpClient http;

  /** Sends in the name of the keys' owner. */
  public WebPushSender(
      PushSettings settings,
      Brand brand,
      Languages languages,
      PushSubscriptions subscriptions,
      Clock clock) {
    this.settings = settings;
    this.keys = settings.keys().pair();
    this.brand = brand;
    this.languages = languages;
    this.subscriptions = subscriptions;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  @Override
  public DeliveryResult send(Prompt prompt, Contact contact, CustomerLink link) {
    var note = PushNote.of(prompt, contact, link, brand, languages);
    var timeToLive = timeToLive(prompt, link);
    return PushAnswers.together(
        contact.pushSubscriptions().stream()
            .map(device -> {
              var answer = push(note, timeToLive, device);
              if (answer instanceof PushAnswers.Gone) {
                forget(prompt, device);
              }
              return answer;
            })
            .toList());
  }

  /** A push that arrives when nothing can be done any more would only annoy. */
  private Duration timeToLive(Prompt prompt, CustomerLink link) {
    var deadline = prompt.facts().deadline();
    var end =
        Stream.of(
                clock.instant().plus(settings.timeToLiveMax()),
                link.expiresAt(),
                deadline == null ? Instant.MAX : deadline)
            .min(Instant::compareTo)
            .orElseThrow();
    var left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private PushAnswers.Answer push(PushNote note, Duration timeToLive, PushSubscription device) {
    if (!settings.endpoints().allow(device.endpoint())) {
      return new PushAnswers.Never("push_endpoint_unknown");
    }
    try {
      var request = request(note, timeToLive, device);
      return PushAnswers.of(http.send(request, BodyHandlers.discarding()).statusCode());
    } catch (ConnectException | HttpConnectTimeoutException _) {
      return new PushAnswers.Later("push_unreachable");
    } catch (IOException _) {
      return new PushAnswers.Silence("push_no_answer");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new PushAnswers.Silence("push_interrupted");
    } catch (RuntimeException e) {
      log.warn("push to {} cannot be encrypted: {}", device, e.getClass().getSimpleName());
      return new PushAnswers.Never("push_keys_invalid");
    }
  }

  private HttpRequest request(PushNote note, Duration timeToLive, PushSubscription device) {
    return StandardHttpClientRequestPreparer.getBuilder()
        .pushSubscription(subscription(device))
        .vapidJWTExpirationTime(clock.instant().plus(SIGNATURE_LASTS))
        .vapidJWTSubject(settings.subject())
        .pushMessage(JSON.writeValueAsBytes(note))
        .ttl(timeToLive.toSeconds(), TimeUnit.SECONDS)
        .urgencyHigh()
        .topic(note.tag())
        .build(keys)
        .toRequestBuilder()
        .timeout(settings.answerTimeout())
        .build();
  }

  private static com.zerodeplibs.webpush.PushSubscription subscription(PushSubscription device) {
    var keys = new com.zerodeplibs.webpush.PushSubscription.Keys();
    keys.setP256dh(device.p256dh());
    keys.setAuth(device.auth());
    var subscription = new com.zerodeplibs.webpush.PushSubscription();
    subscription.setEndpoint(device.endpoint());
    subscription.setKeys(keys);
    return subscription;
  }

  private void forget(Prompt prompt, PushSubscription device) {
    log.info("prompt {}: {} is gone", prompt.id(), device);
    subscriptions.remove(prompt.facts().customerReference(), device.id());
  }
}
