package dev.offsession.localstack.stack;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * The key pair by which a push service knows the stack (RFC 8292), made anew in each run.
 *
 * @param publicKey uncompressed P-256 point, in base64url
 * @param privateKey 32 bytes, in base64url
 */
record VapidKeys(String publicKey, String privateKey) {
  private static final int FIELD_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;

  static VapidKeys generate() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var point = ((ECPublicKey) pair.getPublic()).getW();
      var bytes = new byte[1 + 2 * FIELD_BYTES];
      bytes[0] = UNCOMPRESSED;
      System.arraycopy(field(point.getAffineX()), 0, bytes, 1, FIELD_BYTES);
      System.arraycopy(field(point.getAffineY()), 0, bytes, 1 + FIELD_BYTES, FIELD_BYTES);
      return new VapidKeys(text(bytes), text(field(((ECPrivateKey) pair.getPrivate()).getS())));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has P-256", impossible);
    }
  }

  /**
   * A number as 32 bytes: without the sign that Java puts in front, with the zeros it leaves out.
   */
  private static byte[] field(BigInteger number) {
    var given = number.toByteArray();
    var bytes = new byte[FIELD_BYTES];
    var length = Math.min(given.length, FIELD_BYTES);
    System.arraycopy(given, given.length - length, bytes, FIELD_BYTES - length, length);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Holds a secret. */
  @Override
  public String toString() {
    return "VapidKeys[" + publicKey + "]";
  }
}
