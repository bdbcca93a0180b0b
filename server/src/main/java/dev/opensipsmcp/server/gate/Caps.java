package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Holds callers to what a node's configuration lets anybody do there. It only takes away. */
final class Caps {
  private Caps() {}

  /**
   * {@return the call as it is about one node, by a caller who may do no more than the node lets}
   */
  static Call on(Instance instance, Call call) {
    Optional<Role> cap = instance.cap();
    if (cap.isEmpty()
        || cap.get().compareTo(call.role()) >= 0
        || !SharedParameters.reachesNodes(call.tool())) {
      return call.on(instance);
    }
    Invocation given = call.invocation();
    Invocation held =
        new Invocation(
            given.tool(),
            given.arguments(),
            held(given.rights(), cap.get()),
            given.route(),
            given.channel());
    return call.on(instance).heldTo(cap.get(), held);
  }

  private static Rights held(Rights rights, Role cap) {
    Set<Scope> scopes = new HashSet<>(rights.scopes());
    scopes.retainAll(cap.scopes());
    return new Rights(rights.subject(), cap.label(), scopes, rights.toolsets());
  }

  /** {@return why the caller may not make this call, if so} */
  static Optional<GateReply.Failed> barred(Call call) {
    Optional<GateReply.Failed> barred =
        Admission.barred(call.tool(), call.demand(), call.invocation().rights());
    return barred.isPresent() && call.held() ? Optional.of(refused(call)) : barred;
  }

  /** {@return the refusal of a call that the caller could make on a node without this cap} */
  static GateReply.Failed refused(Call call) {
    return ErrorCode.INSTANCE_LIMITED.failed(
        call.instance().name()
            + " is configured to let nobody do more than a "
            + call.role().label()
            + " may, and this call is "
            + call.demand().risk().label()
            + " and needs "
            + call.demand().scope().label()
            + ".",
        "Use another node, or ask whoever runs this server about the node's max_role.");
  }
}
