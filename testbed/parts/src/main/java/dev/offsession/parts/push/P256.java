package dev.offsession.parts.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** The curve of Web Push, with keys as uncompressed points of 65 bytes. */
final class P256 {
  private static final String CURVE = "secp256r1";
  private static final int NUMBER_BYTES = 32;
  static final int POINT_BYTES = 1 + 2 * NUMBER_BYTES;

  private P256() {}

  static KeyPair generate() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(CURVE));
    return generator.generateKeyPair();
  }

  static byte[] point(PublicKey key) {
    var w = ((ECPublicKey) key).getW();
    var point = new byte[POINT_BYTES];
    point[0] = 4;
    put(w.getAffineX(), point, 1);
    put(w.getAffineY(), point, 1 + NUMBER_BYTES);
    return point;
  }

  static PublicKey key(byte[] point) throws GeneralSecurityException {
    if (point.length != POINT_BYTES || point[0] != 4) {
      throw new GeneralSecurityException("not an uncompressed point");
    }
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(CURVE));
    var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + NUMBER_BYTES));
    var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + NUMBER_BYTES, POINT_BYTES));
    var curve = parameters.getParameterSpec(ECParameterSpec.class);
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
  }

  private static void put(BigInteger number, byte[] into, int at) {
    var bytes = number.toByteArray();
    var length = Math.min(bytes.length, NUMBER_BYTES);
    System.arraycopy(bytes, bytes.length - length, into, at + NUMBER_BYTES - length, length);
  }
}
