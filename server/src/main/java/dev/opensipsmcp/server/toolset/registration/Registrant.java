package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.ArrayList;
import java.util.List;

/** One registration that the node holds elsewhere. */
record Registrant(JsonObject row) {
  static final RowPath ALL = RowPath.parse("Records[]");

  static final Schema.Property AOR =
      Schema.required("aor", Schema.text("Its AOR").examples("sip:trunk1@carrier.example.com"));
  static final Schema.Property CONTACT =
      Schema.optional("contact", Schema.text("Its binding; where several have the AOR"));
  static final Schema.Property REGISTRAR =
      Schema.optional("registrar", Schema.text("Its registrar; where several have both"));

  /** What the arguments mean: one registrant, or why there is not one. */
  sealed interface Found {

    /** There is one. */
    record One(Registrant registrant) implements Found {}

    /** There is none. */
    record None(Outcome.Failure failure) implements Found {}

    /** It can't be told. */
    record Unknown(Outcome.Failure failure) implements Found {}
  }

  String aor() {
    return Json.text(row, "AOR");
  }

  String contact() {
    return Json.text(row, "binding");
  }

  String registrar() {
    return Json.text(row, "registrar");
  }

  boolean enabled() {
    return Json.text(row, "enabled").equals("yes");
  }

  /** The arguments, or MI parameters, that name exactly this one. */
  JsonObject coordinates() {
    JsonObject json = Json.object("aor", aor());
    json.addProperty("contact", contact());
    json.addProperty("registrar", registrar());
    return json;
  }

  JsonObject state() {
    JsonObject state = new JsonObject();
    state.addProperty(States.EXISTS, true);
    state.addProperty("enabled", enabled());
    return state;
  }

  private boolean is(Arguments arguments) {
    return named(aor(), arguments.text("aor"))
        && named(contact(), arguments.maybeText("contact").orElse(contact()))
        && named(registrar(), arguments.maybeText("registrar").orElse(registrar()));
  }

  private static boolean named(String uri, String wanted) {
    return uri.equals(wanted) || uri.equals("sip:" + wanted);
  }

  static Found find(Arguments arguments, ReadPorts ports) {
    List<Registrant> found = new ArrayList<>();
    MiResult<Boolean> read =
        ports
            .mi()
            .read(
                "reg_list",
                new JsonObject(),
                json -> {
                  ALL.read(
                      json,
                      row -> {
                        Registrant one = new Registrant(row.own());
                        return !one.is(arguments) || found.add(one);
                      });
                  return true;
                });
    if (read instanceof MiResult.Failure<Boolean>(MiError error)) {
      return new Found.Unknown(Outcome.Failure.of(error));
    }
    return switch (found.size()) {
      case 0 ->
          new Found.None(
              ToolError.TARGET_NOT_FOUND.failure(
                  "The node registers no " + arguments.text("aor") + " anywhere.",
                  "Take aor, contact and registrar from uac_reg_list."));
      case 1 -> new Found.One(found.getFirst());
      default ->
          new Found.Unknown(
              ToolError.ARGUMENTS_INCOMPLETE.failure(
                  "Several registrations fit: "
                      + String.join(
                          ", ", found.stream().map(one -> one.coordinates().toString()).toList()),
                  "Give contact and registrar as well."));
    };
  }
}
