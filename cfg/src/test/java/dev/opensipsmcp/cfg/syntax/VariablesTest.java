package dev.opensipsmcp.cfg.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '»',
      textBlock =
          """
          $ru                                 » $ru
          $msg.branch.flag(x)                 » $msg.branch.flag(x)
          $(ru)                               » $ru
          $(hdr(Via)[-1]{s.len})              » $hdr(Via)[-1]{s.len}
          $(avp(x)[*])                        » $avp(x)[*]
          $(avp($var(n))[$var(i)])            » $avp($var(n))[$var(i)]
          $json(a/$var(k)/b)                  » $json(a/$var(k)/b)
          $(<request>ru)                      » $<request>ru
          $(<reply>hdr(To){nameaddr.uri})     » $<reply>hdr(To){nameaddr.uri}
          $(ru{uri.host}{s.toupper})          » $ru{uri.host}{s.toupper}
          $(ru{uri.host} {s.len})             » $ru{uri.host}{s.len}
          $(rU{s.substr,0,$var(n)})           » $rU{s.substr|0|$var(n)}
          $(rU{s.substr,$(var(a){s.int}),2})  » $rU{s.substr|$var(a){s.int}|2}
          $(rU{re.subst,/^(a),(b)$/x/g})      » $rU{re.subst|/^(a),(b)$/x/g}
          $(rU{s.fill.left,0,5})              » $rU{s.fill.left|0|5}
          $(var(x){s.select,1,{}})            » $var(x){s.select|1|{}}
          $stat(a(b)c)                        » $stat(a(b)c)
          """)
  void everyFormOfAVariable(String text, String shape) {
    assertThat(Shape.statements("$var(z) = " + text + ";")).isEqualTo("(= $var(z) " + shape + ")");
  }

  @Test
  void eachPieceKnowsWhereItStands() {
    String text = "route { if ($(hdr($var(n))[2]{s.substr,1,$var(m)}) == 1) exit; }";
    Item.Route route = (Item.Route) Parser.parse(text).items().getFirst();
    Statement.If branch = (Statement.If) route.body().statements().getFirst();
    Variable variable = (Variable) ((Expression.Binary) branch.condition()).left();
    Transformation transformation = variable.transformations().getFirst();

    assertThat(variable.span().in(text)).isEqualTo("$(hdr($var(n))[2]{s.substr,1,$var(m)})");
    assertThat(variable.name().span().in(text)).isEqualTo("hdr");
    assertThat(variable.subname().getFirst().span().in(text)).isEqualTo("$var(n)");
    assertThat(variable.index().getFirst().span().in(text)).isEqualTo("2");
    assertThat(transformation.span().in(text)).isEqualTo("{s.substr,1,$var(m)}");
    assertThat(transformation.parameters())
        .extracting(parts -> parts.getFirst().span().in(text))
        .isEqualTo(List.of("1", "$var(m)"));
  }

  @Test
  void withoutParenthesesOpenSipsIgnoresWhatIsStuckToAVariable() {
    assertThat(Shape.statements("if ($ru{s.len} == 5) exit;")).isEqualTo("(if (== $ru 5) exit;)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$(ru",
        "$avp(",
        "$avp()",
        "$(avp(x)[])",
        "$(ru{s})",
        "$(ru{.len})",
        "$(ru{s.len)",
        "$(ru-)",
        "$",
        "$(<request ru)",
        "$(avp(x)x)",
        "$(avp(x){s.len}[0])"
      })
  void aBrokenVariableIsAFaultWhereItStands(String variable) {
    String text = "route {\n  $var(z) = " + variable + ";\n  f();\n}";
    SyntaxTree tree = Parser.parse(text);

    assertThat(tree.faults()).hasSize(1);
    int at = text.indexOf("= " + variable) + 2;
    assertThat(tree.faults().getFirst().span().start()).isBetween(at, at + variable.length());
    assertThat(Shape.many(tree.items())).contains("f();");
  }
}
