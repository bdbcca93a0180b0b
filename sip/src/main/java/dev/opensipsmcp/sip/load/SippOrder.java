package dev.opensipsmcp.sip.load;

import java.util.List;
import java.util.OptionalInt;

/**
 * One run of SIPp.
 *
 * @param xml the scenario, one of {@link ScenarioWriter} or one that {@link ScenarioCheck} let pass
 * @param users the list of users that goes with it, empty when none does; may hold a password
 * @param waits whether it waits for requests
 * @param target where it sends, or where requests are expected from
 * @param transport how
 * @param limits how much
 * @param port where it waits; a free port when empty
 * @param flags further words, as {@link SippFlags} let pass
 */
public record SippOrder(
    String xml,
    String users,
    boolean waits,
    LoadTarget target,
    LoadTransport transport,
    LoadLimits limits,
    OptionalInt port,
    List<String> flags) {
  public SippOrder {
    flags = List.copyOf(flags);
  }

  /** A password may be in it. */
  @Override
  public String toString() {
    return "SippOrder[" + target.text() + ", " + transport + ", " + limits + ']';
  }
}
