package dev.opensipsmcp.cfg.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.build.ScenarioVerdict.Outcome;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the page about the scenarios against the scenarios and their verdicts. After a wanted
 * change, {@code -Dreference.write=true} writes it anew.
 */
class ScenarioPageTest {
  private static final Path PAGE = Path.of("..", "docs", "scenarios.md");

  @Test
  void thePageIsWhatTheScenariosSay() throws IOException {
    if (Boolean.getBoolean("reference.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE)).as("%s, see the test's comment", PAGE).isEqualTo(page());
  }

  @Test
  void verdictsAreAboutScenariosThatThereAre() {
    for (ScenarioVerdict verdict : Scenarios.verdicts()) {
      Scenario scenario = Builds.scenario(verdict.scenario());
      if (!scenario.offers().contains(Offer.REGISTER)) {
        assertThat(verdict.register()).as("%s", verdict).isEqualTo(Outcome.UNTRIED);
      }
      if (!scenario.offers().contains(Offer.CALL)) {
        assertThat(verdict.call()).as("%s", verdict).isEqualTo(Outcome.UNTRIED);
      }
    }
  }

  /** Nothing is claimed that was not tried: what has no verdict stands on the page as such. */
  @Test
  void whatHasNoVerdictIsSaidToHaveNone() throws IOException {
    List<String> untried = untried();
    assertThat(Files.readString(PAGE))
        .contains(
            "Without a verdict: " + (untried.isEmpty() ? "none" : String.join(", ", untried)));
  }

  private static List<String> untried() {
    List<String> untried = new ArrayList<>();
    for (Scenario scenario : Scenarios.all()) {
      for (Version version : Builds.versions()) {
        if (Scenarios.verdict(scenario, version).isEmpty()) {
          untried.add(scenario.name() + " " + version.label());
        }
      }
    }
    return untried;
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        "# Scenarios\n\nGenerated from the data of module `cfg` by a test; do not edit.\n\n");
    page.append("## What real servers did\n\n");
    page.append(
        "Each scenario was built with its own features, checked and started on loopback by a");
    page.append(
        " server built from the release's tag, and tried with OPTIONS, REGISTER and a call where");
    page.append(
        " it offers them. `–` stands for what it does not offer, `?` for what was not tried. For"
            + " fraud-protection on 3.5.9 table `fraud_detection` was empty, see"
            + " [faults](opensips-faults.md).\n\n");
    page.append("| scenario | release | accepted | started | OPTIONS | REGISTER | call | date |\n");
    page.append("|---|---|---|---|---|---|---|---|\n");
    for (Scenario scenario : Scenarios.all()) {
      for (Version version : Builds.versions()) {
        Scenarios.verdict(scenario, version)
            .ifPresent(verdict -> page.append(row(scenario, verdict)));
      }
    }
    List<String> untried = untried();
    page.append("\nWithout a verdict: ")
        .append(untried.isEmpty() ? "none" : String.join(", ", untried))
        .append(".\n");
    page.append("\n## The scenarios\n");
    for (Scenario scenario : Scenarios.all()) {
      page.append("\n### ").append(scenario.name()).append("\n\n");
      page.append(scenario.title()).append(". ").append(scenario.summary()).append("\n\n");
      page.append("- Features: ").append(codes(scenario.features())).append("\n");
      page.append("- Goes with: ").append(codes(scenario.optional())).append("\n");
      page.append("- Parameters: ")
          .append(codes(scenario.parameters().stream().map(Parameter::name).toList()))
          .append("\n");
    }
    page.append(
        "\n"
            + "## The features\n\n"
            + "| feature | other names | what it does | needs | modules |\n"
            + "|---|---|---|---|---|\n");
    for (Feature feature : Scenarios.features()) {
      page.append(
          "| `%s` | %s | %s | %s | %s |%n"
              .formatted(
                  feature.name(),
                  codes(feature.otherNames()),
                  feature.summary(),
                  codes(feature.needs()),
                  codes(feature.modules())));
    }
    page.append(
        "\n## The parameters\n\n| parameter | what it is | takes | default |\n|---|---|---|---|\n");
    List<Parameter> parameters = new ArrayList<>();
    for (Scenario scenario : Scenarios.all()) {
      for (Parameter parameter :
          Scenarios.parameters(
              scenario,
              Scenarios.features().stream().map(Feature::name).collect(Collectors.toSet()))) {
        if (!parameters.contains(parameter)) {
          parameters.add(parameter);
        }
      }
    }
    for (Parameter parameter : parameters) {
      page.append(
          "| `%s` | %s | %s | `%s` |%n"
              .formatted(
                  parameter.name(),
                  parameter.description(),
                  parameter.kind().form(),
                  parameter.defaultValue()));
    }
    return page.toString();
  }

  private static String row(Scenario scenario, ScenarioVerdict verdict) {
    return "| %s | %s | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            verdict.scenario(),
            verdict.release(),
            mark(true, verdict.accepted()),
            mark(true, verdict.started()),
            mark(scenario.offers().contains(Offer.OPTIONS), verdict.options()),
            mark(scenario.offers().contains(Offer.REGISTER), verdict.register()),
            mark(scenario.offers().contains(Offer.CALL), verdict.call()),
            verdict.date());
  }

  private static String mark(boolean offered, Outcome outcome) {
    return switch (outcome) {
      case YES -> "yes";
      case NO -> "**no**";
      case UNTRIED -> offered ? "?" : "–";
    };
  }

  private static String codes(List<String> names) {
    return names.isEmpty()
        ? "–"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
  }
}
