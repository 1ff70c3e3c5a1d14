package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.push.VapidKeys;
import java.io.PrintStream;

/** Makes the key pair that Web Push needs, and prints it as settings. */
public final class VapidCommand {
  private VapidCommand() {}

  /** A new pair each time. The private key is a secret: it is printed here and nowhere else. */
  public static void run(PrintStream out) {
    var keys = VapidKeys.generate();
    out.println("# The public key goes to payment-collector and to notifier-service.");
    out.println("OFFSESSION_PUSH_VAPID_PUBLIC_KEY=" + keys.publicText());
    out.println(
        "# The other two go to notifier-service alone. The private key is a secret: who has");
    out.println(
        "# it can push to your customers, and a new pair means that all of them subscribe anew.");
    out.println("OFFSESSION_PUSH_VAPID_PRIVATE_KEY=" + keys.privateText());
    out.println("# Whom a push service turns to: an address of yours, or a page.");
    out.println("OFFSESSION_PUSH_SUBJECT=mailto:you@example.com");
  }
}
