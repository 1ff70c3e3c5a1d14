package dev.offsession.charging.paysim;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A piece of blocking code that can be left in the middle and taken up again, on one thread. One
 * that is never taken up again is simply garbage, as after {@code kill -9}: no {@code finally} of
 * it runs. It is the JDK's own, below virtual threads, and needs {@code --add-exports
 * java.base/jdk.internal.vm=ALL-UNNAMED}.
 */
final class Coroutine {
  private static final MethodHandle CREATE;
  private static final MethodHandle RESUME;
  private static final MethodHandle LEAVE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
      Class<?> type = Class.forName("jdk.internal.vm.Continuation");
      Object scope =
          lookup
              .findConstructor(scopeType, MethodType.methodType(void.class, String.class))
              .invoke("paysim");
      CREATE =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, scopeType, Runnable.class))
              .bindTo(scope)
              .asType(MethodType.methodType(Object.class, Runnable.class));
      RESUME =
          lookup
              .findVirtual(type, "run", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Object.class));
      LEAVE =
          lookup
              .findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType))
              .bindTo(scope);
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Object continuation;

  Coroutine(Runnable body) {
    try {
      continuation = (Object) CREATE.invokeExact(body);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Runs it until it leaves or ends. */
  void resume() {
    try {
      RESUME.invokeExact(continuation);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Leaves the coroutine that runs; returns when it is resumed. */
  static void leave() {
    try {
      boolean _ = (boolean) LEAVE.invokeExact();
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static IllegalStateException broken(Throwable e) {
    return new IllegalStateException("the coroutine broke", e);
  }
}
