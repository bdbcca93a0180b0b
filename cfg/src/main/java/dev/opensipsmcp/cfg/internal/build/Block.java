package dev.opensipsmcp.cfg.internal.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A block of configuration as the data files describe it: a feature, a scenario or a frame.
 *
 * @param kind {@code feature}, {@code scenario} or {@code frame}
 * @param name its name
 * @param head what its head says, each word with the text after it
 * @param sections its parts
 */
record Block(String kind, String name, Map<String, String> head, List<Section> sections) {
  Block {
    head = Map.copyOf(head);
    sections = List.copyOf(sections);
  }

  /** {@return the text after a word of the head, or nothing} */
  Optional<String> text(String word) {
    return Optional.ofNullable(head.get(word));
  }

  /** {@return the words after a word of the head} */
  List<String> words(String word) {
    String text = head.getOrDefault(word, "");
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
  }

  /** {@return the sections of a kind and name, in their order} */
  List<Section> sections(String sectionKind, String sectionName) {
    List<Section> found = new ArrayList<>();
    for (Section section : sections) {
      if (section.kind().equals(sectionKind) && section.name().equals(sectionName)) {
        found.add(section);
      }
    }
    return found;
  }

  /**
   * {@return the names of the placeholders in all its sections, in names and reasons too}
   *
   * @param features the chosen features, which decide what is written
   */
  Set<String> placeholders(Set<String> features) {
    Set<String> names = new LinkedHashSet<>();
    for (Section section : sections) {
      names.addAll(Template.of(List.of(section.name(), section.why())).placeholders(features));
      names.addAll(section.body().placeholders(features));
    }
    return names;
  }
}
