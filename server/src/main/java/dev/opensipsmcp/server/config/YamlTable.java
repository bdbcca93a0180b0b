package dev.opensipsmcp.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One mapping of the YAML file, with the places of its values. */
final class YamlTable {
  private final String file;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final String where;

  /**
   * Takes a mapping.
   *
   * @param file the file's name for messages
   * @param node the mapping; any other kind of node is a fault
   * @param known the keys that may stand here
   */
  YamlTable(String file, Node node, Set<String> known, Faults faults) {
    this.file = file;
    this.faults = faults;
    this.where = place(file, node);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        take(tuple, known);
      }
    } else {
      faults.add(where, "must be a mapping with the keys " + sorted(known));
    }
  }

  private void take(NodeTuple tuple, Set<String> known) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!known.contains(key)) {
      faults.add(
          place(file, tuple.getKeyNode()),
          "unknown key '" + key + "', known here: " + sorted(known));
    } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
      faults.add(place(file, tuple.getKeyNode()), "'" + key + "' stands here twice");
    }
  }

  String where() {
    return where;
  }

  /** {@return the scalars of this mapping} */
  Source source() {
    return new Scalars();
  }

  private final class Scalars extends Source {
    Scalars() {
      super(faults);
    }

    @Override
    Optional<Entry> entry(String key) {
      return scalar(key);
    }
  }

  private Optional<Source.Entry> scalar(String key) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(new Source.Entry(scalar.getValue(), place(file, node) + " " + key));
    }
    faults.add(place(file, node) + " " + key, "must be a single value");
    return Optional.empty();
  }

  /** {@return the mapping under a key, if it stands there} */
  Optional<YamlTable> table(String key, Set<String> known) {
    Node node = values.get(key);
    return node == null ? Optional.empty() : Optional.of(new YamlTable(file, node, known, faults));
  }

  /** {@return the mappings of the list under a key} */
  List<YamlTable> tables(String key, Set<String> known) {
    List<YamlTable> tables = new ArrayList<>();
    for (Node item : items(key)) {
      tables.add(new YamlTable(file, item, known, faults));
    }
    return tables;
  }

  /** {@return the texts of the list under a key} */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Source.Entry entry : entries(key)) {
      texts.add(entry.text());
    }
    return texts;
  }

  /** {@return the texts of the list under a key, with their places} */
  List<Source.Entry> entries(String key) {
    List<Source.Entry> entries = new ArrayList<>();
    for (Node item : items(key)) {
      String place = place(file, item) + " " + key;
      if (item instanceof ScalarNode scalar) {
        entries.add(new Source.Entry(scalar.getValue(), place));
      } else {
        faults.add(place, "must be a list of single values");
      }
    }
    return entries;
  }

  private List<Node> items(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    faults.add(place(file, node) + " " + key, "must be a list");
    return List.of();
  }

  private static String place(String file, Node node) {
    return node.getStartMark()
        .map(mark -> file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
        .orElse(file);
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }
}
