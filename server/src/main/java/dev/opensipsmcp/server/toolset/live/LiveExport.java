package dev.opensipsmcp.server.toolset.live;

import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.WrittenPcap;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.capture.Exported;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Watch;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code live_export_pcap}. It touches no node, but writes a file with whole messages, so
 * that it is a change, as the export of a capture file is.
 *
 * @param desk what it works with
 */
record LiveExport(LiveDesk desk) implements Work.Change {
  private static final String OUTPUT = "output_file";

  Tool tool() {
    return new Tool(
        "live_export_pcap",
        LiveToolset.NAME,
        "Export live calls as pcap",
        new Description(
            "Export calls that this server received live to a new pcap file.",
            "Use when a live call shall be kept, or opened in Wireshark or sngrep.",
            Optional.of("Not for calls of a capture file; use `capture_export_pcap`."),
            Optional.of(
                "Effects: writes a new file with whole messages, secrets included, that only its"
                    + " owner can read. Undo: remove the file on the host."),
            "Returns one object: path, bytes, sha256, packets, messages; and a resource link."),
        new Demand(Scope.RESOURCE_READ, Risk.REVERSIBLE),
        false,
        Schema.arguments(
            LiveReads.CALL_IDS,
            required(
                OUTPUT,
                text("New file in an allowed directory").matching("\\.pcap$").longest(1_000))),
        Schema.map("path, bytes, sha256, packets, messages, resource_uri"),
        Needs.NOTHING,
        List.of(
            "Save the live call as /var/captures/case-8.pcap",
            "Export the calls of this trace for Wireshark",
            "Write a pcap of the call that we just watched"),
        List.of(),
        this);
  }

  private AllowedDirectories directories() {
    return new AllowedDirectories(desk.evidence().settings().captures().directories());
  }

  private List<CapturedMessage> messages(Arguments arguments) {
    return desk.ear()
        .received()
        .map(it -> it.store().messages(arguments.texts("call_ids"), TimeWindow.ALWAYS, Watch.NONE))
        .map(
            found -> found instanceof Found.Value<List<CapturedMessage>>(var all, _) ? all : none())
        .orElseGet(LiveExport::none);
  }

  private static List<CapturedMessage> none() {
    return List.of();
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    String name = arguments.text(OUTPUT);
    Optional<Path> file = path(name).flatMap(directories()::real);
    if (file.isEmpty()) {
      return new Plan.Refused(
          ToolError.CAPTURE_OUTSIDE.failure(
              name + " is in no directory where captures may be.",
              "Take another, or ask whoever runs this server to set OPENSIPS_MCP_CAPTURE_ROOTS."));
    }
    if (Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS)) {
      return new Plan.Refused(notWritten(name + " exists already."));
    }
    List<CapturedMessage> messages = messages(arguments);
    if (messages.isEmpty()) {
      return new Plan.Refused(notWritten("No message of these calls was received."));
    }
    JsonObject shown = new JsonObject();
    shown.addProperty("messages", messages.size());
    return new Plan.Ready(
        "Write " + messages.size() + " messages to " + file.get(),
        Json.object("path", file.get().toString()),
        shown,
        List.of("A new file is written, with whatever secrets the messages have."),
        "Remove the file on the host.");
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Outcome.Failure notWritten(String cause) {
    return ToolError.CAPTURE_NOT_WRITTEN.failure(
        cause, "Give a new name, and Call-IDs that live_list_calls shows.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Path file = Path.of(Json.text(plan.target(), "path"));
    return switch (new CaptureWriter(directories()).write(file, messages(arguments))) {
      case Exported.Refused(String reason) -> notWritten(reason);
      case Exported.Done done -> new WrittenPcap(directories()).told(done, List.of(), ports);
    };
  }
}
