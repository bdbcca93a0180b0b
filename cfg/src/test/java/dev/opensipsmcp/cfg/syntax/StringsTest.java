package dev.opensipsmcp.cfg.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StringsTest {

  private static Literal.Text argument(String whole) {
    SyntaxTree tree = Parser.parse(whole);
    assertThat(tree.faults()).isEmpty();
    Item.Route route = (Item.Route) tree.items().getFirst();
    Statement.Invocation call = (Statement.Invocation) route.body().statements().getFirst();
    return (Literal.Text) call.call().arguments().getFirst().value().orElseThrow();
  }

  private static List<String> written(String whole) {
    return Strings.parts(argument(whole), whole).stream()
        .map(part -> part.span().in(whole))
        .toList();
  }

  @Test
  void doubleQuotesResolveEscapesAndSingleQuotesDoNot() {
    assertThat(argument("route { xlog(\"a\\n\\t\\\"\\\\\\x41\\101\\d\"); }").value())
        .isEqualTo("a\n\t\"\\AA\\d");
    assertThat(argument("route { xlog('a\\n\\'); }").value()).isEqualTo("a\\n\\");
  }

  @Test
  void aBackslashAtTheEndOfALineContinuesIt() {
    assertThat(argument("route { xlog(\"a\\\nb\nc\"); }").value()).isEqualTo("ab\nc");
  }

  @Test
  void aSingleOctalDigitIsABackReferenceAndNoEscape() {
    assertThat(argument("route { f(\"/(.*)/\\1/\"); }").value()).isEqualTo("/(.*)/\\1/");
  }

  @Test
  void textAndVariablesAlternate() {
    String whole = "route { xlog(\"to $rU@$rd:$$5 $(hdr(X)[0]{s.len})!\"); }";

    assertThat(written(whole))
        .containsExactly("to ", "$rU", "@", "$rd", ":$$5 ", "$(hdr(X)[0]{s.len})", "!");
    assertThat(Shape.parts(Strings.parts(argument(whole), whole)))
        .isEqualTo("to $rU@$rd:$5 $hdr(X)[0]{s.len}!");
  }

  @Test
  void escapesDoNotShiftWhereThingsStand() {
    assertThat(written("route { xlog(\"\\x41\\n\\101$ru\\t$avp(a\\x41)b\"); }"))
        .containsExactly("\\x41\\n\\101", "$ru", "\\t", "$avp(a\\x41)", "b");
  }

  @Test
  void joinedStringsAreOneText() {
    String whole = "route { xlog(\"a $r\" # first \"x\"\n /* \"y\" */ \"u b\"); }";

    assertThat(argument(whole).value()).isEqualTo("a $ru b");
    assertThat(Shape.parts(Strings.parts(argument(whole), whole))).isEqualTo("a $ru b");
  }

  @Test
  void theContextOfAMessageStandsBeforeTheName() {
    String whole = "route { xlog(\"$<reply>rs\"); }";
    assertThat(Shape.parts(Strings.parts(argument(whole), whole))).isEqualTo("$<reply>rs");
  }

  @Test
  void anEmptyStringHoldsNothing() {
    assertThat(written("route { xlog(\"\"); }")).isEmpty();
  }

  @Test
  void aNamelessDollarSignAndAnUnclosedVariableAreFaults() {
    String price = "route { xlog(\"costs 5$\"); }";
    assertThat(Strings.faults(argument(price), price))
        .singleElement()
        .satisfies(fault -> assertThat(fault.span().in(price)).isEqualTo("$"));

    String open = "route { xlog(\"\\n$avp(x and $ru\"); }";
    assertThat(Strings.faults(argument(open), open))
        .singleElement()
        .satisfies(fault -> assertThat(fault.span().in(open)).isEqualTo("$avp(x and $ru"));
    assertThat(Strings.faults(argument("route { xlog(\"$ru\"); }"), "route { xlog(\"$ru\"); }"))
        .isEmpty();
  }
}
