package dev.opensipsmcp.cfg.edit;

import static dev.opensipsmcp.cfg.edit.Sample.edits;
import static dev.opensipsmcp.cfg.edit.Sample.reason;
import static dev.opensipsmcp.cfg.edit.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatementEditsTest {
  private final SyntaxTree tree = Sample.tree();
  private final Edits edits = edits(Version.V3_6);

  private static RouteName named(String name) {
    return new RouteName("route", Optional.of(name));
  }

  @Test
  void aStatementComesBeforeAllOthers() {
    assertThat(text(edits.insert(tree, new Place.Beginning(RouteName.main()), "xlog(\"in\");")))
        .isEqualTo(Sample.TEXT.replace("route{\n", "route{\n    xlog(\"in\");\n"));
  }

  @Test
  void aStatementComesBehindAllOthers() {
    assertThat(text(edits.insert(tree, new Place.End(named("TO_REGISTRAR")), "exit;")))
        .isEqualTo(Sample.TEXT.replace("sl_reply_error();\n", "sl_reply_error();\n    exit;\n"));
  }

  @Test
  void aBlockIsIndentedAsAWhole() {
    assertThat(
            text(
                edits.insert(
                    tree,
                    new Place.Before(18),
                    """
                    if (!is_method("REGISTER")) {
                        exit;
                    }
                    """)))
        .isEqualTo(
            Sample.TEXT.replace(
                "        route( TO_REGISTRAR );\n",
                """
                        if (!is_method("REGISTER")) {
                            exit;
                        }
                        route( TO_REGISTRAR );
                """));
  }

  @Test
  void aStatementComesBehindTheCommentOfItsNeighbour() {
    assertThat(text(edits.insert(tree, new Place.After(21), "t_on_branch(\"b\");")))
        .contains("# see below\n    t_on_branch(\"b\");\n    route(relay);");
  }

  @Test
  void aBodyWithoutBracesIsNoPlace() {
    assertThat(
            reason(
                edits.insert(
                    Parser.parse("route {\n  if ($ru == \"x\")\n    exit;\n}\n"),
                    new Place.Before(3),
                    "drop;")))
        .isEqualTo("No statement of a block begins in line 3.");
  }

  @Test
  void oneLineRoutesAndEmptyOnesTakeStatementsToo() {
    SyntaxTree small = Parser.parse("route { exit; }\nroute[a] {\n}\nroute[b] {}\n");

    assertThat(text(edits.insert(small, new Place.Beginning(RouteName.main()), "xlog(\"x\");")))
        .startsWith("route {\n\txlog(\"x\");\n exit; }\n");
    assertThat(text(edits.insert(small, new Place.End(named("a")), "exit;")))
        .contains("route[a] {\n\texit;\n}\n");
    assertThat(text(edits.insert(small, new Place.Beginning(named("b")), "exit;")))
        .contains("route[b] {\n\texit;\n}\n");
  }

  @Test
  void whatIsNotAStatementIsRefused() {
    Place place = new Place.Beginning(RouteName.main());

    assertThat(reason(edits.insert(tree, place, "exit"))).startsWith("The new statement is wrong");
    assertThat(reason(edits.insert(tree, place, "exit; } route[x] { exit;")))
        .isEqualTo("That is not one or more statements.");
    assertThat(reason(edits.insert(tree, place, "# nothing")))
        .startsWith("The new statement is wrong");
  }

  @Test
  void linesOfWindowsStayLinesOfWindows() {
    SyntaxTree windows = Parser.parse("route {\r\n\texit;\r\n}\r\n");

    assertThat(text(edits.insert(windows, new Place.Beginning(RouteName.main()), "xlog(\"x\");")))
        .isEqualTo("route {\r\n\txlog(\"x\");\r\n\texit;\r\n}\r\n");
  }

  @Test
  void aFunctionGivesWayToAnotherWithItsArguments() {
    SyntaxTree logging =
        Parser.parse("loadmodule \"sl.so\"\nroute {\n\tsl_send_reply( 404 , \"No\");\n}\n");

    assertThat(reason(edits.replaceFunction(logging, "sl_send_reply", "t_reply")))
        .isEqualTo("Function t_reply() needs module tm, which is not loaded here.");
    SyntaxTree loaded = Parser.parse("loadmodule \"tm.so\"\n" + logging.text());
    assertThat(text(edits.replaceFunction(loaded, "sl_send_reply", "t_reply")))
        .contains("\tt_reply( 404 , \"No\");");
  }

  @Test
  void theArgumentsOfTheFormerFunctionGoWhereTheNewOneWantsThem() {
    SyntaxTree logging =
        Parser.parse("loadmodule \"sipmsgops.so\"\nroute {\n\tappend_hf(\"X: $ru\\r\\n\");\n}\n");

    assertThat(
            text(edits.replaceFunction(logging, "append_hf", "xlog", List.of("\"L_INFO\"", "{1}"))))
        .contains("\txlog(\"L_INFO\", \"X: $ru\\r\\n\");");
  }

  @Test
  void aFunctionThatDoesNotFitIsRefusedWithTheLine() {
    assertThat(reason(edits.replaceFunction(tree, "t_relay", "save")))
        .isEqualTo("Line 26: save() does not take 0 arguments.");
    assertThat(reason(edits.replaceFunction(tree, "t_relay", "forward_it")))
        .isEqualTo("OpenSIPS 3.6 has no function forward_it().");
    assertThat(reason(edits.replaceFunction(tree, "ds_next_dst", "t_relay")))
        .isEqualTo("ds_next_dst() is not called here.");
  }
}
