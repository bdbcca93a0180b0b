package dev.opensipsmcp.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the YAML file into its top mapping. */
final class YamlFile {
  private YamlFile() {}

  /**
   * {@return the top mapping, or nothing when the file is empty or a fault was noted}
   *
   * @param file the file
   * @param known the keys that may stand at the top
   * @param faults takes what is wrong
   */
  static Optional<YamlTable> read(Path file, Set<String> known, Faults faults) {
    String name = String.valueOf(file.getFileName());
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(name).build();
      StreamReader reader = new StreamReader(settings, Files.readString(file));
      Optional<Node> top = new Composer(settings, new ParserImpl(settings, reader)).getSingleNode();
      return top.map(node -> new YamlTable(name, node, known, faults));
    } catch (IOException e) {
      faults.add(file.toString(), "can't be read: " + e.getMessage());
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(mark -> name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
              .orElse(name);
      faults.add(place, "is not valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      faults.add(name, "is not valid YAML: " + e.getMessage());
    }
    return Optional.empty();
  }
}
