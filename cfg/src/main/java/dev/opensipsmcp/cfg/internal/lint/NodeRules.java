package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.HIGH;
import static dev.opensipsmcp.cfg.finding.Severity.LOW;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.lint.Need;
import dev.opensipsmcp.cfg.lint.Surroundings.Live;
import dev.opensipsmcp.cfg.lint.Surroundings.Reached;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules about where the text and the running node disagree. */
final class NodeRules {
  private static final String OTHER_FILE =
      "What the node does is not what the text says: it runs another file, or this one was changed"
          + " since it started.";

  /** A node tells whole seconds since its start. */
  private static final int ROUNDING = 2;

  private NodeRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "N01",
                MEDIUM,
                "node that listens where the text does not",
                OTHER_FILE,
                (subject, out) -> new Listeners(subject).unnamed(out))
            .needs(Need.LIVE)
            .unless(Listeners::obstacle)
            .fix("Restart the node with this text, or name the socket in it."),
        AuditRule.of(
                "N02",
                MEDIUM,
                "listener that the node does not have",
                OTHER_FILE,
                (subject, out) -> new Listeners(subject).missing(out))
            .needs(Need.LIVE)
            .unless(Listeners::obstacle)
            .fix("Restart the node with this text, or take the socket out of it."),
        AuditRule.of(
                "N03",
                MEDIUM,
                "module that the node has not loaded",
                OTHER_FILE,
                (subject, out) -> new NodeModules(subject).notLoaded(out))
            .needs(Need.LIVE)
            .unless(NodeModules::obstacle)
            .fix("Restart the node with this text, or take the module out of it."),
        AuditRule.of(
                "N04",
                LOW,
                "module of the node that the text does not load",
                OTHER_FILE,
                (subject, out) -> new NodeModules(subject).notNamed(out))
            .needs(Need.LIVE)
            .unless(NodeModules::obstacle)
            .fix("Restart the node with this text, or load the module in it."),
        AuditRule.of(
                "N05",
                HIGH,
                "management that can be reached although the text keeps others out",
                "Whoever reaches MI controls the server.",
                NodeRules::management)
            .needs(Need.LIVE)
            .unless(subject ->
                told(
                    subject,
                    live -> live.reached().isPresent() || !live.httpAddresses().isEmpty(),
                    "where its management answers"))
            .fix("Restart the node with this text, and look for a proxy that lets others through."),
        AuditRule.of(
                "N06",
                MEDIUM,
                "node of another version",
                "The text is judged by what another version does.",
                NodeRules::version)
            .needs(Need.LIVE)
            .fix("Audit for the node's version, or upgrade the node before it gets this text."),
        AuditRule.of(
                "N07",
                LOW,
                "file that was changed after the node's start",
                "The node goes on with what it read, and the change shows at its next start, when"
                    + " nobody expects it.",
                NodeRules::changed)
            .needs(Need.HOST)
            .unless(NodeRules::notItsFile)
            .fix("Restart the node at a time of your choice."));
  }

  /** {@return that the node did not tell something, if so} */
  static Optional<String> told(Subject subject, Predicate<Live> there, String what) {
    return subject.surroundings().live().filter(there).isPresent()
        ? Optional.empty()
        : Optional.of("The node did not tell " + what + ".");
  }

  private static void management(Subject subject, Out out) {
    Live live = subject.surroundings().live().orElseThrow();
    if (!ManagementRules.keepsOthersOut(subject)) {
      return; // S01 says so, from the text.
    }
    Span at =
        subject
            .last(KnownParameter.HTTPD_IP)
            .map(Item::span)
            .or(() -> subject.load("httpd").map(Item::span))
            .orElse(subject.main());
    boolean login =
        live.reached().filter(Reached::login).isPresent()
            || subject.text(KnownParameter.HTTPD_USER).filter(it -> !it.isEmpty()).isPresent();
    for (String address : live.httpAddresses()) {
      if (!Texts.loopback(address) && !login) {
        out.at(at, "The node's HTTP server listens on " + address + ".");
      }
    }
    live.reached()
        .filter(reached -> !Texts.loopback(reached.address()))
        .filter(reached -> !reached.login())
        .filter(_ -> live.httpAddresses().stream().allMatch(Texts::loopback))
        .ifPresent(reached ->
            out.at(
                at,
                "MI answered at "
                    + reached.address()
                    + " without a login"
                    + (reached.encrypted() ? "." : " and without TLS.")));
  }

  private static void version(Subject subject, Out out) {
    Live live = subject.surroundings().live().orElseThrow();
    String audited = subject.release().map(Object::toString).orElse(subject.version().label());
    boolean otherRelease =
        subject.release().isPresent()
            && live.release().isPresent()
            && !subject.release().equals(live.release());
    if (live.version() != subject.version() || otherRelease) {
      String node = live.release().map(Object::toString).orElse(live.version().label());
      out.at(
          subject.main(),
          "The node is OpenSIPS " + node + ", and the text is audited for " + audited + ".");
    }
  }

  private static Optional<String> notItsFile(Subject subject) {
    boolean known =
        subject.surroundings().host().flatMap(host -> host.changed()).isPresent()
            && subject.surroundings().live().flatMap(Live::started).isPresent();
    return known
        ? Optional.empty()
        : Optional.of(
            "As far as can be seen, the node was not started on this host with this file.");
  }

  private static void changed(Subject subject, Out out) {
    var changed = subject.surroundings().host().flatMap(host -> host.changed()).orElseThrow();
    var started = subject.surroundings().live().flatMap(Live::started).orElseThrow();
    if (changed.isAfter(started.plusSeconds(ROUNDING))) {
      // Without the times: a baseline must know it again.
      out.at(subject.main(), "The file was changed after the node read it at its start.");
    }
  }
}
