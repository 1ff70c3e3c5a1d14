package dev.offsession.charging.usecase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Kills the process at its n-th call to the world outside, before or after the call took effect.
 */
final class Crashes {
  /** The process is gone. */
  static final class ProcessDied extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final boolean afterTheEffect;
  private int callsLeft;

  /**
   * @param atCall the call that is its last; 0 for a process that lives
   */
  Crashes(int atCall, boolean afterTheEffect) {
    this.callsLeft = atCall;
    this.afterTheEffect = afterTheEffect;
  }

  /** True when the process got through all its work before its time had come. */
  boolean neverCame() {
    return callsLeft > 0;
  }

  /** The same port, mortal. */
  <T> T mortal(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              boolean last = callsLeft > 0 && --callsLeft == 0;
              if (last && !afterTheEffect) {
                throw new ProcessDied();
              }
              try {
                Object answer = method.invoke(real, arguments);
                if (last) {
                  throw new ProcessDied();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
