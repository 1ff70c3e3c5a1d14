package dev.offsession.notifier.prompting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A process that dies once: before or after one of the calls that leave it. */
final class Mortal {
  /** Nothing in the process hears of it. */
  static final class Death extends Error {}

  private static final int NEVER = -1;

  private int calls;
  private int fatalCall = NEVER;
  private boolean afterTheCall;

  /** Dies at this call, counted from 0. */
  void dieAt(int call, boolean after) {
    fatalCall = call;
    afterTheCall = after;
  }

  /** Calls so far. */
  int calls() {
    return calls;
  }

  /** This port, as a place to die at. */
  <T> T at(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              if (method.getName().equals("channel")) {
                return method.invoke(real, arguments);
              }
              var call = calls++;
              if (call == fatalCall && !afterTheCall) {
                throw new Death();
              }
              try {
                var result = method.invoke(real, arguments);
                if (call == fatalCall) {
                  throw new Death();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
