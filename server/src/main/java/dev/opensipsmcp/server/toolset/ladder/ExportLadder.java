package dev.opensipsmcp.server.toolset.ladder;

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
import dev.opensipsmcp.server.toolset.evidence.Moments;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.LadderRenderers;
import dev.opensipsmcp.sip.ladder.Picture;
import dev.opensipsmcp.sip.ladder.TextStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The tool {@code call_export_ladder}. It touches no node, but writes a file: a change. */
final class ExportLadder implements Work.Change {
  private static final String OUTPUT = "output_file";

  private final LadderDesk desk;

  ExportLadder(LadderDesk desk) {
    this.desk = desk;
  }

  Tool tool() {
    return new Tool(
        "call_export_ladder",
        LadderToolset.NAME,
        "Ladder of a call as a file",
        new Description(
            "Export the ladder of a call to a new SVG, PNG, Mermaid or text file.",
            "Use when a picture is wanted for a ticket or is too long for an answer.",
            Optional.of("Not for reading it here; use `call_ladder`."),
            Optional.of(
                "Effects: writes a new file, touches no call. Undo: remove it on the host."),
            "Returns path and size."),
        new Demand(Scope.RESOURCE_READ, Risk.REVERSIBLE),
        false,
        Schema.arguments(
            LadderArguments.CALL_IDS,
            LadderArguments.PATH,
            LadderArguments.MESSAGES,
            Moments.FROM,
            Moments.TO,
            Schema.required(
                OUTPUT,
                Schema.text("New file in an allowed directory")
                    .matching("\\.(svg|png|mmd|txt)$")
                    .longest(1_000)),
            Schema.optional("dark", Schema.flag("PNG on dark ground").byDefault(false))),
        Schema.object(
            "The file",
            Schema.required("path", Schema.text("Its real path")),
            Schema.required("bytes", Schema.integer("Its size"))),
        Needs.NOTHING,
        List.of(
            "Save the ladder of this call as /var/captures/case-7.svg",
            "Export the call flow as a PNG for the ticket",
            "Write the SIP ladder to a file"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LadderDesk.LIMIT;
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    String name = arguments.text(OUTPUT);
    Optional<Path> file = LadderDesk.path(name).flatMap(desk.directories()::real);
    if (file.isEmpty()) {
      return new Plan.Refused(LadderDesk.outside(name));
    }
    if (Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS)) {
      return new Plan.Refused(notWritten(name + " exists already."));
    }
    return switch (desk.pick(arguments, ports)) {
      case Picked.Bad(Outcome.Failure failure) -> new Plan.Refused(failure);
      case Picked.Good(Ladder ladder, String source, List<String> notes) -> {
        JsonObject shown = Json.object("source", source);
        shown.addProperty("messages", ladder.arrows().size());
        shown.addProperty("verdict", ladder.verdict().sentence());
        shown.add("notes", Json.texts(notes));
        yield new Plan.Ready(
            "Write the ladder of " + ladder.arrows().size() + " messages to " + file.get(),
            Json.object("path", file.get().toString()),
            shown,
            List.of("A new file is written."),
            "Remove the file on the host.");
      }
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Path file = Path.of(Json.text(plan.target(), "path"));
    return switch (desk.pick(arguments, ports)) {
      case Picked.Bad(Outcome.Failure failure) -> failure;
      case Picked.Good(Ladder ladder, String _, List<String> notes) ->
          switch (drawn(ladder, file.toString(), arguments.flag("dark", false))) {
            case Drawn.Nothing(String why) -> notWritten(why);
            case Drawn.Content(byte[] bytes) -> write(file, bytes, notes);
          };
    };
  }

  /** What comes into the file. */
  private sealed interface Drawn {
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] bytes) implements Drawn {}

    record Nothing(String why) implements Drawn {}
  }

  private static Drawn drawn(Ladder ladder, String name, boolean dark) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "svg" -> content(LadderRenderers.svg(ladder));
      case "mmd" -> content(LadderRenderers.mermaid(ladder));
      case "png" ->
          switch (LadderRenderers.png(ladder, dark, 2)) {
            case Picture.Drawn(byte[] png, int _, int _) -> new Drawn.Content(png);
            case Picture.Missing(String why) -> new Drawn.Nothing(why);
          };
      default -> content(LadderRenderers.text(ladder, TextStyle.DEFAULT));
    };
  }

  private static Drawn content(String text) {
    return new Drawn.Content(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome write(Path file, byte[] bytes, List<String> notes) {
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException _) {
      return notWritten(file + " exists already.");
    } catch (IOException e) {
      return notWritten(file + " could not be written: " + e);
    }
    JsonObject json = Json.object("path", file.toString());
    json.addProperty("bytes", bytes.length);
    return new Outcome.Value(json, notes);
  }

  private static Outcome.Failure notWritten(String cause) {
    return ToolError.CAPTURE_NOT_WRITTEN.failure(
        cause, "Give a new name in a directory that exists, or another format.");
  }
}
