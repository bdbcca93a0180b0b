package dev.opensipsmcp.server.approval;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Risk;
import java.time.Instant;

/**
 * A question to a person about one call, and the answer once there is one.
 *
 * @param id what a person types; eight characters that nobody guesses
 * @param state how far it is
 * @param created when the question arose
 * @param expires when question or answer lapse
 * @param by who answered; empty while nobody did
 * @param call the call that it is about
 */
public record Approval(
    String id, State state, Instant created, Instant expires, String by, Call call) {

  /** How far an approval is. A used one is gone. */
  public enum State {
    PENDING,
    APPROVED,
    DECLINED
  }

  /**
   * The call that an approval is bound to.
   *
   * @param subject who calls
   * @param role in which role
   * @param tool the tool's name
   * @param instance the node; empty when the call reaches none
   * @param risk the call's tier
   * @param plan what would be done, redacted, for the person to read
   * @param binding digest of subject, tool, instance and arguments
   * @param target digest of the state that the plan relies on
   */
  public record Call(
      String subject,
      String role,
      String tool,
      String instance,
      Risk risk,
      JsonObject plan,
      String binding,
      String target) {}

  Approval answered(State answer, String person, Instant lapses) {
    return new Approval(id, answer, created, lapses, person, call);
  }
}
