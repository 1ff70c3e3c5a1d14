package dev.offsession.simulator.http;

import dev.offsession.simulator.engine.ApiError;
import dev.offsession.simulator.engine.ErrorType;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.render.View;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** API keys: any test key is welcome, a live key never. */
final class Keys {
  private static final Pattern SECRET = Pattern.compile("(sk|rk)_test_\\w+");
  private static final Pattern PUBLISHABLE = Pattern.compile("pk_test_\\w+");
  private static final Pattern LIVE = Pattern.compile("(sk|rk|pk)_live_.*");

  private Keys() {}

  /** Who calls, by the key in the header or, as browsers may send it, in the parameters. */
  static View identify(RawRequest request, Params params) {
    String inParameters = params.text("key");
    String key = fromHeader(request.header("authorization"));
    return view(key == null ? inParameters : key);
  }

  /** Refuses a publishable key where the secret key is needed. */
  static void check(View view, Access access) {
    if (view == View.PUBLISHABLE && access == Access.SERVER) {
      throw refusal(
          403,
          "secret_key_required",
          "This API call cannot be made with a publishable API key. Please use a secret API key.");
    }
  }

  private static View view(@Nullable String key) {
    if (key == null) {
      throw refusal(
          401,
          null,
          "You did not provide an API key. You need to provide your API key in the Authorization"
              + " header, using Bearer auth.");
    }
    if (LIVE.matcher(key).matches()) {
      throw refusal(
          401, null, "Invalid API Key provided: this is a simulator and refuses live keys.");
    }
    if (PUBLISHABLE.matcher(key).matches()) {
      return View.PUBLISHABLE;
    }
    if (SECRET.matcher(key).matches()) {
      return View.SECRET;
    }
    throw refusal(401, null, "Invalid API Key provided: " + masked(key));
  }

  private static @Nullable String fromHeader(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (header.startsWith("Bearer ")) {
      return header.substring("Bearer ".length()).strip();
    }
    return header.startsWith("Basic ") ? user(header.substring("Basic ".length())) : header;
  }

  private static String user(String credentials) {
    try {
      byte[] plain = Base64.getDecoder().decode(credentials.strip());
      return new String(plain, StandardCharsets.UTF_8).split(":", 2)[0];
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static String masked(String key) {
    return key.substring(0, Math.min(3, key.length())) + "****";
  }

  private static Refusal refusal(int status, @Nullable String code, String message) {
    return new Refusal(
        status, ApiError.plain(ErrorType.INVALID_REQUEST_ERROR, code, message, null), false);
  }
}
