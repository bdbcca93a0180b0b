package dev.opensipsmcp.server.toolset.numbers;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.Loaded;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The tools that change the hosts of carriers. */
final class CarrierLevers {
  private static final String FILE = "The routing file is written; its old text stays as FILE.bak.";
  private static final String WHERE = "List the hosts with carrierroute_dump.";

  /** One word of the option string: a leading dash would be an option, a star any host. */
  private static final String WORD = "^[^\\s*-]\\S*$";

  private CarrierLevers() {}

  static List<Tool> tools() {
    return List.of(activate(), add(), deactivate(), delete(), reload(), replace());
  }

  private static ChangeDraft host(String tool, String title, String command) {
    return Lever.change(tool, "numbers", title)
        .sends(command, "carrierroute")
        .also("cr_dump_routes", "carrierroute")
        .aliases(command)
        .local(Schema.required("domain", Schema.text("Routing domain").matching(WORD)))
        .local(Schema.required("prefix", Schema.text("Leading digits").matching("^[0-9]+$")))
        .local(Schema.required("host", Schema.text("Host as the dump has it").matching(WORD)))
        .returns("Returns the rules of the prefix before and after.")
        .state(CarrierHost::read)
        .params((arguments, _) -> CarrierHost.options(arguments));
  }

  /** A host that is there already, of which a caller may say the carrier. */
  private static ChangeDraft known(String tool, String title, String command) {
    return host(tool, title, command)
        .local(Schema.optional("carrier", Schema.text("Carrier; there is one in file mode")))
        .mustExist(WHERE);
  }

  private static Tool activate() {
    ChangeDraft draft =
        known("carrierroute_activate_host", "Put a carrier's host back", "cr_activate_host")
            .what("Activate a carrierroute host, so that it takes calls of its prefix again.")
            .useWhen("Use when a host that was switched off is well again.")
            .notFor("Not for taking one out; use `carrierroute_deactivate_host`.")
            .effects(
                "Effects: new calls only, at once; the routing file is rewritten (file mode)."
                    + " Undo: switches it back.")
            .risk(Risk.DISRUPTIVE)
            .summary("Let host {host} take calls of prefix {prefix} in domain {domain} again.")
            .plans("New calls go to it; calls in progress stay.", FILE)
            .inverse(CarrierLevers::switchedBack)
            .proof((arguments, after) -> CarrierHost.is(after, arguments.text("host"), true))
            .examples(
                "Put carrierroute host gw1.de.example.net back in service",
                "Activate the host for prefix 49 again",
                "Switch the carrier host on");
    return guarded(draft, (_, _) -> Optional.empty());
  }

  private static Tool deactivate() {
    ChangeDraft draft =
        known("carrierroute_deactivate_host", "Take a carrier's host out", "cr_deactivate_host")
            .local(
                Schema.optional(
                    "backup", Schema.text("Host of the same prefix that stands in").matching(WORD)))
            .what("Deactivate a carrierroute host, so that it takes no new calls of its prefix.")
            .useWhen("Use when a carrier's host fails or is to be maintained.")
            .notFor("Not for removing it for good; use `carrierroute_delete_host`.")
            .effects(
                "Effects: its calls go to the backup or the other hosts; with neither, the prefix"
                    + " fails. Rewrites the routing file (file mode). Undo: switches it back.")
            .risk(Risk.DISRUPTIVE)
            .summary("Take host {host} out for prefix {prefix} in domain {domain}.")
            .plans("New calls go elsewhere; calls in progress stay.", FILE)
            .inverse(CarrierLevers::switchedBack)
            .proof((arguments, after) -> CarrierHost.is(after, arguments.text("host"), false))
            .examples(
                "Take carrierroute host gw1.de.example.net out of service",
                "Deactivate the host for prefix 49",
                "Switch a carrier host off for maintenance");
    return guarded(draft, (_, _) -> Optional.empty());
  }

