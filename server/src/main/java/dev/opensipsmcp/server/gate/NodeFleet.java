package dev.opensipsmcp.server.gate;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.server.instance.FleetNode;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.MiClassification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All nodes to read, behind the same door as one node is for a call: nothing but reading commands
 * comes through.
 *
 * @param instances the nodes
 * @param classification what MI commands ask of their caller
 */
public record NodeFleet(Instances instances, MiClassification classification)
    implements FleetReads {

  @Override
  public List<FleetNode> nodes() {
    List<FleetNode> nodes = new ArrayList<>();
    for (Instance instance : instances.all()) {
      instance.client().forget();
      nodes.add(new Known(instance, new NodeReads(instance, classification)));
    }
    return nodes;
  }

  private record Known(Instance instance, NodeReads mi) implements FleetNode {
    @Override
    public String name() {
      return instance.name();
    }

    @Override
    public Optional<Integer> cluster() {
      return instance.cluster();
    }

    @Override
    public List<String> tags() {
      return instance.tags();
    }

    @Override
    public Optional<Role> cap() {
      return instance.cap();
    }

    @Override
    public DbResult<DbReads> database() {
      return mi.database().map(Database::reads);
    }

    @Override
    public MiHealth health() {
      return instance.client().health();
    }
  }
}
