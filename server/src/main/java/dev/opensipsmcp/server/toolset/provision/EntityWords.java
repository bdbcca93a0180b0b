package dev.opensipsmcp.server.toolset.provision;

import java.util.List;
import java.util.Map;

/**
 * What tools of an entity are asked for by.
 *
 * @param plural what several are called
 * @param aliases unlisted names, by verb
 * @param examples prompts in a person's words, by verb, at least three each
 */
public record EntityWords(
    String plural, Map<Verb, List<String>> aliases, Map<Verb, List<String>> examples) {
  public EntityWords {
    aliases = Map.copyOf(aliases);
    examples = Map.copyOf(examples);
  }

  List<String> aliases(Verb verb) {
    return aliases.getOrDefault(verb, List.of());
  }

  List<String> examples(Verb verb) {
    return examples.getOrDefault(verb, List.of());
  }
}
