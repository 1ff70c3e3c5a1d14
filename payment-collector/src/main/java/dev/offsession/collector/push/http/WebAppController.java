package dev.offsession.collector.push.http;

import dev.offsession.collector.pages.MerchantSettings;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a telephone needs to keep the page on its home screen; an iPhone takes push only there. */
@RestController
@Hidden
final class WebAppController {
  private final WebApp app;

  WebAppController(MerchantSettings merchant) {
    this.app =
        new WebApp(
            merchant.name(),
            merchant.name(),
            "standalone",
            merchant.accentColour(),
            List.of(new Icon("/assets/icon-192.png", "192x192", "image/png")));
  }

  record Icon(String src, String sizes, String type) {}

  /** The members of a web app manifest: w3.org/TR/appmanifest. */
  record WebApp(
      String name, String shortName, String display, String themeColor, List<Icon> icons) {}

  @GetMapping(path = "/app.webmanifest", produces = "application/manifest+json")
  ResponseEntity<WebApp> manifest() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(app);
  }
}
