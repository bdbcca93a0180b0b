package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.WrittenPcap;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.capture.Exported;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the messages of a call to a new file. They are written here, with what carried them, and
 * not as the server exports them, which makes UDP of all: that is {@link ExportOriginal}'s.
 *
 * @param exports finds the messages
 */
record ExportFile(Exports exports) implements Work.Change {

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    List<Plan> planned = new ArrayList<>();
    Outcome outcome =
        exports.messages(
            arguments,
            ports,
            (messages, notes) -> {
              planned.add(plan(arguments.text(ExportPcap.FILE), messages, notes));
              return new Outcome.Value(new JsonObject());
            });
    return outcome instanceof Outcome.Failure failure
        ? new Plan.Refused(failure)
        : planned.getFirst();
  }

  private AllowedDirectories directories() {
    return exports.desk().stores().captures();
  }

  private Plan plan(String name, List<CapturedMessage> messages, List<String> notes) {
    return switch (target(directories(), name, ".pcap")) {
      case Target.None(Outcome.Failure failure) -> new Plan.Refused(failure);
      case Target.New(Path file) -> plan(file, messages, notes);
    };
  }

  /** Where to write. */
  sealed interface Target {
    /** A new file in a directory where files may be written. */
    record New(Path file) implements Target {}

    /** Nowhere. */
    record None(Outcome.Failure failure) implements Target {}
  }

  /** {@return where a call wants to write} */
  static Target target(AllowedDirectories directories, String name, String ending) {
    Optional<Path> file = name.endsWith(ending) ? real(directories, name) : Optional.empty();
    if (file.isEmpty()) {
      return new Target.None(
          ToolError.CAPTURE_OUTSIDE.failure(
              name + " is no *" + ending + " in a directory where captures may be written.",
              "Ask whoever runs this server to set OPENSIPS_MCP_CAPTURE_ROOTS."));
    }
    return Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS)
        ? new Target.None(notWritten(name + " exists already."))
        : new Target.New(file.get());
  }

  /** {@return the plan to write these messages, or their like, to a file} */
  static Plan plan(Path file, List<CapturedMessage> messages, List<String> notes) {
    if (messages.isEmpty()) {
      return new Plan.Refused(notWritten("There are 0 packets to export. " + notes.getFirst()));
    }
    JsonObject shown = new JsonObject();
    shown.addProperty("messages", messages.size());
    shown.addProperty("notes", String.join(" ", notes));
    return new Plan.Ready(
        "Write "
            + messages.size()
            + " messages of "
            + messages.getFirst().message().callId().orElse("a call")
            + " to "
            + file,
        Json.object("path", file.toString()),
        shown,
        List.of("A new file is written, with whatever secrets the messages have."),
        "Take the file away on the host.");
  }

  private static Optional<Path> real(AllowedDirectories directories, String name) {
    try {
      return directories.real(Path.of(name));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  static Outcome.Failure notWritten(String cause) {
    return ToolError.CAPTURE_NOT_WRITTEN.failure(
        cause, "Give a new name in a directory that exists, and the time of the call.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Path file = Path.of(Json.text(plan.target(), "path"));
    return exports.messages(
        arguments,
        ports,
        (messages, notes) ->
            switch (new CaptureWriter(directories()).write(file, messages)) {
              case Exported.Refused(String reason) -> notWritten(reason);
              case Exported.Done done -> new WrittenPcap(directories()).told(done, notes, ports);
            });
  }
}
