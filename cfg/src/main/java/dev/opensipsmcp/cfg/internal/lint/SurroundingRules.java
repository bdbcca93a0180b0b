package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.lint.Need;
import dev.opensipsmcp.cfg.lint.Surroundings;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.List;

/** Rules about what surrounds the text: the host, the running node, the database. */
final class SurroundingRules {
  private SurroundingRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S43",
                MEDIUM,
                "trusted addresses that are too wide",
                "Over UDP a sender's address can be made up; the wider, the easier.",
                SurroundingRules::addresses)
            .needs(Need.DATABASE)
            .unless(Tables::obstacle)
            .fix("Name single addresses, their port and their protocol in table `address`."),
        AuditRule.of(
                "S44",
                MEDIUM,
                "known and unknown users told apart",
                "A scanner finds the accounts that are worth an attack.",
                SurroundingRules::enumeration)
            .needs(Need.LIVE)
            .unless(subject ->
                NodeRules.told(
                    subject,
                    live -> live.tellsUsersApart().isPresent(),
                    "how it answers requests for users"))
            .fix("Challenge every caller in the same way, whether the user exists or not."),
        AuditRule.of(
                "S45",
                HIGH,
                "configuration that others read, or a server that runs as root",
                "Local users read its passwords; a fault in the server is one of the whole host.",
                SurroundingRules::host)
            .needs(Need.HOST)
            .fix("Set its mode to 0640 and start the server with a user of its own."));
  }

  private static void addresses(Subject subject, Out out) {
    Span at = subject.load("permissions").map(Item::span).orElse(subject.main());
    for (var row : subject.surroundings().database().orElseThrow().trusted()) {
      boolean six = row.address().indexOf(':') >= 0;
      boolean wide = row.mask() < (six ? 64 : 24);
      boolean anyWay = row.port() == 0 && row.protocol().equalsIgnoreCase("any");
      if (wide || anyWay) {
        out.at(
            at,
            "Group "
                + row.group()
                + " trusts "
                + row.address()
                + "/"
                + row.mask()
                + (anyWay ? " on any port and protocol." : "."));
      }
    }
  }

  private static void enumeration(Subject subject, Out out) {
    boolean apart =
        subject.surroundings().live().flatMap(Surroundings.Live::tellsUsersApart).orElse(false);
    if (apart) {
      out.at(subject.main(), "The node answers differently for users that exist.");
    }
  }

  private static void host(Subject subject, Out out) {
    Surroundings.Host host = subject.surroundings().host().orElseThrow();
    boolean passwords =
        SecretRules.hasPasswords(subject) || subject.last(KnownParameter.SECRET).isPresent();
    host.files()
        .forEach((path, file) -> {
          if (path.endsWith(".cfg") && passwords && (file.mode() & 7) != 0) {
            out.at(subject.main(), "Every local user can read the passwords in " + path + ".");
          }
        });
    if (host.user().filter(user -> user.equals("root")).isPresent()) {
      out.at(subject.main(), "The server runs as root.");
    }
  }
}
