package dev.opensipsmcp.server.toolset.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.render.Definition;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Arguments, results and hints. */
class SchemaLintTest {

  @Test
  void argumentsAreAClosedObjectOfAtMostTwelve() {
    for (Tool tool : AllTools.tools()) {
      JsonObject input = SharedParameters.of(tool).json();
      assertThat(input.get("type").getAsString()).isEqualTo("object");
      assertThat(input.get("additionalProperties").getAsBoolean()).as(tool.name()).isFalse();
      assertThat(input.keySet()).as(tool.name()).doesNotContain("oneOf", "anyOf", "$ref");
      assertThat(input.getAsJsonObject("properties").size())
          .as("arguments of %s", tool.name())
          .isLessThanOrEqualTo(12);
    }
  }

  @Test
  void everyArgumentIsTypedDescribedAndBounded() {
    for (Tool tool : AllTools.tools()) {
      for (Schema.Property argument : SharedParameters.of(tool).properties()) {
        String where = tool.name() + "." + argument.name();
        JsonObject schema = argument.schema().json();
        assertThat(schema.get("description").getAsString())
            .as(where)
            .isNotEqualToIgnoringCase(argument.name())
            .hasSizeGreaterThanOrEqualTo(7);
        if (schema.get("type").getAsString().equals("integer")) {
          assertThat(schema.keySet()).as(where).containsAnyOf("minimum", "maximum");
        }
        if (schema.get("type").getAsString().equals("boolean")) {
          assertThat(schema.has("default")).as(where).isNotEqualTo(argument.required());
        }
      }
    }
  }

  /** Their tools are about no node; with an instance they filter. */
  private static final List<String> FILTERING = List.of("audit", "change");

  @Test
  void theSameConceptIsTheSameParameterEverywhere() {
    List<String> shared = List.of("instance", "cursor", "fields", "dry_run", "limit");
    Map<String, JsonObject> seen = new HashMap<>();
    for (Tool tool : AllTools.tools()) {
      for (Schema.Property argument : SharedParameters.of(tool).properties()) {
        if (shared.contains(argument.name()) && !FILTERING.contains(tool.toolset())) {
          JsonObject schema = argument.schema().json();
          // How long a page is differs from list to list.
          schema.remove("default");
          schema.remove("maximum");
          assertThat(seen.getOrDefault(argument.name(), schema))
              .as("%s.%s", tool.name(), argument.name())
              .isEqualTo(schema);
          seen.put(argument.name(), schema);
        }
      }
    }
    assertThat(seen.keySet()).containsAll(shared);
  }

  @Test
  void listsTakeLimitAndCursorTogether() {
    for (Tool tool : AllTools.tools()) {
      List<String> names = tool.input().properties().stream().map(Schema.Property::name).toList();
      assertThat(names.contains("limit")).as(tool.name()).isEqualTo(names.contains("cursor"));
    }
  }

  @Test
  void everyMemberOfAResultIsDescribed() {
    for (Tool tool : AllTools.tools()) {
      assertDescribed(tool.name(), Definition.full(tool).getAsJsonObject("outputSchema"));
    }
  }

  private static void assertDescribed(String where, JsonObject schema) {
    if (schema.has("properties")) {
      for (Map.Entry<String, JsonElement> member :
          schema.getAsJsonObject("properties").entrySet()) {
        JsonObject inner = member.getValue().getAsJsonObject();
        String at = where + "." + member.getKey();
        assertThat(inner.has("description")).as(at).isTrue();
        assertDescribed(at, inner);
      }
    }
    if (schema.has("items")) {
      assertDescribed(where + "[]", schema.getAsJsonObject("items"));
    }
  }

  @Test
  void allFourHintsAreGivenAndAgreeWithEachOther() {
    for (Tool tool : AllTools.tools()) {
      JsonObject hints = Definition.of(tool).getAsJsonObject("annotations");
      assertThat(hints.keySet())
          .containsExactlyInAnyOrder(
              "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
      if (hints.get("readOnlyHint").getAsBoolean()) {
        assertThat(hints.get("destructiveHint").getAsBoolean()).as(tool.name()).isFalse();
        assertThat(hints.get("idempotentHint").getAsBoolean()).as(tool.name()).isTrue();
      }
    }
  }

  @Test
  void onlyWorkThatCantWriteCallsItselfReading() {
    for (Tool tool : AllTools.tools()) {
      assertThat(tool.demand().risk() == Risk.READ)
          .as(tool.name())
          .isEqualTo(tool.work() instanceof Work.Read);
    }
  }
}
