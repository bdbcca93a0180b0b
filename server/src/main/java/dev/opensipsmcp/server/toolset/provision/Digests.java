package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.secret.Secret;
import dev.opensipsmcp.server.secret.Secrets;
import java.util.Map;

/**
 * A subscriber's password as digest authentication reads it: hashes over user, realm and password,
 * in the columns that the table has. The password itself is not stored.
 */
final class Digests {
  private static final String TABLE = "subscriber";
  private static final String PASSWORD = "password";

  private Digests() {}

  /** {@return whether the field is such a password} */
  static boolean are(Entity entity, Field field) {
    return entity.table().equals(TABLE) && field.column().equals(PASSWORD);
  }

  /** {@return whether the hashes of a row would not fit it any more after the change} */
  static boolean outdatedBy(RowStep step) {
    return step.verb() == Verb.UPDATE
        && step.entity().table().equals(TABLE)
        && step.secrets().isEmpty()
        && (step.set().values().containsKey("username")
            || step.set().values().containsKey("domain"));
  }

  /** {@return the columns; the realm is the user's domain} */
  static Row of(RowStep step, Secret password, Secrets secrets) {
    Row row = step.after().orElse(step.set());
    Row columns = Row.of(PASSWORD, Value.of(""));
    Map<String, Secret> hashes =
        secrets.hashes(version(step.table()), row.text("username"), row.text("domain"), password);
    for (Map.Entry<String, Secret> hash : hashes.entrySet()) {
      columns = columns.with(hash.getKey(), Value.of(hash.getValue().reveal()));
    }
    return columns;
  }

  private static Version version(Table table) {
    Version found = Version.V3_6;
    for (Version version : Version.values()) {
      if (Facts.of(version).table(TABLE).filter(table::equals).isPresent()) {
        found = version;
      }
    }
    return found;
  }
}
