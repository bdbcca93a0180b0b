package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.config.Settings.DatabaseEntry;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.config.Settings.TokenEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The secrets that stand in the settings. */
final class ConfiguredSecrets {
  private ConfiguredSecrets() {}

  // Plain loops: a start's first lambdas cost milliseconds.
  static List<String> of(Settings settings) {
    List<String> secrets = new ArrayList<>();
    for (TokenEntry token : settings.tokens()) {
      secrets.add(token.secret());
    }
    for (NodeEntry node : settings.instances()) {
      add(node.password(), secrets);
      if (node.database().isPresent()) {
        DatabaseEntry database = node.database().get();
        add(database.password(), secrets);
        add(DbUrl.parse(database.url()).password(), secrets);
      }
    }
    if (settings.evidence().homer().isPresent()) {
      add(settings.evidence().homer().get().password(), secrets);
      add(settings.evidence().homer().get().token(), secrets);
    }
    return secrets;
  }

  private static void add(Optional<String> secret, List<String> secrets) {
    if (secret.isPresent()) {
      secrets.add(secret.get());
    }
  }
}