  /** What brings the host's switch and its stand-in back. */
  private static Optional<Step> switchedBack(Arguments arguments, JsonObject before) {
    return CarrierHost.rule(before, arguments.text("host"))
        .map(rule -> {
          JsonObject back = place(arguments, arguments.text("host"));
          Json.addText(back, "backup", Json.text(rule, "backed_up_by"));
          boolean on = rule.get("enabled").getAsBoolean();
          return new Step(on ? "carrierroute_activate_host" : "carrierroute_deactivate_host", back);
        });
  }

  private static JsonObject place(Arguments arguments, String host) {
    JsonObject place = new JsonObject();
    place.addProperty("domain", arguments.text("domain"));
    place.addProperty("prefix", arguments.text("prefix"));
    place.addProperty("host", host);
    return place;
  }

  private static Tool replace() {
    ChangeDraft draft =
        known("carrierroute_replace_host", "Swap a carrier's host", "cr_replace_host")
            .local(
                Schema.required(
                    "new_host", Schema.text("Host that takes its place").matching(WORD)))
            .what("Replace a carrierroute host by another one, with the same share of calls.")
            .useWhen("Use when a carrier gives a new address for a host.")
            .notFor("Not for a pause; use `carrierroute_deactivate_host`.")
            .effects(
                "Effects: new calls go to the new host at once; rewrites the routing file (file"
                    + " mode). Undo: puts the old host back.")
            .risk(Risk.DISRUPTIVE)
            .summary("Send calls of prefix {prefix} in domain {domain} to {new_host}, not {host}.")
            .plans("New calls go to the new host; calls in progress stay.", FILE)
            .inverse(CarrierLevers::replacedBack)
            .proof((arguments, after) -> CarrierHost.is(after, arguments.text("new_host"), true))
            .examples(
                "Swap carrierroute host gw1 for gw9 on prefix 49",
                "The carrier moved its host, replace it in the routes",
                "Replace a carrierroute target at runtime");
    return guarded(draft, CarrierLevers::replaceable);
  }

  private static Optional<Step> replacedBack(Arguments arguments, JsonObject before) {
    JsonObject back = place(arguments, arguments.text("new_host"));
    back.addProperty("new_host", arguments.text("host"));
    return Optional.of(new Step("carrierroute_replace_host", back));
  }

  /** OpenSIPS switches a replaced host on, and lets a prefix have a host twice. */
  private static Optional<Outcome.Failure> replaceable(Arguments arguments, JsonObject before) {
    if (!CarrierHost.is(before, arguments.text("host"), true)) {
      return Optional.of(
          ToolError.TARGET_UNFIT.failure(
              "Host " + arguments.text("host") + " is off; replacing it would switch it on.",
              "Call carrierroute_activate_host first, or add the new host and delete this one."));
    }
    return absent(before, arguments.text("new_host"));
  }

  /** OpenSIPS writes suffixes to its file, with all rules, in a form that it can't load again. */
  private static Optional<Outcome.Failure> unwritable(JsonObject before) {
    return before.has(CarrierHost.SUFFIXES)
        ? Optional.of(
            ToolError.TARGET_UNFIT.failure(
                "A rule has a rewrite_suffix, which OpenSIPS can write to its routing file, but"
                    + " not load from it again; the node could not start any more.",
                "Edit the routing file by hand, then call carrierroute_reload."))
        : Optional.empty();
  }

  private static Optional<Outcome.Failure> absent(JsonObject before, String host) {
    return CarrierHost.rule(before, host)
        .map(there ->
            ToolError.TARGET_UNFIT.failure(
                "The prefix has host " + host + " already.",
                "Look at the prefix with carrierroute_dump."));
  }

  /** A draft's change, behind a look at its target. */
  private static Tool guarded(
      ChangeDraft draft, BiFunction<Arguments, JsonObject, Optional<Outcome.Failure>> fault) {
    Tool plain = draft.tool();
    return plain.work() instanceof Work.Reversible work
        ? draft.tool(
            new Guarded(
                work,
                (arguments, before) -> unwritable(before).or(() -> fault.apply(arguments, before))))
        : plain;
  }

