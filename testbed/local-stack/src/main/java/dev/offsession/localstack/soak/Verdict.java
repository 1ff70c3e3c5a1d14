package dev.offsession.localstack.soak;

import java.util.ArrayList;
import java.util.List;

/** What the judge counts, and the first of what is wrong. */
final class Verdict {
  private static final int SHOWN_MAX = 20;

  private final List<String> complaints = new ArrayList<>();
  private int wrong;
  long wanted;
  long paid;
  long wantedMinor;
  long paidMinor;
  long chargedTwice;
  long notCharged;
  long strangers;
  long storeDiffers;
  long eventsDiffer;
  long webhooksMissing;

  void complain(String text) {
    wrong++;
    if (complaints.size() < SHOWN_MAX) {
      complaints.add(text);
    }
  }

  boolean isExact() {
    return wrong == 0;
  }

  /** The first of them. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  int wrong() {
    return wrong;
  }
}
