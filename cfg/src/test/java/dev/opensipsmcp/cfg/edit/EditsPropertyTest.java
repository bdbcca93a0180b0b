package dev.opensipsmcp.cfg.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text and the edit are: what is not replaced stays as it is. */
final class EditsPropertyTest {
  private static final RouteName RELAY = new RouteName("route", Optional.of("relay"));
  private static final Parameter TIMEOUT = new Parameter("fr_timeout", Value.of(9));

  private static final List<BiFunction<Edits, SyntaxTree, Edited>> EDITS =
      List.of(
          (edits, tree) -> edits.addModule(tree, "maxfwd", List.of()),
          (edits, tree) -> edits.removeModule(tree, "tm"),
          (edits, tree) -> edits.setParameter(tree, "tm", TIMEOUT),
          (edits, tree) -> edits.addParameter(tree, "tm", TIMEOUT),
          (edits, tree) -> edits.removeParameter(tree, "tm", "fr_timeout", Optional.empty()),
          (edits, tree) -> edits.setGlobal(tree, "log_level", Value.of(4)),
          (edits, tree) -> edits.addGlobal(tree, "socket", new Value.Bare("udp:127.0.0.1:5070")),
          (edits, tree) -> edits.removeGlobal(tree, "log_level", Optional.empty()),
          (edits, tree) -> edits.renameRoute(tree, RELAY, "out"),
          (edits, tree) -> edits.removeRoute(tree, RELAY),
          (edits, tree) -> edits.addRoute(tree, "route[new] { exit; }"),
          (edits, tree) -> edits.replaceFunction(tree, "t_relay", "t_newtran"),
          (edits, tree) -> edits.insert(tree, new Place.Beginning(RELAY), "exit;"),
          (edits, tree) -> edits.insert(tree, new Place.End(RouteName.main()), "exit;"),
          (edits, tree) -> edits.insert(tree, new Place.Before(3), "exit;"),
          (edits, tree) -> edits.insert(tree, new Place.After(2), "exit;"));

  @Property(tries = 3000)
  void whatIsNotReplacedStays(
      @ForAll("texts") String text, @ForAll("edits") BiFunction<Edits, SyntaxTree, Edited> edit) {
    SyntaxTree tree = Parser.parse(text);

    switch (edit.apply(Sample.edits(Version.V3_6), tree)) {
      case Edited.Refused(String reason) -> assertThat(reason).isNotBlank();
      case Edited.Done done -> {
        assertThat(done.text()).isEqualTo(replaced(text, done.replacements()));
        assertThat(done.tree().faults()).hasSizeLessThanOrEqualTo(tree.faults().size());
      }
    }
  }

  private static String replaced(String text, List<Replacement> replacements) {
    StringBuilder result = new StringBuilder(text);
    for (Replacement replacement : replacements.reversed()) {
      result.replace(replacement.span().start(), replacement.span().end(), replacement.text());
    }
    return result.toString();
  }

  @Provide
  Arbitrary<BiFunction<Edits, SyntaxTree, Edited>> edits() {
    return Arbitraries.of(EDITS);
  }

  /** Pieces of configurations in any order, whole or cut, with all kinds of line ends. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "log_level=3\n",
            "log_level = 3 # c\n",
            "socket=udp:127.0.0.1:5060\r\n",
            "loadmodule \"tm.so\"\n",
            "loadmodule \"tm.so\" loadmodule \"sl.so\" ",
            "modparam(\"tm\", \"fr_timeout\", 5)\n",
            "modparam(\"tm\", \"fr_timeout\",",
            "route { t_relay(); }\n",
            "route { route(relay); exit; }\n",
            "route[relay] {\n\tt_relay();\n}\n",
            "route[relay] { if ($rU == NULL) exit; }",
            "route[\"relay\"] {\n",
            "failure_route[relay] { t_on_failure(\"relay\"); }\n",
            "}\n",
            "\"",
            "/* ",
            "# c",
            "\n",
            "\r\n",
            " ",
            "\u00e9\ud83d\ude00")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }
}
