package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.result.Fields;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;

/**
 * A call that is understood: its tool is known, its arguments are valid.
 *
 * @param id its number in the audit trail
 * @param invocation as it arrived
 * @param tool the tool, behind aliases and proxies
 * @param arguments the tool's own
 * @param instance the node that it is about, if it reaches any
 * @param dryRun whether only the plan is wanted
 * @param fields the members of a row that are wanted
 * @param role the caller's role
 * @param demand what it asks of its caller
 * @param reverts the change that it takes back, if it does
 * @param fan the nodes, when it asks several; {@code instance} is then the first of them
 * @param held whether the node lets the caller do less than the caller's role
 */
record Call(
    String id,
    Invocation invocation,
    Tool tool,
    Arguments arguments,
    Instance instance,
    boolean dryRun,
    Fields fields,
    Role role,
    Demand demand,
    Optional<Work.Reversal> reverts,
    List<Instance> fan,
    boolean held) {

  String subject() {
    return invocation.rights().subject();
  }

  /** The node's name, or the nodes', or nothing for a tool that reaches none. */
  String instanceName() {
    if (!SharedParameters.reachesNodes(tool)) {
      return "";
    }
    return fan.isEmpty()
        ? instance.name()
        : String.join(",", fan.stream().map(Instance::name).toList());
  }

  Call asking(Demand chosen) {
    return new Call(
        id,
        invocation,
        tool,
        arguments,
        instance,
        dryRun,
        fields,
        role,
        chosen,
        reverts,
        fan,
        held);
  }

  Call reverting(Optional<Work.Reversal> change) {
    return new Call(
        id, invocation, tool, arguments, instance, dryRun, fields, role, demand, change, fan, held);
  }

  /** The same about one node. */
  Call on(Instance node) {
    return new Call(
        id,
        invocation,
        tool,
        arguments,
        node,
        dryRun,
        fields,
        role,
        demand,
        reverts,
        List.of(),
        held);
  }

  /** The same with fewer rights. */
  Call heldTo(Role cap, Invocation lesser) {
    return new Call(
        id, lesser, tool, arguments, instance, dryRun, fields, cap, demand, reverts, fan, true);
  }

  /** The same with another way back to the caller. */
  Call through(Channel channel) {
    Invocation other =
        new Invocation(
            invocation.tool(),
            invocation.arguments(),
            invocation.rights(),
            invocation.route(),
            channel);
    return new Call(
        id, other, tool, arguments, instance, dryRun, fields, role, demand, reverts, fan, held);
  }
}
