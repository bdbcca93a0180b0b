package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.build.Load;
import dev.opensipsmcp.cfg.build.Setting;
import dev.opensipsmcp.cfg.build.Tuning;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tool {@code cfg_tune}. */
final class TuneTools {
  /** The modules whose settings count for a node of a role; all where the role is not here. */
  private static final Map<String, Set<String>> MODULES =
      Map.of(
          "edge", Set.of("tm", "nathelper"),
          "registrar", Set.of("tm", "usrloc", "nathelper"),
          "lb", Set.of("tm", "dialog"),
          "b2bua", Set.of("tm", "dialog"),
          "sbc", Set.of("tm", "dialog", "nathelper"),
          "presence", Set.of("tm"));

  private TuneTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Given given = new Given(desk);
    return List.of(
        ConfigToolset.READS.tool(
            "cfg_tune",
            "Settings for a load",
            ReadTools.says(
                "Tune workers, memory and hash sizes for a load.",
                "Use when a node's load is known.",
                "Not for one setting; use `cfg_set_parameter`.",
                "Returns lines with reasons, and switches; try them under load."),
            Schema.arguments(
                optional(
                    "role",
                    text("Its job")
                        .oneOf("edge", "registrar", "lb", "b2bua", "sbc", "presence", "generic")
                        .byDefault("generic")),
                optional("cpu_cores", integer("Processor cores").between(1, 512).byDefault(4)),
                optional(
                    "memory_mb",
                    integer("For OpenSIPS, MB").between(64, 1_048_576).byDefault(4_096)),
                optional("cps", integer("Calls a second").between(0, 100_000).byDefault(50)),
                optional(
                    "concurrent_calls",
                    integer("Calls at a time").between(0, 10_000_000).byDefault(1_000)),
                optional("registrations", integer("Contacts").between(0, 100_000_000).byDefault(0)),
                optional("tls", flag("Over TLS").byDefault(false)),
                optional("nat", flag("Behind NAT").byDefault(false)),
                optional("ha", flag("One of a pair").byDefault(false)),
                Given.VERSION),
            object(
                "Settings",
                required("text", text("Lines")),
                required("command_line", text("Switches")),
                required("settings", list("All", map("name, value, reason")))),
            List.of(
                "Tune a registrar for 50000 registrations on 8 cores",
                "How many UDP workers and how much memory for 300 calls per second?",
                "Capacity settings for an SBC with 5000 concurrent calls"),
            List.of(),
            (arguments, ports) -> tuned(arguments, given.version(arguments, ports))));
  }

  private static Outcome tuned(Arguments arguments, Version version) {
    int registrations = arguments.integer("registrations", 0);
    int calls = arguments.integer("concurrent_calls", 1_000);
    boolean tls = arguments.flag("tls", false);
    Load load =
        new Load(
            arguments.integer("cpu_cores", 4),
            arguments.integer("memory_mb", 4_096),
            arguments.integer("cps", 50),
            calls,
            registrations,
            tls ? Math.min(10_000_000, Math.max(registrations, Math.min(calls, 2_000))) : 0);
    String role = arguments.maybeText("role").orElse("generic");
    boolean nat = arguments.flag("nat", false);
    List<JsonObject> settings = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    Tuning tuning = Tuning.of(load, version);
    for (Setting setting : tuning.settings()) {
      if (counts(setting, role, nat)) {
        lines.append(line(setting));
        JsonObject json = new JsonObject();
        json.addProperty(
            "name",
            setting.module().isEmpty() ? setting.name() : setting.module() + "." + setting.name());
        json.addProperty("value", setting.value());
        json.addProperty("reason", setting.reason());
        settings.add(json);
      }
    }
    JsonObject json = new JsonObject();
    json.addProperty("text", lines.toString());
    json.addProperty("command_line", tuning.commandLine());
    json.add("settings", Json.list(settings));
    return new Outcome.Value(json, notes(arguments, tls));
  }

  private static boolean counts(Setting setting, String role, boolean nat) {
    return switch (setting.place()) {
      case GLOBAL, COMMAND_LINE -> true;
      case MODULE ->
          MODULES.getOrDefault(role, Set.of(setting.module())).contains(setting.module())
              && (nat || !setting.module().equals("nathelper"));
    };
  }

  private static String line(Setting setting) {
    return switch (setting.place()) {
      case GLOBAL ->
          "# " + setting.reason() + "\n" + setting.name() + " = " + setting.value() + "\n";
      case MODULE ->
          "# "
              + setting.reason()
              + "\nmodparam(\""
              + setting.module()
              + "\", \""
              + setting.name()
              + "\", "
              + setting.value()
              + ")\n";
      case COMMAND_LINE -> "";
    };
  }

  private static List<String> notes(Arguments arguments, boolean tls) {
    List<String> notes = new ArrayList<>();
    if (arguments.flag("ha", false)) {
      notes.add("Give both nodes of the pair these settings: either must carry all of the load.");
    }
    if (tls) {
      notes.add("A connection is counted for each registration, or for each call up to 2000.");
    }
    notes.add("A setting of a module counts only where the configuration loads it.");
    return notes;
  }
}
