package dev.opensipsmcp.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentCheckTest {
  private final ArgumentCheck check = new ArgumentCheck();
  private final Tool tool =
      new Tool(
          "call_list",
          "dialog",
          "List calls",
          new Description("List calls.", "Use when …", Optional.empty(), Optional.empty(), ""),
          Demand.MI_READ,
          true,
          Schema.arguments(
              Schema.required("dialog_id", Schema.text("Dialog id of the call").longest(8)),
              Schema.optional("limit", Schema.integer("Rows per page").between(1, 500)),
              Schema.optional(
                  "state", Schema.text("State of the call").oneOf("early", "confirmed")),
              Schema.optional("names", Schema.list("Names to look for", Schema.text("Name")))),
          Schema.list("Calls", Schema.map("Call")),
          Needs.NOTHING,
          List.of(),
          List.of(),
          (Work.Read) (_, _) -> new Outcome.Value(new JsonObject()));

  @Test
  void what_fits_has_no_fault() {
    assertThat(faults("{'dialog_id':'1:2','limit':5,'state':'early','names':['a']}")).isEmpty();
  }

  @Test
  void all_faults_are_told_at_once_each_in_a_sentence() {
    assertThat(faults("{'limt':5,'limit':'ten','state':'late','names':['a',7]}"))
        .containsExactlyInAnyOrder(
            "There is no argument limt; did you mean limit?",
            "dialog_id is missing.",
            "limit must be a whole number, not the text \"ten\".",
            "state must be one of early, confirmed, not the text \"late\".",
            "names.1 must be a text, not 7.");
  }

  @Test
  void bounds_are_named() {
    assertThat(faults("{'dialog_id':'123456789','limit':501}"))
        .containsExactlyInAnyOrder(
            "dialog_id must be at most 8 characters long.", "limit must be at most 500, not 501.");
  }

  @Test
  void an_argument_that_is_null_was_not_given() {
    assertThat(ArgumentCheck.given(json("{'limit':null,'dialog_id':'1'}")).keySet())
        .containsExactly("dialog_id");
  }

  @Test
  void the_valid_arguments_are_listed() {
    assertThat(ArgumentCheck.valid(tool))
        .isEqualTo("call_list takes: dialog_id, limit, state, names.");
  }

  @Test
  void what_is_too_long_or_too_deep_is_turned_away_unread() {
    assertThat(Weight.exceeds(new JsonPrimitive("x".repeat(101)), 100)).isTrue();
    assertThat(Weight.exceeds(new JsonPrimitive("x".repeat(100)), 100)).isFalse();
    JsonElement deep = new JsonArray();
    for (int i = 0; i < 40; i++) {
      JsonArray outer = new JsonArray();
      outer.add(deep);
      deep = outer;
    }
    assertThat(Weight.exceeds(deep, 1_000_000)).isTrue();
  }

  private List<String> faults(String arguments) {
    return check.faults(tool, json(arguments));
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }
}
