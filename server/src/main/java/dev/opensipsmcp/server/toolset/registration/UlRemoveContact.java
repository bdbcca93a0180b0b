package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;

/** The tool {@code ul_remove_contact}. */
final class UlRemoveContact extends UserChange {

  private UlRemoveContact() {
    super("ul_remove_contact", "ul_rm_contact");
  }

  static Tool tool() {
    return Lever.change("ul_remove_contact", "registration", "Remove a contact")
        .what("Remove one registered contact of a user.")
        .useWhen("Use when a stale or unwanted registration takes calls.")
        .notFor("Not for all of a user's contacts; use `ul_remove_aor`.")
        .effects(
            "Effects: new calls no longer reach that phone until it registers again; calls in"
                + " progress go on. Undo: change_revert, where MI can set all that is needed to"
                + " reach it; the plan tells.")
        .returns("Returns the contact before and after.")
        .risk(Risk.DISRUPTIVE)
        .sends("ul_rm_contact", "usrloc")
        .also("ul_show_contact", "usrloc")
        .local(User.AOR_ARGUMENT)
        .local(User.CONTACT_ARGUMENT)
        .local(User.TABLE_ARGUMENT)
        .examples(
            "Remove the stale contact of alice",
            "Unregister this one phone of bob",
            "Kick the old binding sip:alice@198.51.100.10:5060")
        .aliases("ul_rm_contact")
        .tool(new UlRemoveContact());
  }

  @Override
  JsonObject state(Optional<User> user, Arguments arguments) {
    return contactState(user, arguments.text("contact"));
  }

  @Override
  Plan plan(Optional<User> user, JsonObject before, Arguments arguments) {
    String uri = arguments.text("contact");
    Optional<JsonObject> present = user.flatMap(one -> one.contact(uri));
    if (present.isEmpty()) {
      return missing(arguments.text("aor") + " has no contact " + uri + ".");
    }
    JsonObject contact = present.get();
    Optional<Step> back = User.restoring(contact, arguments);
    return ready(
        "Remove contact " + uri + " of " + arguments.text("aor") + ".",
        before,
        shown(contact),
        List.of("New calls no longer go to " + uri + "."),
        arguments,
        back,
        undo(contact, back.isPresent()));
  }

  /** What a person may want to know beside the state. */
  static JsonObject shown(JsonObject contact) {
    JsonObject shown = new JsonObject();
    for (String member : List.of("Expires", "User-agent", "Received", "Socket")) {
      if (contact.has(member)) {
        shown.add(member, contact.get(member));
      }
    }
    return shown;
  }

  static String undo(JsonObject contact, boolean restorable) {
    if (!restorable) {
      return "Only the phone can bring it back, with its next REGISTER.";
    }
    return User.fromPhone(contact)
        ? "It comes back without socket and user agent, until the phone registers again."
        : "It comes back as it was.";
  }

  @Override
  JsonObject params(Arguments arguments) {
    JsonObject params = User.params(arguments);
    params.addProperty("contact", arguments.text("contact"));
    return params;
  }

  @Override
  boolean done(JsonObject after, Arguments arguments) {
    return !States.exists(after);
  }
}
