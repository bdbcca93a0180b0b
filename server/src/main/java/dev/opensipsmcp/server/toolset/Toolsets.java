package dev.opensipsmcp.server.toolset;

import dev.opensipsmcp.server.toolset.audit.AuditReads;
import dev.opensipsmcp.server.toolset.audit.AuditToolset;
import dev.opensipsmcp.server.toolset.b2b.B2bToolset;
import dev.opensipsmcp.server.toolset.core.CoreToolset;
import dev.opensipsmcp.server.toolset.dialog.DialogToolset;
import dev.opensipsmcp.server.toolset.meta.MetaToolset;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.server.toolset.mi.MiToolset;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All toolsets, and the choice of those that are listed. */
public final class Toolsets {
  /** Every toolset's name, in the order of {@link #all}. */
  public static final List<String> NAMES = List.of("meta", "core", "mi", "dialog", "b2b", "audit");

  /** The toolsets that are listed when nothing is configured. */
  public static final List<String> DEFAULT = List.of("meta", "core", "mi", "dialog", "audit");

  private Toolsets() {}

  /**
   * What the tools need.
   *
   * @param clock the time that ages are counted to
   * @param table what each MI command asks of its caller
   * @param trail the audit trail
   * @param listed the names of the toolsets that are listed
   * @param instances the names of the nodes, the first being meant by default
   */
  public record Parts(
      InstantSource clock,
      MiTable table,
      AuditReads trail,
      Set<String> listed,
      List<String> instances) {
    public Parts {
      listed = Set.copyOf(listed);
      instances = List.copyOf(instances);
    }
  }

  /** {@return every toolset, listed or not} */
  public static List<Toolset> all(Parts parts) {
    List<Toolset> toolsets = new ArrayList<>(NAMES.size());
    ToolDirectory directory = new ToolDirectory(toolsets, parts.listed());
    toolsets.add(MetaToolset.make(directory, parts.instances()));
    toolsets.add(CoreToolset.make());
    toolsets.add(MiToolset.make(parts.table()));
    toolsets.add(DialogToolset.make(parts.clock()));
    toolsets.add(B2bToolset.make());
    toolsets.add(AuditToolset.make(parts.trail()));
    return List.copyOf(toolsets);
  }

  /**
   * {@return the names of the toolsets that a setting lists, in the order of {@link #NAMES}}
   *
   * @param setting {@code default} (also when empty), {@code all}, or names separated by commas,
   *     {@code default} among them if wanted; {@code meta} always comes with them
   * @throws IllegalArgumentException when a name is none of {@link #NAMES}; the message says which
   */
  public static Set<String> parse(String setting) {
    Set<String> wanted = new LinkedHashSet<>();
    wanted.add("meta");
    int from = 0;
    while (from <= setting.length()) {
      int comma = setting.indexOf(',', from);
      int to = comma < 0 ? setting.length() : comma;
      add(setting.substring(from, to).strip(), wanted);
      from = to + 1;
    }
    Set<String> ordered = new LinkedHashSet<>(NAMES);
    ordered.retainAll(wanted);
    return ordered;
  }

  private static void add(String name, Set<String> wanted) {
    switch (name) {
      case "", "default" -> wanted.addAll(DEFAULT);
      case "all" -> wanted.addAll(NAMES);
      default -> {
        if (!NAMES.contains(name)) {
          throw new IllegalArgumentException(
              "There is no toolset "
                  + name
                  + ": give default, all, or some of "
                  + String.join(", ", NAMES));
        }
        wanted.add(name);
      }
    }
  }
}
