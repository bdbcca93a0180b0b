package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonArray;
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

/** The tool {@code ul_remove_aor}. A node answers OK for a user that it does not have. */
final class UlRemoveAor extends UserChange {

  private UlRemoveAor() {
    super("ul_remove_aor", "ul_rm");
  }

  static Tool tool() {
    return Lever.change("ul_remove_aor", "registration", "Unregister a user")
        .what("Remove a user (AOR) with all of its registered contacts.")
        .useWhen("Use when a user must be unreachable, or all its phones shall register anew.")
        .notFor("Not for one phone of several; use `ul_remove_contact`.")
        .effects(
            "Effects: new calls to the user fail until a phone registers again; calls in progress"
                + " go on. Undo: change_revert, where the user has one contact that MI can set;"
                + " else the phones' next REGISTER.")
        .returns("Returns the contacts before and after.")
        .risk(Risk.DISRUPTIVE)
        .sends("ul_rm", "usrloc")
        .also("ul_show_contact", "usrloc")
        .local(User.AOR_ARGUMENT)
        .local(User.TABLE_ARGUMENT)
        .examples(
            "Unregister user carol completely",
            "Delete all contacts of bob@example.com",
            "Throw the AOR alice out of the location table")
        .aliases("ul_rm", "ul_rm_aor")
        .tool(new UlRemoveAor());
  }

  @Override
  JsonObject state(Optional<User> user, Arguments arguments) {
    if (user.isEmpty()) {
      return States.missing();
    }
    JsonObject state = new JsonObject();
    state.addProperty(States.EXISTS, true);
    state.add("contacts", user.get().states());
    return state;
  }

  @Override
  Plan plan(Optional<User> user, JsonObject before, Arguments arguments) {
    String aor = arguments.text("aor");
    if (user.isEmpty()) {
      return missing(aor + " is not registered.");
    }
    List<JsonObject> contacts = user.get().contacts();
    JsonArray shown = new JsonArray();
    contacts.forEach(contact -> shown.add(UlRemoveContact.shown(contact)));
    JsonObject more = new JsonObject();
    more.add("contacts", shown);
    Optional<Step> back =
        contacts.size() == 1 ? User.restoring(contacts.getFirst(), arguments) : Optional.empty();
    return ready(
        "Remove " + aor + " with " + contacts.size() + " contacts.",
        before,
        more,
        List.of("New calls to " + aor + " fail until a phone registers again."),
        arguments,
        back,
        contacts.isEmpty() ? "" : UlRemoveContact.undo(contacts.getFirst(), back.isPresent()));
  }

  @Override
  JsonObject params(Arguments arguments) {
    return User.params(arguments);
  }

  @Override
  boolean done(JsonObject after, Arguments arguments) {
    return !States.exists(after);
  }
}
