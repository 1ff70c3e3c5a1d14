package dev.offsession.failpoints;

import dev.offsession.failpoints.runtime.Action;
import dev.offsession.failpoints.runtime.Armed;

/**
 * A named place in a service.
 *
 * @param name service, step, moment: {@code worker.insert.before}
 * @param owner class that has the method
 * @param method every overload of it is woven
 * @param moment before the call or after it
 * @param seen text that its arguments (or result) must contain, such as a state; may be empty
 */
public record Failpoint(String name, String owner, String method, Moment moment, String seen) {

  /** When. */
  public enum Moment {
    BEFORE,
    AFTER
  }

  /** Service part of the name. */
  public String service() {
    return name.substring(0, name.indexOf('.'));
  }

  /** Name without its moment. */
  public String step() {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** What the woven call says. */
  public String place() {
    return place(owner, method, moment);
  }

  static String place(String owner, String method, Moment moment) {
    return owner + "#" + method + "@" + moment;
  }

  /** This place, ready to fire once, at the first call that fits. */
  public Armed armed(String id, Action action) {
    return new Armed(id, place(), seen, action, 1);
  }
}
