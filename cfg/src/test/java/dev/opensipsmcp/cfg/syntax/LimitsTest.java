package dev.opensipsmcp.cfg.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text is too deep, too long or too odd. */
class LimitsTest {
  private static final int MANY = 10_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '»',
      quoteCharacter = '`',
      textBlock =
          """
                     » if (a()) {
                     » while (a()) {
                     » if (a()) f(); else {
                     » for ($x in $y) if (a())
                     » switch ($x) { case 1:
                     » {
                     » f(
                     » async(
                     » assert((
          if (       » (
          if (       » !
          if (       » not (
          if (       » [(
          $var(x) =  » (
          $var(x) =  » ~
          f(         » $x + (
          """)
  void deepNestingIsAClearFault(@Nullable String before, String piece) {
    String start = before == null ? "" : before + " ";
    SyntaxTree tree =
        Parser.parse(
            "route {\n" + start + (piece + " ").repeat(MANY) + "\n}\nroute[b] { exit; }\n");

    assertThat(tree.faults())
        .extracting(Fault::message)
        .anySatisfy(message -> assertThat(message).contains("nests deeper than 200"));
  }

  @Test
  void whatIsTooDeepIsSkippedAndTheRestIsRead() {
    SyntaxTree tree =
        Parser.parse(
            "route { "
                + "if (a()) {".repeat(MANY)
                + "f();"
                + "}".repeat(MANY)
                + " g(); }\n"
                + "route[b] { exit; }");

    assertThat(tree.faults()).hasSize(1);
    assertThat(tree.items()).hasSize(2);
    assertThat(Shape.of(tree.items().getFirst())).endsWith(" g();}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$(avp(", "$(ru{s.select,", "$(avp(x)[$(var("})
  void variablesInVariables(String opening) {
    SyntaxTree tree = Parser.parse("route { $var(x) = " + opening.repeat(MANY) + "; }");
    assertThat(tree.faults()).isNotEmpty();
  }

  @Test
  void longChainsDoNotNest() {
    assertThat(Parser.parse("route { if (a()" + " and a()".repeat(MANY) + ") exit; }").faults())
        .hasSize(1);
    assertThat(Parser.parse("route { $var(x) = 1" + " + 1".repeat(MANY) + "; }").faults())
        .hasSize(1);
    assertThat(Parser.parse("route { " + "if (a()) f(); else ".repeat(MANY) + "g(); }").faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("more than 1000 times"));
  }

  @Test
  void aHugeFileIsReadAsManySmallOnes() {
    int times = 10_000_000 / Samples.RESIDENTIAL.length() + 1;
    SyntaxTree one = Parser.parse(Samples.RESIDENTIAL);
    SyntaxTree many = Parser.parse(Samples.RESIDENTIAL.repeat(times));

    assertThat(one.faults()).isEmpty();
    assertThat(many.faults()).isEmpty();
    assertThat(many.items()).hasSize(one.items().size() * times);
    assertThat(many.tokens().size())
        .as("the work is one step for each token, and there are as many as there is text")
        .isEqualTo(one.tokens().size() * times);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "}",
        ";",
        "\"",
        "'",
        "$(",
        "\\\"",
        "/*",
        "{",
        "x",
        "x(",
        "1.",
        "a:",
        "[",
        "\"\n",
        "\\\"\n",
        "'\"\n",
        "\"'x\n",
        "if(a()){}",
        "route[",
        "$(a ",
        "$(a{s.b,",
        "route{if(a()){",
        "include_file \"",
        "alias=a\n",
        "socket=",
        "x=\n",
        "é",
        "else ",
        "case ",
        "(\n",
        "\\\n"
      })
  void hugeNonsenseEndsWithFaultsAndNoMoreThanAThousand(String piece) {
    String text = piece.repeat(300_000 / piece.length());
    SyntaxTree tree = Parser.parse(text);

    assertThat(tree.faults()).hasSizeLessThanOrEqualTo(1_001);
    assertThat(tree.tokens().getLast().span().end()).isEqualTo(text.length());
  }
}
