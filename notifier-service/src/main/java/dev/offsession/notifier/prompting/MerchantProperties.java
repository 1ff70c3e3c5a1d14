package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.Colour;
import dev.offsession.notifier.prompting.words.Languages;
import dev.offsession.notifier.prompting.words.SafeText;
import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who charges, as customers know them.
 *
 * @param supportContact an e-mail address, a number or a page; an address also gets the answers
 * @param logoUrl an https address; null for the name alone
 * @param accentColour of the button, such as #1f4fbf; white text must be readable on it
 * @param legalName who runs the shop; null where that goes without saying
 * @param languages codes of those customers are written in, the first for everybody else; empty for
 *     all that there are
 */
@ConfigurationProperties("offsession.merchant")
record MerchantProperties(
    String name,
    String supportContact,
    @Nullable String logoUrl,
    @DefaultValue("#1f4fbf") String accentColour,
    @Nullable String legalName,
    @DefaultValue List<String> languages) {
  private static final double CONTRAST_MIN = 4.5;

  MerchantProperties {
    name = Setting.required("offsession.merchant.name", name);
    supportContact = Setting.required("offsession.merchant.support-contact", supportContact);
    logoUrl = isBlank(logoUrl) ? null : logoUrl;
    legalName = isBlank(legalName) ? null : legalName;
    if (logoUrl != null && !isHttps(logoUrl)) {
      throw SettingException.wrong(
          "offsession.merchant.logo-url", "must be an address that starts with https");
    }
    checkAccent(accentColour);
    checkLanguages(languages);
  }

  Brand brand() {
    return new Brand(
        SafeText.oneLine(name),
        legalName == null ? null : SafeText.oneLine(legalName),
        SafeText.oneLine(supportContact),
        logoUrl == null ? null : URI.create(logoUrl.strip()),
        new Colour(accentColour));
  }

  Languages words() {
    return languages.isEmpty() ? Languages.all() : Languages.of(languages);
  }

  private static void checkAccent(String accent) {
    try {
      if (new Colour(accent).contrastWithWhite() < CONTRAST_MIN) {
        throw SettingException.wrong(
            "offsession.merchant.accent-colour",
            "is too light for white text: its contrast must be at least 4.5 to 1");
      }
    } catch (IllegalArgumentException _) {
      throw SettingException.wrong(
          "offsession.merchant.accent-colour", "must be a colour such as #1f4fbf");
    }
  }

  private static void checkLanguages(List<String> codes) {
    try {
      Languages.of(codes);
    } catch (IllegalArgumentException _) {
      throw SettingException.wrong(
          "offsession.merchant.languages",
          "must name languages that have texts, by their codes, such as ja,en");
    }
  }

  private static boolean isHttps(String text) {
    try {
      var address = URI.create(text.strip());
      return "https".equals(address.getScheme()) && address.getHost() != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
