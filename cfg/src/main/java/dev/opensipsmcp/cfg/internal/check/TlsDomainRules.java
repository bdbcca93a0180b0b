package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Nearest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters of module tls_mgm that are about one domain, {@code [domain]value}: the domain must
 * have been defined before them. The same from 3.2 to 4.0; tried on servers of 3.6.8 and 4.0.1.
 */
final class TlsDomainRules {
  private static final String MODULE = "tls_mgm";
  private static final Set<String> DEFINE = Set.of("server_domain", "client_domain");
  private static final Set<String> OF_A_DOMAIN =
      Set.of(
          "match_ip_address",
          "match_sip_domain",
          "tls_method",
          "verify_cert",
          "require_cert",
          "certificate",
          "private_key",
          "crl_check_all",
          "crl_dir",
          "ca_list",
          "ca_dir",
          "ciphers_list",
          "dh_params",
          "ec_curve");
  private static final Pattern VALUE =
      Pattern.compile("\\s*+\\[([^\\]]*+)\\](.*+)", Pattern.DOTALL);

  private final Scope scope;

  TlsDomainRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    Set<String> defined = new HashSet<>();
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.ModuleParameter it
          && it.module().value().equals(MODULE)
          && it.value() instanceof Literal.Text(String value, boolean _, Span span)) {
        if (DEFINE.contains(it.name().value())) {
          defined.add(value);
        } else if (OF_A_DOMAIN.contains(it.name().value())) {
          check(value, span, defined);
        }
      }
    }
  }

  private void check(String value, Span span, Set<String> defined) {
    Matcher matcher = VALUE.matcher(value);
    if (!matcher.matches() || matcher.group(1).isEmpty() || matcher.group(2).isEmpty()) {
      report("tls-domain-value", span, "There is no domain in this value.", "Write [domain]value.");
    } else if (!defined.contains(matcher.group(1))) {
      String name = matcher.group(1);
      report(
          "undefined-tls-domain",
          span,
          "No TLS domain " + Words.brief(name) + " is defined above.",
          Words.meant(Nearest.close().to(name, defined))
              .orElse(
                  "Define it before with modparam(\"tls_mgm\", \"server_domain\", \"...\") or"
                      + " client_domain."));
    }
  }

  private void report(String rule, Span span, String message, String hint) {
    scope.report().fatal(rule, Stage.READING, span, message, Optional.of(hint));
  }
}
