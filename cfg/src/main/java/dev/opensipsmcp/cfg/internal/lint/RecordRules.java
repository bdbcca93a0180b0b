package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;

/** Rules about what modules keep for others: domains, clusters, call records. */
final class RecordRules {
  private RecordRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "R20",
                MEDIUM,
                "use_domain left to its default",
                "The default is 0 before 4.0 and 1 from 4.0: users of one name are one, then two.",
                RecordRules::useDomain)
            .since("the default changed in 4.0")
            .fix("Set `use_domain` of each module that has it."),
        AuditRule.of(
                "R21",
                MEDIUM,
                "auth_db loads a column that newer tables lack",
                "With a table of 3.6 nobody can log in.",
                RecordRules::credentials)
            .since("3.4 to 3.6; the default is empty in 4.0", Version.V3_4, Version.V3_6)
            .fix("Set `auth_db`'s `load_credentials` to what you use, or to \"\"."),
        AuditRule.of(
                "R22",
                MEDIUM,
                "cluster node without what it needs",
                "Nodes do not find each other, or none of them is the active one.",
                RecordRules::cluster)
            .fix(
                "Set `clusterer`'s `my_node_id` and `db_url`, load `proto_bin` and listen for it,"
                    + " and give each `sharing_tag` an active node."),
        AuditRule.of(
                "R23",
                MEDIUM,
                "call records that miss calls",
                "Failed calls leave no record, or calls have no duration.",
                RecordRules::accounting)
            .since("`do_accounting` since 2.2")
            .fix("Write do_accounting(\"db\", \"cdr|missed|failed\"), and load `dialog`."));
  }

  private static void useDomain(Subject subject, Out out) {
    for (KnownParameter parameter :
        List.of(
            KnownParameter.USRLOC_DOMAIN,
            KnownParameter.AUTH_DB_DOMAIN,
            KnownParameter.GROUP_DOMAIN,
            KnownParameter.CARRIERROUTE_DOMAIN)) {
      Optional<Item.LoadModule> module = subject.load(parameter.module());
      if (module.isPresent() && subject.last(parameter).isEmpty()) {
        out.at(
            module.get(),
            "use_domain of "
                + parameter.module()
                + " is left to its default, "
                + (subject.since(Version.V4_0) ? "1." : "0."));
      }
    }
  }

  private static void credentials(Subject subject, Out out) {
    if (subject.last(KnownParameter.LOAD_CREDENTIALS).isEmpty()) {
      subject
          .load("auth_db")
          .ifPresent(load -> out.at(load, "auth_db loads column rpid, as nothing else is set."));
    }
  }

  private static void cluster(Subject subject, Out out) {
    Optional<Item.LoadModule> clusterer = subject.load("clusterer");
    if (clusterer.isEmpty()) {
      return;
    }
    boolean database = subject.number(KnownParameter.CLUSTER_DB_MODE).orElse(1L) != 0;
    if (subject.last(KnownParameter.CLUSTER_NODE).isEmpty()
        && (database || subject.last(KnownParameter.CLUSTER_NODE_INFO).isEmpty())) {
      out.at(clusterer.get(), "my_node_id is not set.");
    }
    if (database
        && subject.last(KnownParameter.CLUSTER_DB).isEmpty()
        && subject.setting(KnownGlobal.DB_DEFAULT_URL).isEmpty()) {
      out.at(clusterer.get(), "Nodes are read from a database, and no db_url is set.");
    }
    if (subject.listening("bin", "bins").findAny().isEmpty()) {
      out.at(clusterer.get(), "There is no BIN listener for the other nodes.");
    }
    subject.all(KnownParameter.CLUSTER_TAG).stream()
        .filter(p -> !Texts.of(p.value()).contains("active"))
        .filter(p -> !Texts.of(p.value()).contains("backup"))
        .forEach(p -> out.at(p, "Nothing says whether this node has the tag at the start."));
  }

  private static void accounting(Subject subject, Out out) {
    subject
        .calls(Role.ACCOUNTING)
        .forEach(site -> {
          String flags = Expressions.constant(site.call(), 1).orElse("");
          boolean variable = flags.indexOf('$') >= 0;
          if (flags.contains("cdr") && !subject.loads("dialog")) {
            out.at(site.call(), "Records of whole calls need module dialog.");
          } else if (!variable
              && (flags.contains("cdr") || flags.isEmpty())
              && !flags.contains("failed")
              && !flags.contains("missed")) {
            out.at(site.call(), "Failed and missed calls leave no record.");
          }
        });
  }
}
