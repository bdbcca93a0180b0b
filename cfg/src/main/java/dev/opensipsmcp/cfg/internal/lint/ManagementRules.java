package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules about who can reach the management of the server. */
final class ManagementRules {
  private static final List<String> MANAGEMENT =
      List.of("mi_http", "mi_html", "mi_xmlrpc_ng", "mi_xmlrpc", "pi_http", "prometheus");

  /** Where every local user may make files. */
  private static final Set<String> SHARED = Set.of("/tmp/", "/var/tmp/", "/dev/shm/");

  private ManagementRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S01",
                HIGH,
                "management over HTTP that others can reach",
                "MI over HTTP has no login of its own before 4.0, and whoever reaches it controls"
                    + " the server.",
                ManagementRules::http)
            .since("all; the default address is loopback from 4.0, a login is there from 4.0")
            .fix(version ->
                version.compareTo(Version.V4_0) >= 0
                    ? "Set `httpd`'s `ip` to 127.0.0.1, or set `auth_username` and"
                        + " `auth_password`."
                    : "Set `httpd`'s `ip` to 127.0.0.1, and put a proxy with a login before"
                        + " it where others need it."),
        AuditRule.of(
                "S02",
                MEDIUM,
                "management over HTTP without TLS",
                "Commands and answers can be read and changed on their way.",
                ManagementRules::httpWithoutTls)
            .fix("Set `httpd`'s `tls_cert_file` and `tls_key_file`."),
        AuditRule.of(
                "S03",
                HIGH,
                "MI over UDP that others can reach",
                "Datagrams have no login, and their sender's address can be made up.",
                ManagementRules::datagram)
            .fix("Let `mi_datagram`'s `socket_name` be a UNIX socket, or udp:127.0.0.1:8080."),
        AuditRule.of(
                "S04",
                MEDIUM,
                "MI file that every local user can open",
                "Any local user can control the server; newer kernels refuse a FIFO of another"
                    + " user in a directory that all can write to.",
                ManagementRules::files)
            .fix(
                "Leave `fifo_mode` and `unix_socket_mode` at 0660, and put the file into a"
                    + " directory of its own, /run/opensips for example."));
  }

  private static Optional<Item.LoadModule> consumer(Subject subject) {
    for (String module : MANAGEMENT) {
      if (subject.loads(module)) {
        return subject.load(module);
      }
    }
    return Optional.empty();
  }

  private static void http(Subject subject, Out out) {
    Optional<Item.LoadModule> consumer = consumer(subject);
    Optional<Item.LoadModule> httpd = subject.load("httpd");
    if (consumer.isEmpty() || httpd.isEmpty() || keepsOthersOut(subject)) {
      return;
    }
    boolean onlyNumbers = consumer.get().module().equals("prometheus");
    String ip = subject.text(KnownParameter.HTTPD_IP).orElse("");
    out.at(
        place(subject, httpd.get()),
        onlyNumbers ? MEDIUM : HIGH,
        consumer.get().module()
            + " answers over HTTP on "
            + (Texts.everywhere(ip) ? "every address" : ip)
            + (subject.last(KnownParameter.HTTPD_IP).isEmpty() ? ", as no ip is set." : "."));
  }

  private static Span place(Subject subject, Item.LoadModule httpd) {
    return subject.last(KnownParameter.HTTPD_IP).map(Item::span).orElse(httpd.span());
  }

  private static boolean local(Subject subject) {
    Optional<String> ip = subject.text(KnownParameter.HTTPD_IP);
    return ip.map(Texts::loopback).orElse(subject.since(Version.V4_0));
  }

  /** {@return whether the text keeps management over HTTP from others} */
  static boolean keepsOthersOut(Subject subject) {
    return consumer(subject).isEmpty() || !subject.loads("httpd") || closed(subject);
  }

  private static boolean closed(Subject subject) {
    boolean login =
        subject.since(Version.V4_0)
            && subject.text(KnownParameter.HTTPD_USER).filter(s -> !s.isEmpty()).isPresent()
            && subject.text(KnownParameter.HTTPD_PASSWORD).filter(s -> !s.isEmpty()).isPresent();
    return login || local(subject);
  }

  private static void httpWithoutTls(Subject subject, Out out) {
    Optional<Item.LoadModule> httpd = subject.load("httpd");
    boolean tls =
        subject.last(KnownParameter.HTTPD_CERTIFICATE).isPresent()
            && subject.last(KnownParameter.HTTPD_KEY).isPresent();
    if (httpd.isPresent() && consumer(subject).isPresent() && !tls && !local(subject)) {
      out.at(place(subject, httpd.get()), "httpd serves others without TLS.");
    }
  }

  private static void datagram(Subject subject, Out out) {
    for (Item.ModuleParameter parameter : subject.all(KnownParameter.DATAGRAM_SOCKET)) {
      String socket = Texts.of(parameter.value());
      if (socket.startsWith("udp:")) {
        String rest = socket.substring(4);
        int colon = rest.lastIndexOf(':');
        String host = colon < 0 ? rest : rest.substring(0, colon);
        if (!Texts.loopback(host)) {
          out.at(parameter, "mi_datagram takes commands on " + socket + ".");
        }
      }
    }
  }

  private static void files(Subject subject, Out out) {
    for (KnownParameter mode : List.of(KnownParameter.FIFO_MODE, KnownParameter.DATAGRAM_MODE)) {
      subject
          .last(mode)
          .filter(p -> Texts.number(p.value()).filter(bits -> (bits & 7) != 0).isPresent())
          .ifPresent(p -> out.at(p, mode.spelling() + " lets every local user in."));
    }
    Optional<Item.LoadModule> fifo = subject.load("mi_fifo");
    if (fifo.isPresent()) {
      String name = subject.text(KnownParameter.FIFO_NAME).orElse("/tmp/opensips_fifo");
      // who may write to a directory below these is not known
      if (SHARED.contains(name.substring(0, name.lastIndexOf('/') + 1))) {
        out.at(
            subject.last(KnownParameter.FIFO_NAME).map(Item::span).orElse(fifo.get().span()),
            "The FIFO " + name + " is in a directory that every local user can write to.");
      }
    }
  }
}
