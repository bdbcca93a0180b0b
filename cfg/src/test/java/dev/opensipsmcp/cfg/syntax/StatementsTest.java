package dev.opensipsmcp.cfg.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementsTest {

  @Test
  void callsWithAllKindsOfArguments() {
    assertThat(
            Shape.statements("f(); f(\"a\", 'b', -1, $ru, $(avp(x)[0])); f(, 1); f(1,,2); f(,);"))
        .isEqualTo("f(); f('a','b',-1,$ru,$avp(x)[0]); f(_,1); f(1,_,2); f(_,_);");
  }

  @Test
  void wordsThatEndARouteStandWithAndWithoutParentheses() {
    assertThat(Shape.statements("exit; exit(); drop; drop(); return; return(); return(-1, $ru);"))
        .isEqualTo("exit; exit(); drop; drop(); return; return(); return(-1,$ru);");
    assertThat(Shape.statements("return -1; return $var(rc); return(, NULL);"))
        .isEqualTo("return -1; return $var(rc); return(_,NULL);");
  }

  @Test
  void jumpsToRoutes() {
    assertThat(
            Shape.statements(
                "route(relay); route(1); route(\"a-b\", $ru, 5, NULL); route($var(r));"))
        .isEqualTo("route(relay); route(1); route('a-b',$ru,5,NULL); route($var(r));");
  }

  @Test
  void asynchronousCalls() {
    assertThat(Shape.statements("async(rest_get($var(u), $var(b)), resume); async(f(), r, 10);"))
        .isEqualTo("async(rest_get($var(u),$var(b)),resume); async(f(),r,10);");
    assertThat(Shape.statements("launch(f(\"x\")); launch(f(), r); launch(f(), r, \"p\");"))
        .isEqualTo("launch(f('x')); launch(f(),r); launch(f(),r,'p');");
  }

  @Test
  void logTextsAreJoined() {
    assertThat(Shape.statements("xlog(\"L_INFO\", \"a \" /* and */ \"b\"); xlog('c');"))
        .isEqualTo("xlog('L_INFO','a b'); xlog('c');");
  }

  @Test
  void assertionsHoldACondition() {
    assertThat(Shape.statements("assert($rU == 1 and $rd == 2, \"no\");"))
        .isEqualTo("assert((and (== $rU 1) (== $rd 2)),'no');");
  }

  @Test
  void branchesWithAndWithoutBraces() {
    assertThat(Shape.statements("if (a()) b(); else if (c()) { d(); e(); } else {}"))
        .isEqualTo("(if a() b(); else (if c() {d(); e();} else {}))");
    assertThat(Shape.statements("if (a()) if (b()) c(); else d();"))
        .as("an else belongs to the nearest if")
        .isEqualTo("(if a() (if b() c(); else d();))");
    assertThat(Shape.statements("if (a());")).isEqualTo("(if a() ;)");
  }

  @Test
  void loops() {
    assertThat(Shape.statements("while ($var(i) < 3) { $var(i) += 1; break; }"))
        .isEqualTo("(while (< $var(i) 3) {(+= $var(i) 1) break})");
    assertThat(Shape.statements("for ($var(c) in $(avp(list)[*])) xlog(\"$var(c)\");"))
        .isEqualTo("(for $var(c) in $avp(list)[*] xlog('$var(c)');)");
  }

  @Test
  void choices() {
    assertThat(Shape.statements("switch ($rs) { case 1: case \"b\": f(); break; default: g(); }"))
        .isEqualTo("(switch $rs (case 1: ) (case 'b': f(); break) (case else: g();))");
  }

  @Test
  void anIncludeInTheMidstOfARouteIsALineOfItsOwn() {
    assertThat(Shape.statements("a();\n  include_file \"b.cfg\" rest\n c();"))
        .isEqualTo("a(); include_file b.cfg c();");
  }

  @Test
  void formsOf24() {
    assertThat(Shape.statements("force_rport; append_branch; setflag(DONE); setflag(5);"))
        .isEqualTo("force_rport; append_branch; setflag(DONE); setflag(5);");
    assertThat(Shape.statements("force_send_socket(udp:192.0.2.1:5060);"))
        .isEqualTo("force_send_socket(udp:192.0.2.1:5060);");
  }

  @Test
  void eachStatementKnowsWhereItStands() {
    String text = "route {\n  $var(x) = 1 ;\n  f( 2 );\n}";
    Item.Route route = (Item.Route) Parser.parse(text).items().getFirst();

    assertThat(route.body().statements())
        .extracting(statement -> statement.span().in(text))
        .containsExactly("$var(x) = 1 ;", "f( 2 );");
    assertThat(route.span().in(text)).isEqualTo(text);
  }
}
