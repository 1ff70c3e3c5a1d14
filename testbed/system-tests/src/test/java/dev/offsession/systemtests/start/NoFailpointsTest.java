package dev.offsession.systemtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.failpoints.Failpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failpoints are for crash runs only: the jars that are deployed have never heard of them. */
class NoFailpointsTest {
  private static final String PACKAGE = Failpoint.class.getPackageName().replace('.', '/');

  @ParameterizedTest
  @EnumSource(Service.class)
  void theDeployedJarKnowsNoFailpoint(Service service) throws IOException {
    List<String> found = new ArrayList<>();

    try (InputStream jar = Files.newInputStream(service.jar())) {
      search(service.jar().getFileName().toString(), jar, found);
    }

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void theSearchReachesOurOwnClasses(Service service) throws IOException {
    List<String> seen = new ArrayList<>();

    try (InputStream jar = Files.newInputStream(service.jar())) {
      names(jar, seen);
    }

    assertThat(seen).anyMatch(name -> name.contains("dev/offsession/platform/"));
  }

  private static void search(String where, InputStream in, List<String> found) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = where + "!" + entry.getName();
      byte[] content = zip.readAllBytes();
      if (entry.getName().endsWith(".jar")) {
        search(name, new ByteArrayInputStream(content), found);
      } else if (new String(content, StandardCharsets.ISO_8859_1).contains(PACKAGE)
          || entry.getName().contains(PACKAGE)) {
        found.add(name);
      }
    }
  }

  private static void names(InputStream in, List<String> seen) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      seen.add(entry.getName());
      if (Path.of(entry.getName()).getFileName().toString().startsWith("platform-")) {
        names(new ByteArrayInputStream(zip.readAllBytes()), seen);
      }
    }
  }
}
