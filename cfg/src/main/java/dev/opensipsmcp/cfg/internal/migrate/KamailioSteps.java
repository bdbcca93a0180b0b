package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is done to a configuration of Kamailio, in the order in which it is done. */
final class KamailioSteps {
  private static final String SOURCE = "manuals of Kamailio 5.8 and the facts of OpenSIPS";

  private KamailioSteps() {}

  static Step words(Map<String, String> defined) {
    return step(
        "words", "Words of Kamailio's core are variables in OpenSIPS.", new KamailioWords(defined));
  }

  static Step routes() {
    return step("routes", "Routes begin with other words in OpenSIPS.", KamailioRoutes.rewriter());
  }

  static List<Step> all(Facts facts) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        step("settings", "The setting has another name in OpenSIPS.", KamailioSettings.rewriter()));
    steps.add(
        step(
            "modules",
            "The module has another name in OpenSIPS, or is not needed.",
            KamailioModules.modules(facts)));
    steps.add(
        step(
            "parameters",
            "The parameter has another name or unit in OpenSIPS.",
            KamailioModules.parameters(facts)));
    steps.add(step("functions", "The function has another name in OpenSIPS.", functions()));
    steps.add(
        step("challenges", "What a challenge protects is given by name.", Challenges.rewriter()));
    steps.add(step("flags", "Flags are given by name in OpenSIPS.", flags()));
    steps.add(step("branches", "Branches are appended by another function.", branches(facts)));
    steps.add(step("variables", "The variable has another name in OpenSIPS.", variables()));
    steps.add(
        step("quotes", "Numbers and variables stand without quotes in OpenSIPS.", Quotes.off()));
    return steps;
  }

  private static Step step(String id, String why, Rewriter rewriter) {
    return new Step("kamailio-" + id, Release.V3_4, why, SOURCE, List.of(), rewriter);
  }

  private static Rewriter functions() {
    List<Rewriter> all = new ArrayList<>();
    KamailioNames.FUNCTIONS.forEach((old, now) -> all.add(Rewrites.renameFunction(old, now)));
    KamailioNames.FUNCTION_INSTEAD.forEach((function, instead) ->
        all.add(
            Rewrites.askAboutFunction(
                function, "OpenSIPS has no function " + function + ".", instead)));
    for (String level : List.of("alert", "crit", "err", "warn", "notice", "info", "dbg")) {
      if (!level.equals("dbg")) {
        all.add(log("x" + level, level));
      }
    }
    all.add(scene -> {
      for (Call call : scene.script().calls("ds_is_from_list")) {
        List<String> arguments = scene.script().rawArguments(call);
        scene.replace(
            call.span(),
            "ds_is_in_list($si, $sp"
                + (arguments.isEmpty() ? "" : ", " + arguments.getFirst())
                + ")");
      }
      for (Call call : scene.script().calls("is_request")) {
        scene.replace(call.span(), "$msg.is_request");
      }
    });
    return Rewrites.both(all.toArray(Rewriter[]::new));
  }

  private static Rewriter log(String function, String level) {
    return scene -> {
      for (Call call : scene.script().calls(function)) {
        List<String> arguments = scene.script().rawArguments(call);
        scene.replace(
            call.span(),
            "xlog(\"L_%s\", %s)"
                .formatted(level.toUpperCase(java.util.Locale.ROOT), String.join(", ", arguments)));
      }
    };
  }

  private static Rewriter flags() {
    return Rewrites.both(
        Quotes.on(
            0,
            "setflag",
            "resetflag",
            "isflagset",
            "setbflag",
            "resetbflag",
            "isbflagset",
            "force_send_socket"),
        Flags.words("nat_uac_test", 0, FlagWords.NAT_UAC_TEST),
        Flags.words("fix_nated_sdp", 0, FlagWords.FIX_NATED_SDP));
  }

  private static Rewriter branches(Facts facts) {
    boolean old = facts.core().functions().stream().anyMatch(f -> f.name().equals("append_branch"));
    return old ? _ -> {} : MessageBranches.append();
  }

  private static Rewriter variables() {
    return scene -> {
      KamailioNames.VARIABLES.forEach((old, now) -> {
        for (VariableUse use : scene.script().variables(old)) {
          if (use.subname().isEmpty()) {
            scene.replace(use.named(), now);
          }
        }
      });
      for (VariableUse use : scene.script().variables("dlg_var")) {
        SocketVariables.rename(scene, use, "dlg_var", "dlg_val");
      }
      for (VariableUse use : scene.script().variables("sht")) {
        scene.ask(
            use.span(),
            "Hash tables are another thing in OpenSIPS.",
            "Use cache_fetch and cache_store of cachedb_local, or $shv(name).");
      }
      for (String name : List.of("xavp", "xavu", "xavi")) {
        for (VariableUse use : scene.script().variables(name)) {
          scene.ask(
              use.span(),
              "OpenSIPS has no structured AVPs.",
              "Use one $avp(name) for each field, or $json(name/field).");
        }
      }
    };
  }
}
