package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the toolsets for rows of OpenSIPS's tables. */
public final class ProvisionToolsets {
  private ProvisionToolsets() {}

  /**
   * {@return one of the toolsets}
   *
   * @param name its name
   * @param kinds all that can be provisioned
   * @param secrets where secrets come from
   * @param clock the time for columns that say when a row was written
   * @param table what each MI command asks of its caller
   */
  public static Toolset make(
      String name,
      List<Entity> kinds,
      Secrets secrets,
      InstantSource clock,
      MiClassification table) {
    Provisioning.Parts parts = new Provisioning.Parts(new Entities(kinds), secrets);
    List<Tool> tools = new ArrayList<>();
    for (Entity entity : kinds) {
      if (entity.toolset().equals(name)) {
        tools.addAll(EntityTools.of(entity, parts, clock, table));
      }
    }
    if (name.equals(ProvisionTools.TOOLSET)) {
      tools.addAll(ProvisionTools.of(parts, clock, table));
    }
    tools.sort(Comparator.comparing(Tool::name));
    return new Toolset(name, description(name), tools);
  }

  private static String description(String name) {
    return switch (name) {
      case "provisioning" -> "Stored routing: destinations, gateways, rules, numbers, addresses";
      case "subscribers" -> "Stored users: subscribers, aliases, groups, preferences, documents";
      case "platform" -> "Stored platform: TLS, sockets, media servers, cluster, agents, limits";
      default -> throw new IllegalArgumentException("There is no toolset " + name);
    };
  }
}
