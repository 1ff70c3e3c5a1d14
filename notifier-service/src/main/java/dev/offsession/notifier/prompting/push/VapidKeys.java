package dev.offsession.notifier.prompting.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The key pair by which push services know us (RFC 8292): P-256, the public key as an uncompressed
 * point, both base64url without padding, as browsers want it.
 */
public final class VapidKeys {
  private static final int NUMBER_BYTES = 32;
  private static final int POINT_BYTES = 1 + 2 * NUMBER_BYTES;
  private static final byte UNCOMPRESSED = 4;

  private final ECPublicKey publicKey;
  private final ECPrivateKey privateKey;

  private VapidKeys(ECPublicKey publicKey, ECPrivateKey privateKey) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  /** A new pair. */
  public static VapidKeys generate() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      return new VapidKeys((ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  /**
   * A pair from its two settings.
   *
   * @throws IllegalArgumentException when either is no key, or they do not belong together
   */
  public static VapidKeys of(String publicKey, String privateKey) {
    try {
      var factory = KeyFactory.getInstance("EC");
      var pair =
          new VapidKeys(
              (ECPublicKey) factory.generatePublic(new ECPublicKeySpec(point(publicKey), curve())),
              (ECPrivateKey)
                  factory.generatePrivate(new ECPrivateKeySpec(number(privateKey), curve())));
      pair.checkThatTheyBelongTogether();
      return pair;
    } catch (GeneralSecurityException _) {
      throw new IllegalArgumentException("not a key pair on the curve P-256");
    }
  }

  /** The public key as browsers want it. */
  public String publicText() {
    var point = new byte[POINT_BYTES];
    point[0] = UNCOMPRESSED;
    put(publicKey.getW().getAffineX(), point, 1);
    put(publicKey.getW().getAffineY(), point, 1 + NUMBER_BYTES);
    return text(point);
  }

  /** The private key. A secret. */
  public String privateText() {
    var bytes = new byte[NUMBER_BYTES];
    put(privateKey.getS(), bytes, 0);
    return text(bytes);
  }

  VAPIDKeyPair pair() {
    return VAPIDKeyPairs.of(
        PrivateKeySources.ofECPrivateKey(privateKey), PublicKeySources.ofECPublicKey(publicKey));
  }

  private void checkThatTheyBelongTogether() throws GeneralSecurityException {
    var probe = "probe".getBytes(US_ASCII);
    if (!verified(publicKey, probe, signed(privateKey, probe))) {
      throw new IllegalArgumentException("the public key is not that of the private key");
    }
  }

  private static byte[] signed(PrivateKey key, byte[] probe) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(probe);
    return signature.sign();
  }

  private static boolean verified(PublicKey key, byte[] probe, byte[] signed)
      throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initVerify(key);
    signature.update(probe);
    return signature.verify(signed);
  }

  private static ECParameterSpec curve() throws GeneralSecurityException {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static ECPoint point(String text) {
    var bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != POINT_BYTES || bytes[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("a public key has 65 bytes and begins with 4");
    }
    return new ECPoint(
        new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + NUMBER_BYTES)),
        new BigInteger(1, Arrays.copyOfRange(bytes, 1 + NUMBER_BYTES, POINT_BYTES)));
  }

  private static BigInteger number(String text) {
    var bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != NUMBER_BYTES) {
      throw new IllegalArgumentException("a private key has 32 bytes");
    }
    return new BigInteger(1, bytes);
  }

  private static void put(BigInteger number, byte[] into, int at) {
    var bytes = number.toByteArray();
    var length = Math.min(bytes.length, NUMBER_BYTES);
    System.arraycopy(bytes, bytes.length - length, into, at + NUMBER_BYTES - length, length);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Shows no key. */
  @Override
  public String toString() {
    return "VapidKeys[]";
  }
}
