package dev.offsession.simulator.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offsession.simulator.engine.Patch;
import dev.offsession.simulator.engine.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDecoderTest {
  @Test
  void nestsBrackets() {
    Params params = FormDecoder.decode("a[b][c]=1&a[b][d]=x%20y&plain=2");

    assertThat(params.object("a").object("b").text("c")).isEqualTo("1");
    assertThat(params.object("a").object("b").text("d")).isEqualTo("x y");
    assertThat(params.integer("plain")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t[]=a&t[]=b", "t[0]=a&t[1]=b", "t%5B%5D=a&t%5B%5D=b"})
  void readsListsInEverySpelling(String form) {
    assertThat(FormDecoder.decode(form).texts("t")).containsExactly("a", "b");
  }

  @Test
  void anEmptyValueUnsets() {
    Params params = FormDecoder.decode("gone=&set=1");

    assertThat(params.patch("gone")).isInstanceOf(Patch.Clear.class);
    assertThat(params.patch("set")).isEqualTo(new Patch.Set<>("1"));
    assertThat(params.patch("absent")).isInstanceOf(Patch.Keep.class);
  }

  @Test
  void metadataIsReadWhole() {
    assertThat(FormDecoder.decode("metadata[a]=1&metadata[b]=").metadata("metadata").pairs())
        .isEqualTo(Map.of("a", "1", "b", ""));
    assertThat(FormDecoder.decode("metadata=").metadata("metadata").clearsAll()).isTrue();
  }

  @Test
  void theCanonicalFormDoesNotDependOnTheOrder() {
    assertThat(FormDecoder.decode("b=2&a[x]=1&a[w]=0").canonical())
        .isEqualTo(FormDecoder.decode("a[w]=0&a[x]=1&b=2").canonical())
        .isNotEqualTo(FormDecoder.decode("a[w]=0&a[x]=1&b=3").canonical());
  }

  @Test
  void whatNobodyAskedForIsRefused() {
    Params params = FormDecoder.decode("known=1&a[b]=1&a[c]=1");
    params.text("known");
    params.object("a").text("b");

    assertThatThrownBy(params::finish)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.error().param()).isEqualTo("a[c]"));
  }

  @Test
  void theLogSeesNoCardAndNoSecret() {
    Params params =
        FormDecoder.decode(
            "card[number]=4242424242424242&card[cvc]=123&client_secret=s"
                + "&payment_method_data[card][number]=4242424242424242&amount=5&key=pk_test_x");

    assertThat(params.forLog())
        .containsEntry("card[number]", "***")
        .containsEntry("card[cvc]", "***")
        .containsEntry("client_secret", "***")
        .containsEntry("payment_method_data[card][number]", "***")
        .containsEntry("key", "***")
        .containsEntry("amount", "5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[b=1", "a=%zz"})
  void brokenFormsAreRefused(String form) {
    assertThatThrownBy(() -> FormDecoder.decode(form)).isInstanceOf(Refusal.class);
  }
}
