package dev.opensipsmcp.server.toolset.config;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.file.Opened;
import dev.opensipsmcp.cfg.file.Refusal;
import dev.opensipsmcp.cfg.file.Stored;
import dev.opensipsmcp.cfg.source.Loader;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lookout.Lookout;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The configuration that a call is about, and the version it is for. */
public final class Given {
  /** The configuration as a text. */
  public static final Schema.Property CONTENT =
      Schema.optional("config_content", Schema.text("opensips.cfg as text; or give path"));

  /** The configuration as a file. */
  public static final Schema.Property PATH =
      Schema.optional("path", Schema.text("A file in an allowed directory").longest(1_000));

  /** The version that it is for. */
  public static final Schema.Property VERSION =
      Schema.optional(
          "version",
          Schema.text("OpenSIPS version; else the node's")
              .oneOf("3.2", "3.3", "3.4", "3.5", "3.6", "4.0"));

  private final ConfigDesk desk;

  /**
   * @param desk what tools on configurations work with
   */
  public Given(ConfigDesk desk) {
    this.desk = desk;
  }

  /**
   * A text and where it is from.
   *
   * @param name what places call it
   * @param text the text
   * @param stored the file that holds it, where it is one
   */
  public record Source(String name, String text, Optional<Stored> stored) {}

  /** {@return what comes of the text that {@code config_content} or {@code path} gives} */
  public Outcome text(Arguments arguments, Function<Source, Outcome> work) {
    return text(arguments, "config_content", work);
  }

  /** {@return the same where the text has another name} */
  Outcome text(Arguments arguments, String content, Function<Source, Outcome> work) {
    if (arguments.has(content) && arguments.has("path")) {
      return ToolError.ARGUMENTS_WRONG.failure(
          "Both " + content + " and path are given.", "Give one of them.");
    }
    if (arguments.has(content)) {
      return work.apply(new Source("opensips.cfg", arguments.text(content), Optional.empty()));
    }
    if (!arguments.has("path")) {
      return ToolError.ARGUMENTS_INCOMPLETE.failure(
          "No configuration is given.",
          "Give its text as " + content + ", or a file that cfg_file_list shows as path.");
    }
    return file(
        arguments.text("path"),
        stored ->
            work.apply(new Source(stored.file().toString(), stored.text(), Optional.of(stored))));
  }

  /** {@return what comes of a file} */
  Outcome file(String path, Function<Stored, Outcome> work) {
    Optional<Path> file = path(path);
    if (file.isEmpty()) {
      return ToolError.CONFIG_UNREADABLE.failure(
          "That is no path of a file.", "Take one that cfg_file_list shows.");
    }
    return switch (desk.files().read(file.get())) {
      case Opened.Read(Stored stored) -> work.apply(stored);
      case Opened.Refused(Refusal reason, String message) -> refused(reason, message);
    };
  }

  static Optional<Path> path(String text) {
    try {
      Path path = Path.of(text);
      return path.isAbsolute() ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  static Outcome.Failure noPath() {
    return ToolError.CONFIG_UNREADABLE.failure(
        "That is no absolute path of a file.", "Take one that cfg_file_list shows.");
  }

  static Outcome.Failure refused(Refusal reason, String message) {
    return switch (reason) {
      case OUTSIDE ->
          ToolError.CONFIG_OUTSIDE.failure(
              message,
              "Take a file that cfg_file_list shows, or ask whoever runs this server to set"
                  + " OPENSIPS_MCP_CFG_DIRS.");
      case CHANGED ->
          ToolError.CONFIG_CHANGED.failure(
              message, "Read it again with cfg_file_read, and give the hash that it shows.");
      case CHECK ->
          ToolError.CONFIG_FAULTY.failure(
              message, "Mend what cfg_check finds in the new text, then call again.");
      case MISSING, NOT_A_CONFIGURATION, OWNER, SYSTEM ->
          ToolError.CONFIG_UNREADABLE.failure(message, "Take a file that cfg_file_list shows.");
    };
  }

  /** {@return what comes of a configuration with all that it includes, where it is a file} */
  public Outcome program(Arguments arguments, Function<Program, Outcome> work) {
    return text(
        arguments,
        source -> {
          if (source.stored().isEmpty()) {
            return work.apply(Program.of(source.name(), source.text()));
          }
          Path file = source.stored().get().file();
          try {
            return work.apply(Loader.in(new Wholes(desk).root(file)).load(file).program());
          } catch (IOException e) {
            return ToolError.CONFIG_UNREADABLE.failure(
                file + " can't be read: " + e.getMessage(),
                "Take a file that cfg_file_list shows.");
          }
        });
  }

  /** {@return what the check says of all that a text belongs to, were it another one} */
  JsonObject verdict(Source source, String text, Version version) {
    Path name = Path.of(source.name());
    return source.stored().isPresent()
        ? FileWork.verdict(desk, name, text, version)
        : FileWork.verdict(List.of(Wholes.alone(name, text)), version);
  }

  /** {@return what looks at the node and what is around it} */
  Lookout lookout(ReadPorts ports) {
    return new Lookout(ports.mi(), ports.rights(), ports.db(), desk.directories(), desk.clock());
  }

  /** {@return the file that the call names} */
  Optional<Path> file(Arguments arguments) {
    return arguments.maybeText("path").flatMap(Given::path);
  }

  /** {@return the version that the call names, else the node's, else the one that is assumed} */
  public Version version(Arguments arguments, ReadPorts ports) {
    if (arguments.has("version")) {
      return Version.parse(arguments.text("version")).orElse(desk.assumed());
    }
    return switch (ports.mi().node()) {
      case MiResult.Success<MiNode>(MiNode node) -> node.version();
      case MiResult.Failure<MiNode> _ -> desk.assumed();
    };
  }
}
