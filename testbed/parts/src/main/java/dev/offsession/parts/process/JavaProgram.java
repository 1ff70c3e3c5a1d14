package dev.offsession.parts.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java program to be run by this JVM's own JDK, tuned to start fast and to stay small.
 *
 * @param name what people call it; also the name of its log
 * @param directory where it runs and keeps its files
 * @param log file for everything it says
 * @param classPath jars and folders
 * @param mainClass the class with its {@code main} method
 * @param jvmOptions options beside the common ones, such as the heap limit
 * @param arguments of the main method
 * @param environment variables beside those of this process
 */
public record JavaProgram(
    String name,
    Path directory,
    Path log,
    List<Path> classPath,
    String mainClass,
    List<String> jvmOptions,
    List<String> arguments,
    Map<String, String> environment) {

  public JavaProgram {
    directory = directory.toAbsolutePath();
    log = log.toAbsolutePath();
    classPath = classPath.stream().map(Path::toAbsolutePath).toList();
    jvmOptions = List.copyOf(jvmOptions);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** A program with its log beside its files, without options, arguments or variables. */
  public static JavaProgram of(
      String name, Path directory, List<Path> classPath, String mainClass) {
    Path log = directory.resolve(name + ".log");
    return new JavaProgram(
        name, directory, log, classPath, mainClass, List.of(), List.of(), Map.of());
  }

  /** The same with other JVM options. */
  public JavaProgram withJvmOptions(String... options) {
    return new JavaProgram(
        name, directory, log, classPath, mainClass, List.of(options), arguments, environment);
  }

  /** The same with other arguments. */
  public JavaProgram withArguments(String... values) {
    return new JavaProgram(
        name, directory, log, classPath, mainClass, jvmOptions, List.of(values), environment);
  }

  /** The same with these variables added. */
  public JavaProgram withEnvironment(Map<String, String> variables) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(variables);
    return new JavaProgram(name, directory, log, classPath, mainClass, jvmOptions, arguments, all);
  }

  /** The same with another log file. */
  public JavaProgram withLog(Path file) {
    return new JavaProgram(
        name, directory, file, classPath, mainClass, jvmOptions, arguments, environment);
  }

  /** Starts it. */
  public ChildProcess start() {
    return ChildProcess.start(this);
  }

  Path temporaryFiles() {
    return directory.resolve("tmp");
  }

  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xrs",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temporaryFiles()));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", classPathText(), ChildMain.class.getName(), mainClass));
    command.addAll(arguments);
    return command;
  }

  private String classPathText() {
    return Stream.concat(classPath.stream(), Stream.of(OwnCode.location()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
