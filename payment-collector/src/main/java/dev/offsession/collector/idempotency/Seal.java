package dev.offsession.collector.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes answers so that only a caller who sends the same idempotency key again, to a service with
 * the same API key, can open them. Answers hold client secrets, and the store shall not.
 */
final class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] master;

  /**
   * @param apiKey the secret all sealing keys are made from; another one opens nothing
   */
  Seal(String apiKey) {
    this.master = apiKey.getBytes(StandardCharsets.UTF_8);
  }

  /** A name under which the answer of this key is kept; the key cannot be read from it. */
  String nameOf(String scope, String key) {
    return HexFormat.of().formatHex(derived("name", scope, key));
  }

  /** Hash of a body; equal for equal bodies only. */
  String fingerprint(byte[] body) {
    return HexFormat.of().formatHex(mac(master, body));
  }

  String close(String scope, String key, byte[] answer) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    var closed = cipher(Cipher.ENCRYPT_MODE, scope, key, nonce, answer);
    var sealed = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
    System.arraycopy(closed, 0, sealed, NONCE_BYTES, closed.length);
    return Base64.getEncoder().encodeToString(sealed);
  }

  byte[] open(String scope, String key, String text) {
    var sealed = Base64.getDecoder().decode(text);
    var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    var closed = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return cipher(Cipher.DECRYPT_MODE, scope, key, nonce, closed);
  }

  private byte[] cipher(int mode, String scope, String key, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var secret = new SecretKeySpec(derived("seal", scope, key), "AES");
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the kept answer cannot be sealed or opened", broken);
    }
  }

  private byte[] derived(String use, String scope, String key) {
    var text = use + "\0" + scope + "\0" + key;
    return mac(master, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(byte[] secret, byte[] text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }
}
