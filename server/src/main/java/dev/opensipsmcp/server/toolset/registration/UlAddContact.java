package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code ul_add_contact}. Over a contact that a phone registered, the command forgets the
 * socket and the address behind the NAT (source of 3.6 and 4.0), so that is refused.
 */
final class UlAddContact extends UserChange {
  private static final int EXPIRES = 3600;

  private UlAddContact() {
    super("ul_add_contact", "ul_add");
  }

  static Tool tool() {
    return Lever.change("ul_add_contact", "registration", "Add a contact")
        .what("Add a contact to a user by hand.")
        .useWhen("Use when calls to a user should also reach a fixed address, or for a test.")
        .notFor("Not for taking one away; use `ul_remove_contact`.")
        .effects(
            "Effects: new calls also go there; in memory, and in the database if the node writes"
                + " it. Undo: change_revert.")
        .returns("Returns the contact before and after.")
        .risk(Risk.REVERSIBLE)
        .sends("ul_add", "usrloc")
        .also("ul_show_contact", "usrloc")
        .local(User.AOR_ARGUMENT)
        .local(User.CONTACT_ARGUMENT)
        .local(
            Schema.optional(
                "expires",
                Schema.integer("Life in seconds, 0 for ever").atLeast(0).byDefault(EXPIRES)))
        .local(
            Schema.optional(
                "q",
                Schema.text("Preference, 0 to 1").matching("^[01](\\.\\d+)?$").byDefault("1.0")))
        .local(Schema.optional("flags", Schema.integer("Flags, bit mask").atLeast(0)))
        .local(
            Schema.optional(
                "methods", Schema.integer("Bit mask; default all").between(0, Methods.ALL)))
        .local(User.TABLE_ARGUMENT)
        .examples(
            "Add a permanent contact for the lobby phone",
            "Make calls to bob also ring at sip:bob@192.0.2.9",
            "Insert a test contact for alice@example.com")
        .aliases("ul_add")
        .tool(new UlAddContact());
  }

  @Override
  JsonObject state(Optional<User> user, Arguments arguments) {
    return contactState(user, arguments.text("contact"));
  }

  @Override
  Plan plan(Optional<User> user, JsonObject before, Arguments arguments) {
    String uri = arguments.text("contact");
    Optional<JsonObject> present = user.flatMap(one -> one.contact(uri));
    if (present.isPresent() && User.fromPhone(present.get())) {
      return new Plan.Refused(
          ToolError.TARGET_UNFIT.failure(
              "A phone registered this contact; set anew over MI, the node would forget how to"
                  + " reach the phone.",
              "Leave it to the phone, or take it away with ul_remove_contact first."));
    }
    JsonObject shown = new JsonObject();
    present.ifPresent(
        contact -> shown.addProperty("expires_before", Json.text(contact, "Expires")));
    Optional<Step> back =
        present.isPresent()
            ? User.restoring(present.get(), arguments)
            : Optional.of(removing(arguments));
    return ready(
        "Add contact " + uri + " to " + arguments.text("aor") + ".",
        before,
        shown,
        List.of(
            States.exists(before)
                ? "The contact is there already and gets the values given."
                : "Calls to " + arguments.text("aor") + " also go to " + uri + "."),
        arguments,
        back,
        back.isPresent() ? "It is taken away again." : "Its former values can't be set over MI.");
  }

  private static Step removing(Arguments arguments) {
    JsonObject call = Json.object("aor", arguments.text("aor"));
    call.addProperty("contact", arguments.text("contact"));
    if (arguments.has("table")) {
      call.addProperty("table", arguments.text("table"));
    }
    return new Step("ul_remove_contact", call);
  }

  @Override
  JsonObject params(Arguments arguments) {
    JsonObject params = User.params(arguments);
    params.addProperty("contact", arguments.text("contact"));
    params.addProperty("expires", arguments.integer("expires", EXPIRES));
    params.addProperty("q", arguments.maybeText("q").orElse("1.0"));
    params.addProperty("flags", mask(arguments, "flags", 0));
    params.addProperty("cflags", 0);
    params.addProperty("methods", mask(arguments, "methods", Methods.ALL));
    return params;
  }

  /** MI takes 32 bits with a sign. */
  private static int mask(Arguments arguments, String name, long otherwise) {
    return (int) Json.number(arguments.json(), name, otherwise);
  }

  @Override
  boolean done(JsonObject after, Arguments arguments) {
    return States.exists(after);
  }
}
