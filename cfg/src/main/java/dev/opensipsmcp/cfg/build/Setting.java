package dev.opensipsmcp.cfg.build;

/**
 * A setting that a load asks for.
 *
 * @param place where it is set
 * @param module the module, empty unless the place is one
 * @param name the setting's name; for the command line the switch
 * @param value the value as written
 * @param reason why this value, with the figures it comes from
 */
public record Setting(Place place, String module, String name, String value, String reason) {

  /** Where a setting is made. */
  public enum Place {
    /** Outside of modules. */
    GLOBAL,
    /** With {@code modparam}. */
    MODULE,
    /** A switch of the {@code opensips} command. */
    COMMAND_LINE
  }
}
