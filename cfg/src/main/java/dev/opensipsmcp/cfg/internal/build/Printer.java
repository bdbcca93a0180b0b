package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Setting;
import dev.opensipsmcp.cfg.build.Tuning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the blocks of a situation as one file. */
final class Printer {
  private final Scenario scenario;
  private final Situation situation;
  private final Library library;
  private final Tuning tuning;
  private final Values values;
  private final List<String> out = new ArrayList<>();
  private final Set<String> modules = new LinkedHashSet<>();

  Printer(Scenario scenario, Situation situation, Library library, Tuning tuning, Values values) {
    this.scenario = scenario;
    this.situation = situation;
    this.library = library;
    this.tuning = tuning;
    this.values = values;
  }

  BuildResult.Built print() {
    header();
    Map<String, List<Section>> loaded = loaded();
    globals();
    modules(loaded);
    title("Routes");
    Block frame = library.frame(situation.blocks().getLast());
    for (Section section : frame.sections()) {
      out.addAll(situation.comment(section.why(), ""));
      out.addAll(situation.write(section.body()));
      out.add("");
    }
    while (out.getLast().isEmpty()) {
      out.removeLast();
    }
    List<String> features = new ArrayList<>();
    for (Block block : situation.blocks()) {
      if (block.kind().equals("feature") && !block.name().equals("BASE")) {
        features.add(block.name());
      }
    }
    return new BuildResult.Built(
        String.join("\n", new Secrets(values).place(squeezed())) + "\n",
        List.copyOf(modules),
        features,
        new Notes(scenario, situation, tuning, values).all());
  }

  private void header() {
    out.add("# " + scenario.title() + ", for OpenSIPS " + situation.version().label());
    out.add("#");
    out.addAll(situation.comment(scenario.summary(), ""));
    String switches = tuning.commandLine();
    if (!switches.isEmpty()) {
      out.add("# Start with: opensips " + switches);
    }
    out.add("");
  }

  private void title(String text) {
    out.add("#### " + text + " " + "#".repeat(Math.max(4, 70 - text.length())));
    out.add("");
  }

  private void globals() {
    title("Settings");
    Map<String, Setting> tuned = new LinkedHashMap<>();
    for (Setting setting : tuning.at(Setting.Place.GLOBAL, "")) {
      tuned.put(setting.name(), setting);
    }
    for (Block block : situation.blocks()) {
      for (Section section : block.sections("global", "")) {
        List<String> lines = new ArrayList<>();
        for (String line : situation.write(section.body())) {
          int equals = line.indexOf('=');
          if (equals < 0 || !tuned.containsKey(line.substring(0, equals).strip())) {
            lines.add(line);
          }
        }
        if (lines.stream().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
          out.addAll(situation.comment(section.why(), ""));
          out.addAll(lines);
          out.add("");
        }
      }
    }
    for (Setting setting : tuned.values()) {
      out.addAll(situation.comment(setting.reason(), ""));
      out.add(setting.name() + " = " + setting.value());
      out.add("");
    }
  }

  private Map<String, List<Section>> loaded() {
    Map<String, List<Section>> loaded = new LinkedHashMap<>();
    for (Block block : situation.blocks()) {
      for (Section section : block.sections()) {
        if (section.kind().equals("module")) {
          Template name = Template.of(List.of(section.name()));
          String module = situation.write(name).getFirst();
          List<String> lines = situation.write(section.body());
          if (!lines.contains("-")) {
            loaded.computeIfAbsent(module, key -> new ArrayList<>()).add(section);
          }
        }
      }
    }
    return loaded;
  }

  private void modules(Map<String, List<Section>> loaded) {
    title("Modules");
    out.add("mpath = \"" + situation.values().get("module-path") + "\"");
    out.add("");
    loaded.forEach((module, sections) -> {
      modules.add(module);
      for (Section section : sections) {
        out.addAll(situation.comment(section.why(), ""));
      }
      out.add("loadmodule \"" + module + ".so\"");
      Set<String> lines = new LinkedHashSet<>();
      for (Section section : sections) {
        for (String line : situation.write(section.body())) {
          lines.add(parameter(module, line));
        }
      }
      for (Setting setting : tuning.at(Setting.Place.MODULE, module)) {
        String start = "modparam(\"" + module + "\", \"" + setting.name() + "\",";
        lines.removeIf(line -> line.startsWith(start));
        lines.addAll(situation.comment(setting.reason(), ""));
        lines.add(start + " " + setting.value() + ")");
      }
      out.addAll(lines);
      out.add("");
    });
  }

  private static String parameter(String module, String line) {
    int equals = line.indexOf(" = ");
    if (line.startsWith("#") || equals < 0) {
      return line;
    }
    return "modparam(\"%s\", \"%s\", %s)"
        .formatted(module, line.substring(0, equals), line.substring(equals + 3));
  }

  /** {@return the lines without two empty ones in a row, and none at the start of a block} */
  private List<String> squeezed() {
    List<String> lines = new ArrayList<>();
    for (String line : out) {
      boolean empty = line.isBlank();
      if (empty && (lines.isEmpty() || lines.getLast().isEmpty())) {
        continue;
      }
      if (line.strip().equals("}") && !lines.isEmpty() && lines.getLast().isEmpty()) {
        lines.removeLast();
      }
      lines.add(empty ? "" : line.stripTrailing());
    }
    return lines;
  }
}
