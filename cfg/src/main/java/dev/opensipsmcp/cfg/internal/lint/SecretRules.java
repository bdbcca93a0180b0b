package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.LOW;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;
import static dev.opensipsmcp.cfg.finding.Severity.UNKNOWN;

import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.lint.Release;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about passwords, nonces and who can read them. */
final class SecretRules {
  private static final Pattern URL =
      Pattern.compile("[a-z_]+://([^:@/\\s]*)(?::([^@/\\s]*))?@([^/\\s]*).*");
  private static final Set<String> DEFAULTS =
      Set.of(
          "opensipsrw",
          "opensipsro",
          "opensips",
          "password",
          "changeme",
          "secret",
          "root",
          "admin",
          "test",
          "postgres",
          "mysql",
          "1234",
          "12345",
          "123456",
          "12345678");
  private static final int SHORT_PASSWORD = 8;
  private static final int SHORT_SECRET = 16;

  private SecretRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S12",
                MEDIUM,
                "passwords stored in the clear",
                "Whoever reads the table has every password.",
                SecretRules::clearPasswords)
            .fix("Store HA1 values and set `calculate_ha1` to 0."),
        AuditRule.of(
                "S13",
                MEDIUM,
                "login that can be replayed",
                "An answer that was seen on the way works again.",
                SecretRules::nonces)
            .fix("Leave `disable_nonce_check` at 0 and `nonce_expire` at its 30 seconds."),
        AuditRule.of(
                "S14",
                MEDIUM,
                "nonce secret that is short, known or not shared",
                "A nonce can be made up; nodes with different secrets refuse each other's users.",
                SecretRules::secret)
            .fix("Set `auth`'s `secret` to 32 random characters, the same on all nodes."),
        AuditRule.of(
                "S16",
                HIGH,
                "known or weak database password",
                "It is in every manual or word list.",
                SecretRules::databasePasswords)
            .fix("Give the database user a random password, and set it in `db_default_url` once."),
        AuditRule.of(
                "S17",
                HIGH,
                "CVE-2026-25554 in auth_jwt",
                "A token's text goes into SQL, so its sender reads and changes the database.",
                SecretRules::jwt)
            .since(
                "mended in 3.4.17, 3.6.4 and 4.0.0; for 3.5 on its branch only",
                Version.V3_2,
                Version.V3_6)
            .fix(version ->
                version.compareTo(Version.V3_6) == 0
                    ? "Take release 3.6.4 or later, or use `jwt_script_authorize`."
                    : version.compareTo(Version.V3_4) == 0
                        ? "Take release 3.4.17 or later, or use `jwt_script_authorize`."
                        : version.compareTo(Version.V3_2) == 0
                            ? "Go to a release that has it mended, 3.4.17 or later."
                            : "Go to a release that has it mended, or use"
                                + " `jwt_script_authorize`."));
  }

  private static void clearPasswords(Subject subject, Out out) {
    for (KnownParameter clear : List.of(KnownParameter.AUTH_DB_HA1, KnownParameter.AUTH_HA1)) {
      subject
          .last(clear)
          .filter(p -> Texts.number(p.value()).filter(n -> n != 0).isPresent())
          .ifPresent(p -> out.at(p, "The digest is worked out from passwords in the clear."));
    }
  }

  private static void nonces(Subject subject, Out out) {
    subject
        .last(KnownParameter.NONCE_CHECK)
        .filter(p -> Texts.number(p.value()).filter(n -> n != 0).isPresent())
        .ifPresent(p -> out.at(p, "A nonce may be used any number of times."));
    subject
        .last(KnownParameter.NONCE_EXPIRE)
        .filter(p -> Texts.number(p.value()).filter(seconds -> seconds > 300).isPresent())
        .ifPresent(p -> out.at(p, "A nonce is good for more than five minutes."));
  }

  private static void secret(Subject subject, Out out) {
    Optional<Item.ModuleParameter> secret = subject.last(KnownParameter.SECRET);
    if (secret.isPresent()) {
      String value = Texts.of(secret.get().value());
      boolean known = value.toLowerCase(Locale.ROOT).matches(".*(secret|changeme|opensips).*");
      if (!value.contains("${") && (value.length() < SHORT_SECRET || known)) {
        out.at(secret.get(), "The secret is short or one that others use.");
      }
      return;
    }
    boolean challenges = subject.calls(Role.CHALLENGE).findAny().isPresent();
    if (challenges && subject.loads("clusterer")) {
      subject
          .load("auth")
          .ifPresent(auth -> out.at(auth, "Each node of the cluster makes a secret of its own."));
    }
  }

  private static void databasePasswords(Subject subject, Out out) {
    Map<String, Span> seen = new HashMap<>();
    places(subject)
        .forEach(place -> {
          Matcher url = URL.matcher(place.url());
          if (!url.matches()) {
            return;
          }
          String user = url.group(1);
          String password = url.group(2) == null ? "" : url.group(2);
          if (password.isEmpty()) {
            out.at(place.span(), "User " + user + " has no password in the database.");
          } else if (DEFAULTS.contains(password.toLowerCase(Locale.ROOT))
              || password.equalsIgnoreCase(user)) {
            out.at(place.span(), "The password of user " + user + " is a known one.");
          } else if (password.length() < SHORT_PASSWORD) {
            out.at(place.span(), MEDIUM, "The password of user " + user + " is a short one.");
          } else if (seen.putIfAbsent(place.url(), place.span()) != null) {
            out.at(place.span(), LOW, "The same URL with its password is written more than once.");
          }
        });
  }

  private record Place(Span span, String url) {}

  /** {@return whether there is a database URL that may hold a password} */
  static boolean hasPasswords(Subject subject) {
    return places(subject).anyMatch(place -> URL.matcher(place.url()).matches());
  }

  private static Stream<Place> places(Subject subject) {
    Stream<Place> ofModules =
        subject.parameters().stream()
            .filter(p -> p.name().value().endsWith("db_url"))
            .map(p -> new Place(p.span(), Texts.of(p.value())));
    Stream<Place> ofAll =
        subject.setting(KnownGlobal.DB_DEFAULT_URL).stream()
            .map(s ->
                new Place(s.span(), s.value().isEmpty() ? "" : Texts.of(s.value().getFirst())));
    return Stream.concat(ofAll, ofModules);
  }

  private static void jwt(Subject subject, Out out) {
    Optional<Release> release = subject.release();
    boolean mended =
        release
            .filter(r ->
                switch (subject.version()) {
                  case V3_4 -> r.compareTo(new Release(3, 4, 17)) >= 0;
                  case V3_6 -> r.compareTo(new Release(3, 6, 4)) >= 0;
                  case V3_2, V3_3, V3_5 -> false;
                  case V4_0 -> true;
                })
            .isPresent();
    boolean told =
        release.isPresent()
            || Set.of(Version.V3_2, Version.V3_3, Version.V3_5).contains(subject.version());
    if (mended) {
      return;
    }
    List<Site> calls =
        subject.calls(KnownFunction.JWT_DB_AUTHORIZE, KnownFunction.JWT_AUTHORIZE).toList();
    for (Site site : calls) {
      if (told) {
        out.at(site.call(), "This release takes the token's text into SQL.");
      } else {
        out.at(
            site.call().span(),
            UNKNOWN,
            "Early releases of " + subject.version().label() + " take the token's text into SQL.");
      }
    }
  }
}
