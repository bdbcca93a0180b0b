package dev.opensipsmcp.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretColumnsTest {
  /** Names that sound like a secret and are none: states, and keys in the sense of an index. */
  private static final Set<String> HARMLESS =
      Set.of("auth_state", "si_key", "e1_key", "e2_key", "e3_key", "keyname");

  @Test
  void everyColumnOnTheListIsOneOfOpenSips() {
    for (String table : SecretColumns.tables()) {
      for (String column : SecretColumns.of(table).keySet()) {
        assertThat(Version.values())
            .as(table + "." + column)
            .anyMatch(version ->
                Facts.of(version).table(table).flatMap(one -> one.column(column)).isPresent());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void noColumnThatSoundsSecretIsMissing(Version version) {
    Set<String> missing = new TreeSet<>();
    for (Table table : Facts.of(version).tables()) {
      for (Column column : table.columns()) {
        String name = column.name();
        boolean sounds = name.matches(".*(passw|secret|ha1|auth|token|key|cred|db_url).*");
        boolean known =
            SecretColumns.of(table.name()).containsKey(name)
                || HARMLESS.contains(name)
                || name.endsWith("_b2bl_key");
        if (sounds && !known) {
          missing.add(table.name() + "." + name);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void aColumnOfOpenSipsIsHiddenOnlyWhenItIsOnTheList(Version version) {
    for (Table table : Facts.of(version).tables()) {
      for (Column column : table.columns()) {
        assertThat(SecretColumns.hides(table.name(), column.name()))
            .as(table.name() + "." + column.name())
            .isEqualTo(SecretColumns.of(table.name()).containsKey(column.name()));
      }
    }
  }

  @Test
  void columnsOfSomebodysOwnThatSoundSecretAreHidden() {
    assertThat(SecretColumns.hides("subscriber", "ha1b")).isTrue();
    assertThat(SecretColumns.hides("SUBSCRIBER", "Password")).isTrue();
    assertThat(SecretColumns.hides("portal_users", "passwd_hash")).isTrue();
    assertThat(SecretColumns.hides("subscriber", "email_address")).isFalse();
  }
}
