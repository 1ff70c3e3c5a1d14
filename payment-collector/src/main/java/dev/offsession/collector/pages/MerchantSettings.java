package dev.offsession.collector.pages;

import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who asks for the money, as customers read and see it.
 *
 * @param name the merchant's name
 * @param supportContact where customers get help: an e-mail address, a telephone number or a URL
 * @param logoUrl picture beside the name, by https; null shows the name's first letter instead
 * @param accentColour colour of buttons and links as {@code #rrggbb}; white text must be readable
 *     on it
 * @param legalName name of the company behind the shop, where it differs
 * @param languages language codes offered to customers, the first for everybody else; empty offers
 *     every language that has texts
 */
@ConfigurationProperties("offsession.merchant")
public record MerchantSettings(
    String name,
    String supportContact,
    @Nullable String logoUrl,
    @DefaultValue("#1f5fbf") String accentColour,
    @Nullable String legalName,
    @DefaultValue List<String> languages) {
  private static final double READABLE = 4.5;

  /** Refuses missing and unusable values with a sentence. */
  public MerchantSettings {
    name = Setting.required("offsession.merchant.name", name);
    supportContact = Setting.required("offsession.merchant.support-contact", supportContact);
    logoUrl = blankToNull(logoUrl);
    legalName = blankToNull(legalName);
    languages = languages.stream().map(String::strip).toList();
    if (logoUrl != null && !isHttps(logoUrl)) {
      throw SettingException.wrong(
          "offsession.merchant.logo-url", "must be an address that starts with https");
    }
    if (!Colour.isValid(accentColour)) {
      throw SettingException.wrong(
          "offsession.merchant.accent-colour", "must look like #1f5fbf: # and six hex digits");
    }
    if (Colour.of(accentColour).contrastTo(Colour.WHITE) < READABLE) {
      throw SettingException.wrong(
          "offsession.merchant.accent-colour",
          "must be darker: white text on it needs a contrast of 4.5 to 1");
    }
  }

  /** The accent colour, checked. */
  Colour accent() {
    return Colour.of(accentColour);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static boolean isHttps(String url) {
    try {
      var uri = URI.create(url);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
