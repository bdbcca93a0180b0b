package dev.opensipsmcp.cfg.internal.migrate;

import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.both;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.dropParameter;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameFunction;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameModule;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.function;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.module;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.parameter;
import static dev.opensipsmcp.cfg.internal.migrate.Steps.variable;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.cfg.syntax.Item;
import java.util.List;

/** From 3.5 to 3.6. */
final class To36 {
  private static final String TABLES = "facts of 3.5 and 3.6";

  private To36() {}

  static List<Step> steps(Release to) {
    return Steps.of(to)
        .step(
            "branch-functions",
            "Functions on branches go by new names since 3.6.",
            "core functions of 3.5.9 and 3.6.8",
            both(
                MessageBranches.append(),
                renameFunction("remove_branch", "remove_msg_branch"),
                renameFunction("move_branch", "move_msg_branch"),
                renameFunction("swap_branches", "swap_msg_branches")),
            function("core", "append_branch_old"),
            function("core", "append_msg_branch"),
            function("core", "remove_msg_branch"),
            function("core", "move_msg_branch"),
            function("core", "swap_msg_branches"))
        .step(
            "branch-variables",
            "Branches are read as $msg.branch since 3.6, where the request"
                + " itself counts as number 0.",
            "variables of the core, 3.5.9 and 3.6.8",
            MessageBranches.variables(),
            variable("$msg.branch"),
            variable("$msg.branch.uri"),
            variable("$msg.branch.duri"),
            variable("$msg.branch.q"),
            variable("$msg.branch.path"),
            variable("$msg.branch.flags"),
            variable("$msg.branch.socket"),
            variable("$msg.branch.flag"))
        .step(
            "event-route",
            "Event routes need no module since 3.6.",
            TABLES,
            scene -> eventRoute(scene))
        .step(
            "rabbitmq",
            "Module event_rabbitmq publishes too since 3.6.",
            TABLES,
            renameModule("rabbitmq", "event_rabbitmq"),
            module("event_rabbitmq"),
            function("event_rabbitmq", "rabbitmq_publish"),
            parameter("event_rabbitmq", "server_id"))
        .step(
            "prometheus",
            "A statistic of a route comes as what the route returns since 3.6.",
            TABLES,
            dropParameter(
                "prometheus",
                "script_route_avp_result",
                "The route of prometheus gives its result back by return since 3.6.",
                "Return the statistics from the route that script_route names."))
        .step(
            "attributes",
            "Function lookup gives a contact's attributes as $msg.branch.attr.",
            TABLES,
            scene -> attributes(scene),
            variable("$msg.branch.attr"))
        .step(
            "credentials",
            "The table subscriber of 3.6 has no column rpid, which auth_db loads" + " unless told.",
            "schema and default of load_credentials, 3.6.8",
            credentials(),
            parameter("auth_db", "load_credentials"))
        .steps();
  }

  private static void eventRoute(Scene scene) {
    Script script = scene.script();
    for (Item.LoadModule load : script.loads()) {
      if (load.module().equals("event_route")) {
        scene.replace(Layout.withLine(script.text(), load.span()), "");
      }
    }
  }

  private static void attributes(Scene scene) {
    for (String module : List.of("registrar", "mid_registrar")) {
      for (Item.ModuleParameter parameter : scene.script().parameters(module, "attr_avp")) {
        scene.ask(
            parameter.span(),
            "Function lookup leaves the attributes of contacts in $msg.branch.attr since 3.6.",
            "Read $(msg.branch.attr(name)[index]) where the AVP was read after lookup.");
      }
    }
  }

  /** Whoever reads the AVP needs the column; nobody else does. */
  private static Rewriter credentials() {
    Rewriter none = Rewrites.explicit("auth_db", "load_credentials", "\"\"");
    Rewriter same = Rewrites.explicit("auth_db", "load_credentials", "\"rpid\"");
    return scene -> {
      Script script = scene.script();
      boolean read =
          script.variables("avp").stream()
                  .anyMatch(use -> use.subname().filter("rpid"::equals).isPresent())
              || !script.calls("append_rpid_hf").isEmpty()
              || !script.calls("is_rpid_user_e164").isEmpty();
      if (read && script.loaded("auth_db") && !script.sets("auth_db", "load_credentials")) {
        same.rewrite(scene);
        script
            .load("auth_db")
            .ifPresent(load ->
                scene.askNow(
                    load.span(),
                    "The script reads rpid, a column that table subscriber lost in 3.6.",
                    "Add column rpid to the new table, and copy it from the old one.",
                    "Take out what reads it, and set load_credentials to \"\"."));
      } else if (!read) {
        none.rewrite(scene);
      }
    };
  }
}
