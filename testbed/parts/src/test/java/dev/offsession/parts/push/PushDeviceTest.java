package dev.offsession.parts.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PushDeviceTest {
  /** The example of RFC 8291, section 5. */
  private static final String PUBLIC =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

  private static final String PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String BODY =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6"
          + "TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_"
          + "Qulcy4a-fN";

  @Test
  void readsTheExampleOfTheStandard() throws Exception {
    var device = new PushDevice(keys(), Base64.getUrlDecoder().decode(AUTH));

    assertThat(new String(device.read(Base64.getUrlDecoder().decode(BODY)), UTF_8))
        .isEqualTo("When I grow up, I want to be a watermelon");
    assertThat(device.p256dh()).isEqualTo(PUBLIC);
  }

  @Test
  void readsNothingThatWasWrittenForAnother() {
    assertThatExceptionOfType(GeneralSecurityException.class)
        .isThrownBy(() -> new PushDevice().read(Base64.getUrlDecoder().decode(BODY)));
  }

  @Test
  void readsNothingThatWasChanged() throws Exception {
    var device = new PushDevice(keys(), Base64.getUrlDecoder().decode(AUTH));
    var changed = Base64.getUrlDecoder().decode(BODY);
    changed[changed.length - 1] ^= 1;

    assertThatExceptionOfType(GeneralSecurityException.class)
        .isThrownBy(() -> device.read(changed));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    var secret =
        new ECPrivateKeySpec(
            new BigInteger(1, Base64.getUrlDecoder().decode(PRIVATE)),
            parameters.getParameterSpec(ECParameterSpec.class));
    return new KeyPair(
        P256.key(Base64.getUrlDecoder().decode(PUBLIC)),
        KeyFactory.getInstance("EC").generatePrivate(secret));
  }
}
