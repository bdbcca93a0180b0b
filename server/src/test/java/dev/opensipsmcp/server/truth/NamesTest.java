package dev.opensipsmcp.server.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.provision.kind.Kinds;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever looks like a name of OpenSIPS, anywhere in code, tests, templates or documents, is one:
 * the facts of a version have it, or it is a name of ours.
 */
class NamesTest {
  /** The prefixes that OpenSIPS's modules give their commands and that nothing else here uses. */
  private static final Pattern LOOKS_LIKE_OPENSIPS =
      Pattern.compile(
          "\\b(?:dlg|b2b|b2be|ul|ds|lb|dr|cc|rtpengine|rtpproxy|clusterer|cluster|sr|pike|nh|mem|shv"
              + "|fraud|rl|qr|cr|pua|pres|msrp|trie|tls|uac|reg|profile)_[a-z][a-z0-9_]*\\b");

  /**
   * Names that are wrong or invented on purpose: what a person might type, or never should find.
   */
  private static final Set<String> WRONG_ON_PURPOSE =
      Set.of("dlg_lst", "pua_list_publications", "dlg_val");

  /** What answers of commands name, and nothing in the facts does: seen in OpenSIPS's source. */
  private static final Set<String> ONLY_IN_ANSWERS =
      Set.of("b2b_key", "dlg_state", "msrp_ua_session_id");

  /** A header of OpenSIPS's sources, which modules include. */
  private static final Set<String> HEADERS = Set.of("sr_module");

  private static final Set<String> ENDINGS =
      Set.of(".java", ".md", ".txt", ".yaml", ".yml", ".json");

  @Test
  void every_name_that_stands_in_the_project_is_in_the_facts_or_ours() throws IOException {
    Set<String> known = new HashSet<>(ours());
    for (Version version : Version.values()) {
      addFacts(Facts.of(version), known);
    }
    Set<String> unknown = new TreeSet<>();
    for (Path file : files()) {
      Matcher matcher = LOOKS_LIKE_OPENSIPS.matcher(Files.readString(file));
      while (matcher.find()) {
        String name = matcher.group();
        if (!known.contains(name)
            && !WRONG_ON_PURPOSE.contains(name)
            && !ONLY_IN_ANSWERS.contains(name)
            && !HEADERS.contains(name)) {
          unknown.add(name + " in " + file.getFileName());
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static Set<String> ours() {
    Set<String> names = new HashSet<>();
    Kinds.all().forEach(kind -> names.add(kind.name()));
    AllTools.tools()
        .forEach(tool -> {
          names.add(tool.name());
          names.addAll(tool.aliases());
        });
    return names;
  }

  private static void addFacts(Facts facts, Set<String> known) {
    for (MiCommand command : facts.mi().commands()) {
      known.add(command.name());
      known.add(command.localName());
      known.addAll(command.aliases());
      command
          .recipes()
          .forEach(r -> r.parameters().stream().map(MiParameter::name).forEach(known::add));
    }
    facts
        .modules()
        .forEach(module -> {
          known.add(module.name());
          module.parameters().forEach(parameter -> known.add(parameter.name()));
          module.functions().forEach(function -> known.add(function.name()));
        });
    facts
        .tables()
        .forEach(table -> {
          known.add(table.name());
          table.columns().forEach(column -> known.add(column.name()));
        });
    facts.statistics().forEach(statistic -> known.add(statistic.name()));
  }

  /** The sources and documents, but not the facts themselves nor the recordings. */
  private static List<Path> files() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(NamesTest::isOurs).filter(Files::isRegularFile).toList();
    }
  }

  private static boolean isOurs(Path file) {
    String path = file.toString();
    String name = String.valueOf(file.getFileName());
    return ENDINGS.stream().anyMatch(name::endsWith)
        // What older versions and Kamailio had is named in cfg, whose own tests hold it against
        // facts.
        && Stream.of("/target/", "/node_modules/", "/.git/", "/.fast", "/facts/src/", "/cfg/src/")
            .noneMatch(path::contains);
  }
}
