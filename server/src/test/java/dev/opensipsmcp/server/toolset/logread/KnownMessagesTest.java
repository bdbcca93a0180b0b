package dev.opensipsmcp.server.toolset.logread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of known messages is whole, and says only what there is. */
class KnownMessagesTest {
  private static final Times UTC = new Times(InstantSource.system(), ZoneOffset.UTC);
  private static final Pattern TOOL_LIKE = Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\b");

  /** Words with underscores that are OpenSIPS's: settings of core and of service managers. */
  private static boolean isSetting(KnownMessage message, String word) {
    return message.versions().stream()
        .map(version -> Version.parse(version).orElseThrow())
        .map(Facts::of)
        .anyMatch(facts ->
            facts.core().globalParameter(word).isPresent()
                || facts.table(word).isPresent()
                || facts.module(message.module()).stream()
                    .anyMatch(module ->
                        module.parameters().stream().anyMatch(one -> one.name().equals(word))
                            || module.functions().stream().anyMatch(one -> one.name().equals(word)))
                || facts.modules().stream().anyMatch(module -> module.name().equals(word)));
  }

  @Test
  void thereAreManyAndNoneIsThereTwice() {
    List<KnownMessage> all = KnownMessages.table().all();
    Set<String> seen = new HashSet<>();
    assertThat(all).hasSizeGreaterThanOrEqualTo(100);
    assertThat(all).allMatch(one -> seen.add(one.module() + one.pattern()));
    assertThat(all)
        .allSatisfy(one -> {
          assertThat(one.meaning()).endsWith(".");
          assertThat(one.cause()).endsWith(".");
          assertThat(one.nextStep()).endsWith(".");
          assertThat(String.join("", one.pieces())).hasSizeGreaterThan(8);
          assertThat(one.versions()).isNotEmpty();
        });
  }

  @Test
  void everyModuleIsOneOfItsVersions() {
    for (KnownMessage message : KnownMessages.table().all()) {
      for (String label : message.versions()) {
        Version version = Version.parse(label).orElseThrow();
        assertThat(
                message.module().equals("core")
                    || Facts.of(version).module(message.module()).isPresent())
            .as("%s in %s", message.module(), label)
            .isTrue();
      }
    }
  }

  @Test
  void everyNextStepNamesToolsAndSettingsThatThereAre() {
    Set<String> tools = new HashSet<>();
    AllTools.tools().forEach(tool -> tools.add(tool.name()));
    for (KnownMessage message : KnownMessages.table().all()) {
      Matcher word = TOOL_LIKE.matcher(message.nextStep());
      while (word.find()) {
        assertThat(tools.contains(word.group()) || isSetting(message, word.group()))
            .as("%s in the next step of %s", word.group(), message.pattern())
            .isTrue();
      }
    }
  }

  @Test
  void aLineFindsItsMessageByItsModuleAndWords() {
    assertThat(find("core", "not enough free shm memory (1024 bytes left, need 4096), please"))
        .map(KnownMessage::module)
        .contains("core");
    assertThat(find("rtpengine", "proxy <udp:192.0.2.1:22222> does not respond, disable it"))
        .isPresent();
    assertThat(find("tm", "proxy <udp:192.0.2.1:22222> does not respond, disable it")).isEmpty();
    assertThat(find("core", "all is well")).isEmpty();
  }

  private static Optional<KnownMessage> find(String module, String text) {
    return KnownMessages.table().find(new LogLine(1, "", UTC, 1, "ERROR", module, "f", text));
  }
}
