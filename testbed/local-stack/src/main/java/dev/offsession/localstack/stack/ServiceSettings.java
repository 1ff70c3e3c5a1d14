package dev.offsession.localstack.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/** The services' settings in the local stack, as environment variables. */
final class ServiceSettings {
  /** One pair for all services of this run, however often one of them is started again. */
  private static final VapidKeys VAPID = VapidKeys.generate();

  private final Addresses addresses;
  private final StripeSide stripe;

  ServiceSettings(Addresses addresses, StripeSide stripe) {
    this.addresses = addresses;
    this.stripe = stripe;
  }

  Map<String, String> of(Service service) {
    Map<String, String> settings = common(service);
    switch (service) {
      case PAYMENT_COLLECTOR -> {
        stripeApi(settings);
        database(settings, "offsession_collector");
        merchant(settings);
        settings.put("OFFSESSION_STRIPE_PUBLISHABLE_KEY", stripe.publishableKey());
        settings.put("OFFSESSION_API_KEY", Credentials.API_KEY);
        settings.put("OFFSESSION_INTERNAL_API_KEY", Credentials.INTERNAL_API_KEY);
        settings.put("OFFSESSION_PAYMENT_COLLECTOR_URL", addresses.collector().toString());
        settings.put("OFFSESSION_NOTIFIER_URL", addresses.notifier().toString());
        settings.put("OFFSESSION_PUSH_VAPID_PUBLIC_KEY", VAPID.publicKey());
        if (stripe instanceof StripeSide.Simulated) {
          settings.put(
              "OFFSESSION_STRIPE_JS_URL",
              addresses.simulator().resolve("/js/stripe-sim.js").toString());
        }
      }
      case CHARGE_WORKER -> {
        stripeApi(settings);
        database(settings, "offsession_charges");
        settings.put("OFFSESSION_API_KEY", Credentials.API_KEY);
        // A retry "day" of two seconds: the plans of the retry table play out while one watches.
        settings.put("OFFSESSION_CHARGING_RETRY_DAY", "2s");
        settings.put("OFFSESSION_CHARGING_UNKNOWN_CUSTOMER_GRACE", "3s");
      }
      case WEBHOOK_INGEST -> {
        stripeApi(settings);
        settings.put("OFFSESSION_STRIPE_WEBHOOK_SECRET", stripe.webhookSecret());
        settings.put("OFFSESSION_API_KEY", Credentials.API_KEY);
        // The simulator's endpoint takes all types, so the backfill fetches all, too.
        settings.put("OFFSESSION_INGEST_EVENT_TYPES", "*");
      }
      case NOTIFIER -> {
        database(settings, "offsession_notifier");
        merchant(settings);
        settings.put("OFFSESSION_API_KEY", Credentials.API_KEY);
        settings.put("OFFSESSION_INTERNAL_API_KEY", Credentials.INTERNAL_API_KEY);
        settings.put("OFFSESSION_PAYMENT_COLLECTOR_URL", addresses.collector().toString());
        settings.put("OFFSESSION_CHARGE_WORKER_URL", addresses.chargeWorker().toString());
        settings.put("OFFSESSION_SMTP_HOST", "127.0.0.1");
        settings.put("OFFSESSION_SMTP_PORT", Integer.toString(Port.SMTP.on(addresses.base())));
        settings.put("OFFSESSION_SMTP_STARTTLS", "false");
        settings.put("OFFSESSION_MAIL_FROM", "payments@shop.example");
        settings.put("OFFSESSION_PUSH_VAPID_PUBLIC_KEY", VAPID.publicKey());
        settings.put("OFFSESSION_PUSH_VAPID_PRIVATE_KEY", VAPID.privateKey());
        settings.put("OFFSESSION_PUSH_SUBJECT", "mailto:support@shop.example");
      }
    }
    return settings;
  }

  private Map<String, String> common(Service service) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("SPRING_PROFILES_ACTIVE", "dev");
    settings.put("SERVER_ADDRESS", "127.0.0.1");
    settings.put("SERVER_PORT", Integer.toString(service.port().on(addresses.base())));
    settings.put("OFFSESSION_KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
    settings.put("OFFSESSION_SCHEMA_REGISTRY_URL", addresses.registry());
    return settings;
  }

  private void stripeApi(Map<String, String> settings) {
    settings.put("OFFSESSION_STRIPE_SECRET_KEY", stripe.secretKey());
    if (stripe instanceof StripeSide.Simulated) {
      settings.put("OFFSESSION_STRIPE_API_BASE", addresses.simulator().toString());
    }
  }

  private void database(Map<String, String> settings, String name) {
    settings.put("OFFSESSION_MONGODB_URI", addresses.mongo());
    settings.put("OFFSESSION_MONGODB_DATABASE", name);
  }

  private static void merchant(Map<String, String> settings) {
    settings.put("OFFSESSION_MERCHANT_NAME", "Offsession demo shop");
    settings.put("OFFSESSION_MERCHANT_SUPPORT_CONTACT", "support@shop.example");
  }
}
