package dev.offsession.failpoints;

import dev.offsession.failpoints.runtime.Action;
import dev.offsession.failpoints.runtime.Armed;
import dev.offsession.failpoints.runtime.Trap;
import dev.offsession.failpoints.runtime.TrappedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of a service's unpacked jar with failpoints in it. The original is only read, and stays
 * what production runs: it has no failpoint, and no switch for one.
 */
public final class WovenJar {
  private static final List<Class<?>> RUNTIME =
      List.of(Trap.class, Armed.class, Armed.Fired.class, Action.class, TrappedException.class);

  private final Path serviceJar;
  private final Map<String, Set<String>> methods;

  private WovenJar(Path serviceJar, List<Failpoint> points) {
    this.serviceJar = serviceJar;
    this.methods =
        points.stream()
            .collect(
                Collectors.groupingBy(
                    point -> entryOf(point.owner()),
                    Collectors.mapping(Failpoint::method, Collectors.toSet())));
  }

  /**
   * Writes the copy beside the original, whose libraries it shares. A class of a library that has
   * failpoints goes into the copy, which is first on the class path.
   *
   * @param serviceJar unpacked: its manifest names its libraries
   * @return the copy
   */
  public static Path weave(Path serviceJar, List<Failpoint> points) {
    Path woven = serviceJar.resolveSibling("woven.jar");
    try {
      new WovenJar(serviceJar, points).write(woven);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return woven;
  }

  private void write(Path woven) throws IOException {
    try (JarFile service = new JarFile(serviceJar.toFile());
        OutputStream file = Files.newOutputStream(woven);
        JarOutputStream out = new JarOutputStream(file, service.getManifest())) {
      Map<String, Set<String>> missing = new HashMap<>(methods);
      copy(service, out, missing);
      for (Path library : libraries(service)) {
        takeFrom(library, out, missing);
      }
      if (!missing.isEmpty()) {
        throw new IllegalStateException(serviceJar + " has no " + missing.keySet());
      }
      for (Class<?> each : RUNTIME) {
        put(out, entryOf(each.getName()), ownBytes(each));
      }
    }
  }

  /** Folders too: without their entries Spring finds no component in a jar. */
  private void copy(JarFile service, JarOutputStream out, Map<String, Set<String>> missing)
      throws IOException {
    Enumeration<JarEntry> entries = service.entries();
    while (entries.hasMoreElements()) {
      JarEntry entry = entries.nextElement();
      if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
        put(out, entry.getName(), woven(service, entry, missing));
      }
    }
  }

  private static void takeFrom(Path library, JarOutputStream out, Map<String, Set<String>> missing)
      throws IOException {
    try (JarFile jar = new JarFile(library.toFile())) {
      for (String name : new ArrayList<>(missing.keySet())) {
        JarEntry entry = jar.getJarEntry(name);
        if (entry != null) {
          put(out, name, woven(jar, entry, missing));
        }
      }
    }
  }

  private static byte[] woven(JarFile jar, JarEntry entry, Map<String, Set<String>> missing)
      throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] original = in.readAllBytes();
      Set<String> wanted = missing.remove(entry.getName());
      return wanted == null ? original : Weaver.weave(original, wanted);
    }
  }

  private List<Path> libraries(JarFile service) throws IOException {
    String classPath =
        service.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    return Stream.of(Objects.requireNonNullElse(classPath, "").split(" "))
        .filter(name -> name.endsWith(".jar"))
        .map(serviceJar::resolveSibling)
        .toList();
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static byte[] ownBytes(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream("/" + entryOf(type.getName()))) {
      return Objects.requireNonNull(in, type.getName()).readAllBytes();
    }
  }

  private static String entryOf(String className) {
    return className.replace('.', '/') + ".class";
  }
}
