package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.lint.Need;
import dev.opensipsmcp.cfg.lint.Surroundings;
import dev.opensipsmcp.cfg.syntax.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules about certificates as files and as proofs of who calls. */
final class CertificateRules {
  private static final Duration SOON = Duration.ofDays(21);

  private CertificateRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S36",
                MEDIUM,
                "certificate that ends, or a key that others read",
                "TLS stops with the certificate's end; a key that was read is worth nothing.",
                CertificateRules::certificates)
            .needs(Need.HOST)
            .unless(CertificateRules::noneSeen)
            .fix("Renew the certificate, and let only the server's user read its key."),
        AuditRule.of(
                "S38",
                MEDIUM,
                "caller verification that proves little",
                "A signature is trusted that nobody vouches for, or an old one.",
                CertificateRules::callers)
            .since("with module stir_shaken")
            .fix(
                "Set `stir_shaken`'s `ca_list`, leave `verify_date_freshness` at 60, and ask what"
                    + " `stir_shaken_verify` answers."));
  }

  private static List<Item.ModuleParameter> places(Subject subject) {
    List<Item.ModuleParameter> places = new ArrayList<>();
    places.addAll(subject.all(KnownParameter.TLS_CERTIFICATE));
    places.addAll(subject.all(KnownParameter.HTTPD_CERTIFICATE));
    places.addAll(subject.all(KnownParameter.TLS_KEY));
    places.addAll(subject.all(KnownParameter.HTTPD_KEY));
    return places;
  }

  private static String path(Item.ModuleParameter place) {
    return Texts.unlabelled(Texts.of(place.value()));
  }

  private static Optional<String> noneSeen(Subject subject) {
    Map<String, Surroundings.HostFile> seen = subject.surroundings().host().orElseThrow().files();
    List<Item.ModuleParameter> places = places(subject);
    return places.isEmpty() || places.stream().anyMatch(place -> seen.containsKey(path(place)))
        ? Optional.empty()
        : Optional.of("None of the certificates and keys that the text names could be seen.");
  }

  private static void certificates(Subject subject, Out out) {
    Surroundings.Host host = subject.surroundings().host().orElseThrow();
    for (Item.ModuleParameter place : places(subject)) {
      String path = path(place);
      Surroundings.HostFile file = host.files().get(path);
      if (file == null) {
        continue;
      }
      if (file.expires().filter(end -> end.isBefore(host.now().plus(SOON))).isPresent()) {
        out.at(place, "The certificate " + path + " ends at " + file.expires().get() + ".");
      }
      if (file.fits().filter(fits -> !fits).isPresent()) {
        out.at(place, "The key " + path + " does not belong to its certificate.");
      }
      boolean key = place.name().value().contains("key");
      if (key && (file.mode() & 7) != 0) {
        out.at(place, "The key " + path + " can be read by others.");
      }
    }
  }

  private static void callers(Subject subject, Out out) {
    Optional<Item.LoadModule> module = subject.load("stir_shaken");
    boolean verifies = subject.calls(KnownFunction.STIR_SHAKEN_VERIFY).findAny().isPresent();
    if (module.isEmpty() || !verifies) {
      return;
    }
    if (subject.last(KnownParameter.STIR_CA_LIST).isEmpty()
        && subject.last(KnownParameter.STIR_CA_DIR).isEmpty()) {
      out.at(module.get(), "No authority is set that certificates must come from.");
    }
    subject
        .last(KnownParameter.STIR_FRESHNESS)
        .filter(p -> Texts.number(p.value()).filter(seconds -> seconds > 120).isPresent())
        .ifPresent(p -> out.at(p, "Signatures are taken that are minutes old."));
    IgnoredAnswers.unasked(subject, Set.of(KnownFunction.STIR_SHAKEN_VERIFY.spelling()))
        .forEach(call -> out.at(call, "Nobody asks whether the signature is true."));
  }
}