  private static Tool add() {
    ChangeDraft draft =
        host("carrierroute_add_host", "Add a carrier's host", "cr_add_host")
            .local(
                Schema.required(
                    "weight", Schema.number("Share beside the prefix's other hosts").between(0, 1)))
            .local(
                Schema.optional(
                    "rewrite_prefix", Schema.text("Digits put in front").matching("^[0-9+]+$")))
            .what("Add a host to a prefix of carrierroute, with its share of the calls.")
            .useWhen("Use when a carrier brings one more host for a prefix.")
            .notFor("Not for a host that is listed as off; use `carrierroute_activate_host`.")
            .effects(
                "Effects: new calls may go to it at once; rewrites the routing file (file mode)."
                    + " Undo: deletes it again.")
            .risk(Risk.REVERSIBLE)
            .notIdempotent()
            .summary("Let host {host} take calls of prefix {prefix} in domain {domain}.")
            .plans("The shares of the prefix's other hosts shrink.", FILE)
            .inverse((arguments, _) ->
                Optional.of(
                    new Step("carrierroute_delete_host", place(arguments, arguments.text("host")))))
            .proof((_, after) -> States.exists(after))
            .examples(
                "Add host gw3.de.example.net to prefix 49 in carrierroute",
                "Give prefix 39 a carrier host",
                "Add a target with weight 0.5 to the carrier routes");
    return guarded(draft, (arguments, before) -> absent(before, arguments.text("host")));
  }

  private static Tool delete() {
    ChangeDraft draft =
        known("carrierroute_delete_host", "Delete a carrier's host", "cr_delete_host")
            .what("Delete a host from a prefix of carrierroute.")
            .useWhen("Use when a carrier's host is gone for good.")
            .notFor("Not for a pause; use `carrierroute_deactivate_host`.")
            .effects(
                "Effects: its share goes to the prefix's other hosts; without any, the prefix"
                    + " fails. Rewrites the routing file (file mode). Undo: by hand, from"
                    + " FILE.bak.")
            .risk(Risk.DESTRUCTIVE)
            .summary("Delete host {host} from prefix {prefix} in domain {domain}.")
            .plans("No new call goes to it; calls in progress stay.", FILE)
            .noUndo("Its weight and note are not in the dump: take them from FILE.bak, and add it.")
            .proof((_, after) -> !States.exists(after))
            .examples(
                "Delete carrierroute host gw2.uk.example.net",
                "Remove a dead host from the carrier routes of prefix 44",
                "Drop the host from carrierroute for good");
    return guarded(draft, (_, _) -> Optional.empty());
  }

  private static Tool reload() {
    return Lever.change("carrierroute_reload", "numbers", "Reload carrier routes")
        .sends("cr_reload_routes", "carrierroute")
        .also("cr_dump_routes", "carrierroute")
        .aliases("cr_reload_routes")
        .what("Reload the carrierroute rules from the database or the routing file.")
        .useWhen("Use when carrier routes were edited there and should take effect.")
        .notFor("Not for switching one host; use `carrierroute_deactivate_host`.")
        .effects(
            "Effects: new calls follow the new rules; the node crashes if a carrier was deleted from"
                + " route_tree since it started. Undo: put the old rules back and reload.")
        .returns("Returns how many rules were loaded before and after.")
        .risk(Risk.DISRUPTIVE)
        .summary("Load the carrier routes again.")
        .plans(
            "Rules that were edited since the last load take effect; the node crashes if a carrier left route_tree since its start.")
        .noUndo("Put the old rules back at their source and reload.")
        .state(Loaded.rows("cr_dump_routes", States.nothing(), "Carriers[].Domains[].Rules[]"))
        .examples(
            "Reload the carrierroute table",
            "I edited the carrier routes, activate them",
            "Make carrierroute read its file again")
        .tool();
  }
}
