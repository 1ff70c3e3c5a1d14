package dev.offsession.charging.paysim;

/**
 * A deliberate mistake with a name.
 *
 * @param mistake what is done wrong, in a few words
 */
record Mutant(String name, String mistake, Mutation mutation) {
  @Override
  public String toString() {
    return name;
  }
}
