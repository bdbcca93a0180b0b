package dev.opensipsmcp.lab.internal.state;

import java.util.List;
import java.util.Optional;

/** The dialog profiles that the configuration defines. */
public final class Profiles {

  /**
   * A profile.
   *
   * @param name its name
   * @param hasValue whether its members carry a value each
   */
  public record Profile(String name, boolean hasValue) {}

  /** All of them; those of module load_balancer, one per resource, at the end. */
  public static final List<Profile> ALL =
      List.of(
          new Profile("inbound", false),
          new Profile("outbound", false),
          new Profile("caller", true),
          new Profile("account", true),
          new Profile("lbXpstn", true),
          new Profile("lbXtransc", true),
          new Profile("lbXvm", true),
          new Profile("lbXconf", true));

  private Profiles() {}

  /**
   * {@return a profile}
   *
   * @param name its name
   */
  public static Optional<Profile> find(String name) {
    return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }
}
