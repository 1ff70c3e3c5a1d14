package dev.offsession.parts.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser's half of a subscription: its keys, and how it reads a push (RFC 8291, RFC 8188). */
final class PushDevice {
  private static final int AUTH_BYTES = 16;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte LAST_RECORD = 2;

  private final KeyPair keys;
  private final byte[] auth;

  PushDevice() {
    this(newKeys(), new byte[AUTH_BYTES]);
    new SecureRandom().nextBytes(auth);
  }

  PushDevice(KeyPair keys, byte[] auth) {
    this.keys = keys;
    this.auth = auth;
  }

  private static KeyPair newKeys() {
    try {
      return P256.generate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  String p256dh() {
    return text(P256.point(keys.getPublic()));
  }

  String auth() {
    return text(auth);
  }

  /**
   * What the sender wrote.
   *
   * @throws GeneralSecurityException when it was not written for this device, or was changed
   */
  byte[] read(byte[] body) throws GeneralSecurityException {
    var in = ByteBuffer.wrap(body);
    var salt = bytes(in, SALT_BYTES);
    int recordSize = in.getInt();
    var sender = bytes(in, in.get() & 0xff);
    if (in.remaining() > recordSize) {
      throw new GeneralSecurityException("more than one record");
    }
    var key = inputKey(sender);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(
            derive(key, salt, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), KEY_BYTES),
            "AES"),
        new GCMParameterSpec(
            TAG_BITS,
            derive(key, salt, "Content-Encoding: nonce\0".getBytes(US_ASCII), NONCE_BYTES)));
    return unpadded(cipher.doFinal(bytes(in, in.remaining())));
  }

  /** Both public keys and the shared secret go into it (RFC 8291, 3.3 and 3.4). */
  private byte[] inputKey(byte[] sender) throws GeneralSecurityException {
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(P256.key(sender), true);
    var info = new ByteArrayOutputStream();
    info.writeBytes("WebPush: info\0".getBytes(US_ASCII));
    info.writeBytes(P256.point(keys.getPublic()));
    info.writeBytes(sender);
    return derive(agreement.generateSecret(), auth, info.toByteArray(), 32);
  }

  private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(secret).thenExpand(info, length));
  }

  private static byte[] unpadded(byte[] plain) throws GeneralSecurityException {
    int end = plain.length - 1;
    while (end >= 0 && plain[end] == 0) {
      end--;
    }
    if (end < 0 || plain[end] != LAST_RECORD) {
      throw new GeneralSecurityException("the record is not the last one");
    }
    return Arrays.copyOf(plain, end);
  }

  private static byte[] bytes(ByteBuffer in, int length) throws GeneralSecurityException {
    if (length > in.remaining()) {
      throw new GeneralSecurityException("the body ends too soon");
    }
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
