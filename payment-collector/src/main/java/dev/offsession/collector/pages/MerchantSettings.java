package dev.offsession.collector.pages;

import dev.offsession.platform.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who asks for the money, as customers read it.
 *
 * @param name the merchant's name
 * @param supportContact where customers get help: an e-mail address, a telephone number or a URL
 */
@ConfigurationProperties("offsession.merchant")
public record MerchantSettings(String name, String supportContact) {
  /** Refuses missing values with a sentence. */
  public MerchantSettings {
    name = Setting.required("offsession.merchant.name", name);
    supportContact = Setting.required("offsession.merchant.support-contact", supportContact);
  }
}
