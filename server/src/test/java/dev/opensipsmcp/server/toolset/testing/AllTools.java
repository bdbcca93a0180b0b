package dev.opensipsmcp.server.toolset.testing;

import dev.opensipsmcp.server.audit.AuditPage;
import dev.opensipsmcp.server.config.InsightEntry;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.journal.ChangeReads;
import dev.opensipsmcp.server.journal.ChangeRecord;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.Toolsets;
import dev.opensipsmcp.server.toolset.Topic;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every tool that the product has, for tests that look at all of them. */
public final class AllTools {

  private AllTools() {}

  /** {@return all toolsets, listed as by default, over one node named {@code lab}} */
  public static List<Toolset> toolsets() {
    return toolsets(InstantSource.fixed(Instant.EPOCH));
  }

  /** {@return all toolsets on this clock} */
  public static List<Toolset> toolsets(InstantSource clock) {
    Path state = Path.of("target", "no-state");
    return toolsets(
        clock,
        state,
        new Secrets(state, Optional.empty(), Map.of(), new KnownSecrets(List.of()), clock));
  }

  /** {@return all toolsets on the system's clock, with this evidence of calls} */
  public static List<Toolset> toolsets(EvidenceDesk evidence) {
    Path state = Path.of("target", "no-state");
    InstantSource clock = InstantSource.system();
    return toolsets(
        clock,
        state,
        new Secrets(state, Optional.empty(), Map.of(), new KnownSecrets(List.of()), clock),
        evidence);
  }

  /** {@return all toolsets on this clock, with secrets and a state directory of their own} */
  public static List<Toolset> toolsets(InstantSource clock, Path state, Secrets secrets) {
    return toolsets(clock, state, secrets, EvidenceDesk.none());
  }

  /** {@return all toolsets, which get evidence of calls over this desk} */
  public static List<Toolset> toolsets(
      InstantSource clock, Path state, Secrets secrets, EvidenceDesk evidence) {
    return toolsets(clock, state, secrets, evidence, List::of, EventEars.none());
  }

  /** {@return all toolsets, which look over this fleet and listen with these ears} */
  public static List<Toolset> toolsets(
      InstantSource clock,
      Path state,
      Secrets secrets,
      EvidenceDesk evidence,
      FleetReads fleet,
      EventEars ears) {
    return Toolsets.all(parts(clock, state, secrets, evidence, fleet, ears));
  }

  /**
   * {@return all tools on the system's clock with this evidence of calls, to be asked by others}
   */
  public static ToolDirectory directory(EvidenceDesk evidence) {
    Path state = Path.of("target", "no-state");
    InstantSource clock = InstantSource.system();
    Secrets secrets =
        new Secrets(state, Optional.empty(), Map.of(), new KnownSecrets(List.of()), clock);
    return new ToolDirectory(
        new Toolsets(parts(clock, state, secrets, evidence, List::of, EventEars.none())));
  }

  private static Toolsets.Parts parts(
      InstantSource clock,
      Path state,
      Secrets secrets,
      EvidenceDesk evidence,
      FleetReads fleet,
      EventEars ears) {
    return new Toolsets.Parts(
        clock,
        new MiTable(),
        filter -> new AuditPage(List.of(), List.of(), false),
        new NoChanges(),
        ears,
        fleet,
        secrets,
        ConfigDesk.of(
                List.of(state.resolve("configurations")),
                "3.6",
                StandInPrograms.opensips(state.toAbsolutePath()),
                clock)
            .with(StandInPrograms.below(state.toAbsolutePath())),
        evidence,
        InsightEntry.snapshotsIn(state.resolve("snapshots")),
        List.of(),
        state,
        Toolsets.parse("default"),
        List.of("lab"));
  }

  /** {@return all tools} */
  public static List<Tool> tools() {
    List<Tool> tools = new ArrayList<>();
    toolsets().forEach(toolset -> tools.addAll(toolset.tools()));
    return tools;
  }

  /** {@return what tools are found by beside their own texts} */
  public static List<Topic> topics() {
    return toolsets().stream().flatMap(toolset -> toolset.topics().stream()).toList();
  }

  /** {@return the tool of that name} */
  public static Tool named(String name) {
    return tools().stream().filter(tool -> tool.name().equals(name)).findFirst().orElseThrow();
  }

  /** {@return the tool of that name, whose ages count to now} */
  public static Tool live(String name) {
    return toolsets(InstantSource.system()).stream()
        .flatMap(toolset -> toolset.tools().stream())
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A journal in which nothing stands. */
  private record NoChanges() implements ChangeReads {
    @Override
    public Optional<ChangeRecord> find(String id) {
      return Optional.empty();
    }

    @Override
    public List<ChangeRecord> newestFirst() {
      return List.of();
    }
  }
}
