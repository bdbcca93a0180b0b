package dev.opensipsmcp.cfg.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mistake is one fault, where it was made; and what follows it is still read. */
class FaultsTest {

  private static List<String> faults(String text) {
    return Parser.parse(text).faults().stream()
        .map(fault -> {
          String before = text.substring(0, fault.span().start());
          int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
          int column = before.length() - before.lastIndexOf('\n');
          return line + ":" + column + " " + fault.message();
        })
        .toList();
  }

  @Test
  void semicolonsBehindGlobals() {
    assertThat(faults("log_level=3;\nloadmodule \"sl.so\";\nroute { exit; };\n"))
        .containsExactly(
            "1:12 No semicolon stands outside of routes.",
            "2:19 No semicolon stands outside of routes.",
            "3:16 No semicolon stands outside of routes.");
  }

  @Test
  void missingSemicolonsAreToldBehindWhatTheyEnd() {
    assertThat(faults("route {\n  f()\n  $var(x) = 1\n  if ($ru) exit\n  g() h();\n}"))
        .containsExactly(
            "2:6 A semicolon is missing here.",
            "3:14 A semicolon is missing here.",
            "4:16 A semicolon is missing here.",
            "5:6 A semicolon is missing here.");
  }

  @Test
  void theIndentationTellsWhichBraceIsMissing() {
    String text =
        """
        route {
          if (a()) {
            f();
          g();
        }

        route[b] {
          exit;
        }
        """;
    assertThat(faults(text)).containsExactly("2:12 This { is never closed.");
    assertThat(Parser.parse(text).items()).hasSize(2);
  }

  @Test
  void aBraceTooManyLeavesStatementsOutsideOfRoutes() {
    assertThat(faults("route {\n  f();\n} }\nroute[b] { exit; }"))
        .containsExactly("3:3 This } closes nothing.");
    assertThat(faults("route {\n  if (a()) {\n  } }\n  f();\n  g()\n}\nroute[b] { exit; }"))
        .containsExactly(
            "4:3 Statements stand in routes only.", "5:6 A semicolon is missing here.");
  }

  @Test
  void aStringWithoutItsEndEndsWithItsLine() {
    assertThat(
            faults("loadmodule \"sl.so\nloadmodule \"tm.so\"\nroute {\n  xlog(\"a);\n  exit;\n}"))
        .containsExactly("1:12 This string has no end.", "4:8 This string has no end.");
    assertThat(faults("route {\n  xlog('a);\n  exit;\n}\nroute[b] { xlog('b'); }"))
        .containsExactly("2:8 This string has no end.");
  }

  @Test
  void aCommentWithoutItsEnd() {
    assertThat(faults("log_level=3\n/* a /* b */\nroute { exit; }"))
        .containsExactly("2:1 This comment has no end.");
  }

  @Test
  void parentheses() {
    assertThat(
            faults(
                """
                route {
                  if (has_totag() {
                    exit;
                  }
                  if has_totag()) {
                    exit;
                  }
                  f("a";
                  f("a"));
                  while ($var(i) < 3 { exit; }
                }
                """))
        .containsExactly(
            "2:19 Here ) is missing.",
            "5:17 This ) closes nothing.",
            "8:8 Here , or ) is missing in the arguments.",
            "9:9 The statement can't go on with ).",
            "10:22 Here ) is missing.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '»',
      quoteCharacter = '`',
      textBlock =
          """
          if (1 == $ru) f();             » 5
          if (f() == 1) f();             » 5
          if ($x + 1 > 2) f();           » 8
          if ($x == f()) f();            » 11
          if ($x =~ 5) f();              » 11
          if ($x < NULL) f();            » 10
          if ($si > 10.0.0.0/8) f();     » 11
          if ("a") f();                  » 5
          if (!a) f();                   » 6
          if (a() && ) f();              » 12
          if ([$ru == $rd]) f();         » 16
          if (a()) then f();             » 10
          if (a()) f(); elseif (b()) f(); » 15
          else f();                      » 1
          $x = $y and $z;                » 9
          $x = ;                         » 6
          $x = "a" "b";                  » 10
          $x;                            » 3
          f("a" "b");                    » 7
          f(a);                          » 3
          f($x + 1);                     » 3
          f(g());                        » 3
          t_relay;                       » 1
          { f(); }                       » 1
          case 1: f();                   » 1
          5;                             » 1
          route[x];                      » 1
          switch ($x) { f(); }           » 15
          switch ($x) { case a: f(); }   » 20
          switch ($x) { default: f(); case 1: f(); } » 29
          switch ("x") { case 1: f(); }  » 9
          for ($x in 5) f();             » 12
          """)
  void mistakesInStatements(String statement, int column) {
    String text = "route {\n" + statement + "\n  f(\"still read\");\n}\nlog_level=3";

    assertThat(faults(text))
        .as(statement)
        .isNotEmpty()
        .first()
        .asString()
        .startsWith("2:" + column + " ");
    assertThat(Shape.many(Parser.parse(text).items())).contains("f('still read');", "log_level=3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log_level=",
        "log_level 3",
        "socket=",
        "socket=udp:127.0.0.1:",
        "alias=",
        "mpath=",
        "loadmodule sl.so",
        "loadmodule",
        "modparam(\"a\", \"b\")",
        "modparam(\"a\", b, 1)",
        "modparam \"a\"",
        "foo bar",
        "5",
        "request_route { exit; }",
        "failure_route { exit; }",
        "route[a-b] { exit; }",
        "route[] { exit; }",
        "route[a { exit; }",
        "timer_route[t] { exit; }",
        "error_route[e] { exit; }",
        "event_route[a:b] { exit; }",
        "route[e] { }",
        "route[e]",
        "onsend_route { exit; }",
        "fancy_route { exit; }",
        "xlog(\"a\");",
        "dst_blacklist="
      })
  void mistakesOutsideOfRoutes(String item) {
    SyntaxTree tree = Parser.parse(item + "\nlog_prefix=\"a\"\nroute { exit; }");

    assertThat(tree.faults()).as(item).hasSize(1);
    assertThat(Shape.many(tree.items())).endsWith("route[]{exit;}");
  }

  @Test
  void typographicQuotesAreNamedInTheSuggestion() {
    assertThat(Parser.parse("route { xlog(“hello”); }").faults())
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.suggestion())
                .hasValueSatisfying(text -> assertThat(text).contains("typographic", "\"hello\"")));
  }
}
