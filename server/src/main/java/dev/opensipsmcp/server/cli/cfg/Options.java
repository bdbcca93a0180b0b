package dev.opensipsmcp.server.cli.cfg;

import dev.opensipsmcp.facts.Version;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * The words of one command.
 *
 * @param parsed as they were parsed
 * @param err where it is said what was assumed
 */
record Options(ParseResult parsed, PrintStream err) {
  boolean flag(String name) {
    return parsed.matchedOptionValue(name, false);
  }

  Optional<String> text(String name) {
    String value = parsed.matchedOptionValue(name, "");
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  List<String> texts(String name) {
    return parsed.matchedOptionValue(name, List.<String>of());
  }

  Set<String> words(String name) {
    return text(name)
        .map(value ->
            Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new)))
        .orElseGet(LinkedHashSet::new);
  }

  String positional(int index) {
    return parsed.matchedPositionalValue(index, "");
  }

  /** {@return the version that is named, or else this one} */
  Version version(Optional<Version> otherwise) {
    return text(CfgWords.VERSION).isEmpty() && otherwise.isPresent() ? otherwise.get() : version();
  }

  /** {@return the version that is named, or 3.6, which is then said} */
  Version version() {
    Optional<String> word = text(CfgWords.VERSION);
    if (word.isEmpty()) {
      err.println("Taken for OpenSIPS 3.6; " + CfgWords.VERSION + " names another version.");
      return Version.V3_6;
    }
    return Version.parse(word.get())
        .orElseThrow(() ->
            new Unreadable(
                "There are no facts about OpenSIPS "
                    + word.get()
                    + ". Give one of "
                    + Arrays.stream(Version.values())
                        .map(Version::label)
                        .collect(Collectors.joining(", "))
                    + "."));
  }
}
