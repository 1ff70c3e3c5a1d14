package dev.offsession.parts.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Runs the main class named by the first argument, and ends the JVM as soon as standard input
 * closes. The parent holds the other end of that pipe, so the child ends with it even when the
 * parent is killed with SIGKILL and can clean up nothing.
 */
public final class ChildMain {
  private static final int ORPHANED = 143;

  private ChildMain() {}

  /** Starts the watch, then the real main with the remaining arguments. */
  public static void main(String[] args) throws Throwable {
    Thread.ofPlatform().daemon().name("parent-watch").start(ChildMain::haltWhenOrphaned);
    Method main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static void haltWhenOrphaned() {
    try (InputStream parent = System.in) {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe says the same as a closed one.
    }
    AttachSocket.of(ProcessHandle.current().pid()).remove();
    Runtime.getRuntime().halt(ORPHANED);
  }
}
