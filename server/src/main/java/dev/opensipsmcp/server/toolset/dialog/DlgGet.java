package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tool {@code dlg_get}: everything that a node knows of one dialog. */
final class DlgGet implements Work.Read {
  private final InstantSource clock;

  private DlgGet(InstantSource clock) {
    this.clock = clock;
  }

  static Tool tool(InstantSource clock) {
    Schema row = DialogParameters.row();
    return new Tool(
        "dlg_get",
        "dialog",
        "Look into a call",
        new Description(
            "Get all that a node knows of one call: legs, variables, profiles, context.",
            "Use when one call is in question and its dialog ID or Call-ID is known.",
            Optional.of("Not for finding calls; use `dlg_list`."),
            Optional.empty(),
            "Returns one object; SDP only with sdp=true."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            DialogParameters.DIALOG_ID,
            DialogParameters.CALLID,
            DialogParameters.FROM_TAG,
            Schema.optional("sdp", Schema.flag("Include the SDP of each leg").byDefault(false))),
        row.and(
            List.of(
                Schema.required("caller_leg", Schema.map("Contact, routes, socket of the caller")),
                Schema.required(
                    "callee_legs",
                    Schema.list("The callees", Schema.map("Tag, contact, routes, socket"))),
                Schema.required("variables", Schema.map("Dialog variables by name")),
                Schema.required(
                    "profiles", Schema.map("Profiles that the call counts in, with their value")),
                Schema.required(
                    "context", Schema.map("What other modules attached to the dialog")))),
        new Needs(List.of("dlg_list", "dlg_list_ctx"), List.of("dialog")),
        List.of(
            "Show me the details of dialog 591.2919274",
            "Which variables are set on this call?",
            "What contacts and profiles does the call with this Call-ID have?"),
        List.of("dialog_get"),
        new DlgGet(clock));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (DialogTarget.of(arguments, ports)) {
      case DialogTarget.Missed(Outcome.Failure failure) -> failure;
      case DialogTarget.Found(Dialog dialog) ->
          withContext(dialog, arguments.flag("sdp", false), ports);
    };
  }

  private Outcome withContext(Dialog dialog, boolean sdp, ReadPorts ports) {
    return switch (DialogReader.one(ports, "dlg_list_ctx", dialog.callid(), dialog.callerTag())) {
      case MiResult.Success<Optional<Dialog>>(var full)
          when full.isPresent() && full.get().id().equals(dialog.id()) ->
          new Outcome.Value(details(full.get(), sdp));
      case MiResult.Success<Optional<Dialog>> _ ->
          new Outcome.Value(
              details(dialog, sdp),
              List.of("No context: the node shows it for the first of equal Call-IDs only."));
      case MiResult.Failure<Optional<Dialog>>(MiError error) -> Outcome.Failure.of(error);
    };
  }

  private JsonObject details(Dialog dialog, boolean sdp) {
    JsonObject details = dialog.row(clock.instant());
    JsonObject caller = new JsonObject();
    for (Map.Entry<String, JsonElement> member : dialog.raw().entrySet()) {
      if (member.getKey().startsWith("caller_") || member.getKey().equals("callee_cseq")) {
        copy(member, caller, sdp);
      }
    }
    JsonArray callees = new JsonArray();
    for (JsonElement leg : Json.list(dialog.raw(), "CALLEES")) {
      JsonObject callee = new JsonObject();
      Json.asObject(leg).entrySet().forEach(member -> copy(member, callee, sdp));
      callees.add(callee);
    }
    details.add("caller_leg", caller);
    details.add("callee_legs", callees);
    JsonObject context = Json.object(dialog.raw(), "context");
    details.add("variables", merged(Json.list(context, "values"), sdp));
    details.add("profiles", merged(Json.list(context, "profiles"), sdp));
    JsonObject others = new JsonObject();
    for (Map.Entry<String, JsonElement> member : context.entrySet()) {
      if (!member.getKey().equals("values") && !member.getKey().equals("profiles")) {
        copy(member, others, sdp);
      }
    }
    details.add("context", others);
    return details;
  }

  /** Turns {@code [{"a":"1"},{"b":"2"}]}, as the node prints it, into one object. */
  private static JsonObject merged(JsonArray pairs, boolean sdp) {
    JsonObject merged = new JsonObject();
    for (JsonElement pair : pairs) {
      Json.asObject(pair).entrySet().forEach(member -> copy(member, merged, sdp));
    }
    return merged;
  }

  private static void copy(Map.Entry<String, JsonElement> member, JsonObject target, boolean sdp) {
    JsonElement value = member.getValue();
    if (value instanceof JsonPrimitive text && text.isString()) {
      String content = text.getAsString();
      if (!sdp && (member.getKey().endsWith("_sdp") || content.startsWith("v=0"))) {
        return;
      }
      if (content.contains("\\x")) {
        target.addProperty(member.getKey(), "(binary, " + content.length() + " characters)");
        return;
      }
    } else if (!sdp && member.getKey().contains("sdp")) {
      return;
    }
    target.add(member.getKey(), value);
  }
}
