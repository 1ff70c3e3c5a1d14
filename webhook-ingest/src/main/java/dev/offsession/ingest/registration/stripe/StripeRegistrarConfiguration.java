package dev.offsession.ingest.registration.stripe;

import com.stripe.StripeClient;
import dev.offsession.ingest.registration.Registrar;
import dev.offsession.platform.settings.SettingException;
import dev.offsession.platform.stripe.StripeAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** For the command only; the service itself registers nothing, and does not find this class. */
@ImportAutoConfiguration(StripeAutoConfiguration.class)
public class StripeRegistrarConfiguration {

  @Bean
  Registrar registrar(ObjectProvider<StripeClient> client) {
    StripeClient stripe = client.getIfAvailable();
    if (stripe == null) {
      throw SettingException.missing("offsession.stripe.secret-key");
    }
    return new StripeRegistrar(stripe);
  }
}
