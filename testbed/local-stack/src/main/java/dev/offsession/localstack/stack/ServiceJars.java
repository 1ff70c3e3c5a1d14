package dev.offsession.localstack.stack;

import dev.offsession.parts.process.JavaProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;

/** The services' jars, unpacked as Spring Boot advises: a nested jar starts a third slower. */
final class ServiceJars {
  private final StackFolders folders;

  ServiceJars(StackFolders folders) {
    this.folders = folders;
  }

  /** The service as a program without settings, unpacked when its jar is newer. */
  JavaProgram program(Service service) {
    Path built = service.jar(folders.root());
    Path unpacked = folders.cache().resolve(service.partName());
    Path jar = unpacked.resolve(service.partName() + ".jar");
    synchronized (ServiceJars.class) {
      if (!sameAge(built, jar)) {
        unpack(built, unpacked, jar);
      }
    }
    Path workDirectory = folders.run().resolve(service.partName());
    return JavaProgram.of(service.partName(), workDirectory, List.of(jar), mainClass(jar))
        .withLog(folders.log(service.partName()));
  }

  private static boolean sameAge(Path built, Path unpacked) {
    try {
      return Files.exists(unpacked) && modified(unpacked).equals(modified(built));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }

  /** {@code java -Djarmode=tools -jar app.jar extract}; its own main class reads the property. */
  private static void unpack(Path built, Path unpacked, Path jar) {
    StackFolders.deleteAll(unpacked);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djarmode=tools",
            "-jar",
            built.toString(),
            "extract",
            "--destination",
            unpacked.toString());
    try {
      Process extraction =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      int exitCode = extraction.waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException(built + " cannot be unpacked: exit code " + exitCode);
      }
      Files.move(unpacked.resolve(built.getFileName()), jar);
      Files.setLastModifiedTime(jar, modified(built));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while unpacking " + built, e);
    }
  }

  private static String mainClass(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return Objects.requireNonNull(
          file.getManifest().getMainAttributes().getValue("Main-Class"), "Main-Class");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
