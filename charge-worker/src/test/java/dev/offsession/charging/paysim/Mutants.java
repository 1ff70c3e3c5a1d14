package dev.offsession.charging.paysim;

import java.util.ArrayList;
import java.util.List;

/** Every mistake that the simulation must find, or its silence means nothing. */
final class Mutants {
  private Mutants() {}

  static List<Mutant> all() {
    List<Mutant> all = new ArrayList<>();
    all.addAll(KafkaMutants.all());
    all.addAll(StoreMutants.all());
    all.addAll(OutletMutants.all());
    all.addAll(GatewayMutants.all());
    all.addAll(RuleMutants.all());
    return List.copyOf(all);
  }
}
