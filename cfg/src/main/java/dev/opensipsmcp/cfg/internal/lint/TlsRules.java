package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.syntax.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules about certificates and who is behind them. */
final class TlsRules {
  private static final Set<String> OLD =
      Set.of("sslv2", "sslv3", "sslv23", "tlsany", "tlsv1", "tlsv1_1");
  private static final Pattern TRUNK = Pattern.compile("trunk|carrier|provider|peer");

  private TlsRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S21",
                MEDIUM,
                "HTTPS without checking the server",
                "Anybody on the way can answer in the server's place.",
                TlsRules::rest)
            .fix("Leave `rest_client`'s `ssl_verifypeer` and `ssl_verifyhost` at 1."),
        AuditRule.of(
                "S34",
                MEDIUM,
                "old TLS protocols allowed",
                "A connection can be talked down to a protocol that is broken.",
                TlsRules::methods)
            .since("ranges since 3.1; the default is still the flexible one in 4.0")
            .fix("Set `tls_mgm`'s `tls_method` of each domain to TLSv1_2-TLSv1_3."),
        AuditRule.of(
                "S35",
                HIGH,
                "trunk whose certificate is not checked",
                "Whoever answers at the trunk's address gets the calls.",
                TlsRules::trunks)
            .fix("Set `tls_mgm`'s `verify_cert` to 1 and `ca_list` to the trunk's authority."),
        AuditRule.of(
                "S37",
                MEDIUM,
                "revocation or domain match without what they need",
                "Revoked certificates pass, or a client gets another domain's certificate.",
                TlsRules::matches)
            .fix(
                "Set `tls_mgm`'s `crl_dir` beside `crl_check_all`, and `match_sip_domain` or"
                    + " `match_ip_address` for each of several domains."));
  }

  private static void rest(Subject subject, Out out) {
    for (KnownParameter check : List.of(KnownParameter.VERIFY_PEER, KnownParameter.VERIFY_HOST)) {
      subject
          .last(check)
          .filter(p -> Texts.number(p.value()).filter(n -> n == 0).isPresent())
          .ifPresent(p -> out.at(p, check.spelling() + " is off."));
    }
  }

  private static boolean old(String method) {
    String range = Texts.unlabelled(method).strip().toLowerCase(java.util.Locale.ROOT);
    int dash = range.indexOf('-');
    String least = dash < 0 ? range : range.substring(0, dash);
    return dash == 0 || OLD.contains(least);
  }

  private static void methods(Subject subject, Out out) {
    Optional<Item.LoadModule> tls = subject.load("tls_mgm");
    if (tls.isEmpty()) {
      return;
    }
    List<Item.ModuleParameter> set = subject.all(KnownParameter.TLS_METHOD);
    if (set.isEmpty() && subject.last(KnownParameter.TLS_DB).isEmpty()) {
      out.at(tls.get(), "tls_method is not set, so every protocol of the library is taken.");
    }
    set.stream()
        .filter(parameter -> old(Texts.of(parameter.value())))
        .forEach(
            parameter -> out.at(parameter, Texts.of(parameter.value()) + " takes old protocols."));
  }

  private static void trunks(Subject subject, Out out) {
    Set<String> clients =
        subject.all(KnownParameter.TLS_CLIENT).stream()
            .map(p -> domain(Texts.of(p.value())))
            .collect(Collectors.toSet());
    Set<String> servers =
        subject.all(KnownParameter.TLS_SERVER).stream()
            .map(p -> domain(Texts.of(p.value())))
            .collect(Collectors.toSet());
    List<Item.ModuleParameter> checks = new ArrayList<>(subject.all(KnownParameter.TLS_VERIFY));
    checks.addAll(subject.all(KnownParameter.TLS_REQUIRE));
    for (Item.ModuleParameter check : checks) {
      String value = Texts.of(check.value());
      String label = Texts.label(value);
      boolean trunk =
          clients.contains(label)
              || (label.isEmpty() && !clients.isEmpty())
              || TRUNK.matcher(label).find();
      if (!Texts.unlabelled(value).strip().equals("0")) {
        continue;
      }
      if (trunk) {
        out.at(check, check.name().value() + " is off for a trunk.");
      } else if (!servers.contains(label) && check.name().value().equals("verify_cert")) {
        out.at(check.span(), MEDIUM, "No certificate is checked, a trunk's neither.");
      }
    }
    Set<String> vouched = new java.util.HashSet<>();
    for (KnownParameter list : List.of(KnownParameter.TLS_CA_LIST, KnownParameter.TLS_CA_DIR)) {
      subject.all(list).forEach(p -> vouched.add(Texts.label(Texts.of(p.value()))));
    }
    for (Item.ModuleParameter client : subject.all(KnownParameter.TLS_CLIENT)) {
      String name = domain(Texts.of(client.value()));
      if (!vouched.contains(name) && !vouched.contains("")) {
        out.at(client.span(), MEDIUM, "Domain " + name + " has no list of authorities.");
      }
    }
  }

  private static String domain(String value) {
    int equals = value.indexOf('=');
    return (equals < 0 ? value : value.substring(0, equals)).strip();
  }

  private static void matches(Subject subject, Out out) {
    subject
        .last(KnownParameter.TLS_CRL_ALL)
        .filter(p -> !Texts.unlabelled(Texts.of(p.value())).strip().equals("0"))
        .filter(p -> subject.last(KnownParameter.TLS_CRL_DIR).isEmpty())
        .ifPresent(p -> out.at(p, "There is no crl_dir that revocations are looked up in."));
    List<Item.ModuleParameter> servers = subject.all(KnownParameter.TLS_SERVER);
    if (servers.size() < 2) {
      return;
    }
    Set<String> matched = new java.util.HashSet<>();
    for (KnownParameter match :
        List.of(KnownParameter.TLS_MATCH_ADDRESS, KnownParameter.TLS_MATCH_DOMAIN)) {
      subject.all(match).forEach(p -> matched.add(Texts.label(Texts.of(p.value()))));
    }
    servers.stream()
        .filter(server -> Texts.of(server.value()).indexOf('=') < 0)
        .filter(server -> !matched.contains(domain(Texts.of(server.value()))))
        .skip(matched.isEmpty() ? 1 : 0)
        .forEach(server ->
            out.at(
                server,
                "Nothing says which connections domain "
                    + domain(Texts.of(server.value()))
                    + " is for."));
  }
}
