package dev.offsession.collector.links.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret part of a link: 256 random bits in URL-safe Base64. Stored only as its hash. */
public record LinkToken(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Refuses a text that no token can have. */
  public LinkToken {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a link token");
    }
  }

  /** A new random token. */
  public static LinkToken random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token in a URL, or empty when the text cannot be one. */
  public static Optional<LinkToken> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
  }

  /** SHA-256 in hex: what the store keeps. 256 random bits need no salt. */
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Never the token itself. */
  @Override
  public String toString() {
    return "LinkToken[secret]";
  }
}
