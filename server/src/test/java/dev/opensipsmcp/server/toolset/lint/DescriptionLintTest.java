package dev.opensipsmcp.server.toolset.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.render.DescriptionText;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fixed skeleton of a description, and what may not stand in it. */
class DescriptionLintTest {
  private static final List<String> LOUD =
      List.of(
          "critical",
          "important",
          "must use",
          "always use",
          "powerful",
          "seamless",
          "simply",
          "easily",
          "http://",
          "https://");

  private static final List<String> CHANGING =
      List.of(" delete", " remove", " overwrite", " restart", " kick", " drops");

  @Test
  void theFirstSentenceIsOneAndShort() {
    for (Tool tool : AllTools.tools()) {
      assertThat(tool.description().what())
          .as(tool.name())
          .hasSizeLessThanOrEqualTo(140)
          .endsWith(".")
          .doesNotContain(". ")
          .isNotEqualToIgnoringCase(tool.title() + ".");
    }
  }

  @Test
  void everyToolSaysWhenToUseIt() {
    for (Tool tool : AllTools.tools()) {
      assertThat(tool.description().useWhen())
          .as(tool.name())
          .startsWith("Use when ")
          .endsWith(".");
    }
  }

  @Test
  void everyToolWithSiblingsNamesTheOneToUseInstead() {
    Set<String> names = new HashSet<>();
    AllTools.tools().forEach(tool -> names.add(tool.name()));
    for (Tool tool : AllTools.tools()) {
      if (tool.toolset().equals("audit")) {
        continue; // The only tool of its toolset has no sibling.
      }
      String notFor = tool.description().notFor().orElse("");
      assertThat(notFor).as(tool.name()).startsWith("Not for ").contains("use `");
      String[] parts = notFor.split("use `", -1);
      for (int part = 1; part < parts.length; part++) {
        String instead = parts[part].substring(0, parts[part].indexOf('`'));
        assertThat(names).as("%s names %s", tool.name(), instead).contains(instead);
        assertThat(instead).isNotEqualTo(tool.name());
      }
    }
  }

  @Test
  void everyChangingToolSaysItsEffectsAndTheUndo() {
    for (Tool tool : AllTools.tools()) {
      boolean reads = tool.demand().risk() == Risk.READ;
      String effects = tool.description().effects().orElse("").toLowerCase(Locale.ROOT);
      assertThat(effects.isEmpty()).as(tool.name()).isEqualTo(reads);
      if (!reads) {
        assertThat(effects).as(tool.name()).containsAnyOf("undo", "undone");
      }
    }
  }

  @Test
  void noReadingToolClaimsToChangeAnything() {
    for (Tool tool : AllTools.tools()) {
      if (tool.demand().risk() == Risk.READ) {
        Description parts = tool.description();
        String text = parts.what() + " " + parts.useWhen() + " " + parts.returns();
        assertThat(CHANGING)
            .as(tool.name())
            .noneMatch(word -> text.toLowerCase(Locale.ROOT).contains(word));
      }
    }
  }

  @Test
  void everyListStatesItsBounds() {
    for (Tool tool : AllTools.tools()) {
      if (tool.input().properties().stream().anyMatch(part -> part.name().equals("limit"))) {
        assertThat(tool.description().returns()).as(tool.name()).contains("page");
      }
    }
  }

  @Test
  void theTextIsPlain() {
    for (Tool tool : AllTools.tools()) {
      String text = DescriptionText.of(tool);
      assertThat(text).as(tool.name()).matches("\\p{ASCII}+");
      assertThat(LOUD)
          .as(tool.name())
          .noneMatch(word -> text.toLowerCase(Locale.ROOT).contains(word));
      assertThat(text.split(" ").length).as("words of %s", tool.name()).isBetween(25, 120);
    }
  }

  @Test
  void whatIsNeededIsRendered() {
    for (Tool tool : AllTools.tools()) {
      String text = DescriptionText.of(tool);
      assertThat(text).contains("Needs scope " + tool.demand().scope().label());
      tool.needs().miCommands().forEach(command -> assertThat(text).contains(command));
      tool.needs().modules().forEach(module -> assertThat(text).contains(module));
    }
  }
}
