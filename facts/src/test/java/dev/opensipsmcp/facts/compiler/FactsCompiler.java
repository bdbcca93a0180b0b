package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns facts extracted from OpenSIPS into this module's resources: names, types and short values,
 * no prose. Run by hand for a new OpenSIPS release; the same input gives the same bytes.
 */
public final class FactsCompiler {
  private final Path extracted;
  private final SortedMap<String, String> parts = new TreeMap<>();

  private FactsCompiler(Path extracted) {
    this.extracted = extracted;
  }

  /**
   * Compiles into a directory.
   *
   * @param arguments the directory of the extracted facts, with one directory per release and
   *     changes.json, and the directory to write to
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("Give two arguments: the extracted facts and the output directory.");
      System.exit(2);
    }
    Path output = Path.of(arguments[1]);
    for (var part : compile(Path.of(arguments[0]), List.of(Version.values())).entrySet()) {
      Path file = output.resolve(part.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, part.getValue());
    }
  }

  /**
   * Compiles in memory.
   *
   * @param extracted the directory of the extracted facts
   * @param versions the versions to compile, each with one release in that directory
   * @return the text of every part by its name, for example {@code 3.6/mi.tsv}
   */
  static SortedMap<String, String> compile(Path extracted, List<Version> versions)
      throws IOException {
    FactsCompiler compiler = new FactsCompiler(extracted);
    for (Version version : versions) {
      compiler.addParts(version);
    }
    compiler.addRenames();
    return compiler.parts;
  }

  private void addParts(Version version) throws IOException {
    Path release = release(version);
    JsonElement modules = Json.read(release.resolve("modules.json"));
    JsonObject core = Json.read(release.resolve("core.json")).getAsJsonObject();
    JsonElement commands = Json.read(release.resolve("mi-commands.json"));
    JsonElement tables = Json.read(release.resolve("db-schema.json"));
    String to = version.label() + "/";
    parts.put(to + "mi.tsv", MiPart.of(commands, modules));
    parts.put(to + "modules.tsv", ModulesPart.of(modules));
    parts.put(to + "core.tsv", CorePart.of(core));
    parts.put(to + "tables.tsv", TablesPart.of(tables));
    parts.put(to + "statistics.tsv", StatisticsPart.of(core, modules, live(release, "statistics")));
    parts.put(to + "events.tsv", EventsPart.of(core, modules, live(release, "events")));
  }

  /** Releases that were never run have no such file. */
  private static JsonObject live(Path release, String what) throws IOException {
    Path file = release.resolve(what + "-live.json");
    return Files.exists(file) ? Json.read(file).getAsJsonObject() : new JsonObject();
  }

  private void addRenames() throws IOException {
    for (JsonObject change : Json.objects(Json.read(extracted.resolve("changes.json")))) {
      if (Json.object(change, "mi").has("renamed")) {
        parts.put(
            "mi-renames.tsv",
            RenamesPart.of(
                change,
                read(Json.string(change, "from"), "mi-commands.json"),
                read(Json.string(change, "to"), "mi-commands.json"),
                read(Json.string(change, "to"), "modules.json")));
      }
    }
  }

  private JsonElement read(String release, String file) throws IOException {
    return Json.read(extracted.resolve(release).resolve(file));
  }

  private Path release(Version version) throws IOException {
    try (Stream<Path> entries = Files.list(extracted)) {
      List<Path> releases =
          entries
              .filter(it -> it.getFileName().toString().startsWith(version.label() + "."))
              .toList();
      if (releases.size() != 1) {
        throw new IllegalArgumentException(
            "There must be one release of "
                + version.label()
                + " in "
                + extracted
                + ": "
                + releases);
      }
      return releases.getFirst();
    }
  }
}
