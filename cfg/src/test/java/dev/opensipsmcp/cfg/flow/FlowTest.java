package dev.opensipsmcp.cfg.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.internal.flow.RouteTable;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowTest {

  private static Flow of(String text) {
    return Flow.of(Parser.parse(text), Version.V3_6);
  }

  private static Worlds before(String text, String call) {
    return of(text).calling(Set.of(call)).findFirst().map(Site::before).orElse(Worlds.NONE);
  }

  private static List<String> dead(String text) {
    return of(text).dead().stream().map(statement -> statement.span().in(text)).toList();
  }

  @Test
  void methodsPartTheWays() {
    Worlds ways =
        before(
            "route { if (is_method(\"INVITE|ACK\")) { if ($rm != \"ACK\") { t_relay(); } } }",
            "t_relay");
    assertThat(ways.list()).extracting(World::methods).containsExactly(Method.INVITE.bit());
  }

  @Test
  void aMethodThatWasExcludedBeforeLeadsNowhere() {
    assertThat(
            before(
                """
                route {
                  if (is_method("REGISTER")) { exit; }
                  if (is_method("REGISTER")) { t_relay(); }
                }
                """,
                "t_relay"))
        .isEqualTo(Worlds.NONE);
  }

  @Test
  void andOrNotAreFollowedAsTheyRun() {
    String text =
        """
        route {
          if (!has_totag() || (is_method("BYE") and loose_route())) { t_relay(); }
        }
        """;
    assertThat(before(text, "t_relay").list())
        .hasSize(2)
        .anyMatch(world -> world.surely(Mark.INITIAL))
        .anyMatch(world ->
            world.surely(Mark.IN_DIALOG)
                && world.surely(Mark.LOOSE_ROUTED)
                && world.methods() == Method.BYE.bit());
  }

  @Test
  void aQuestionAskedTwiceGetsTheSameAnswer() {
    String text = "route { if (has_totag()) { exit; } if (has_totag()) { t_relay(); } forward(); }";
    assertThat(before(text, "t_relay")).isEqualTo(Worlds.NONE);
    assertThat(before(text, "forward").any(world -> world.surely(Mark.INITIAL))).isTrue();
  }

  @Test
  void theRequestUriIsAskedForAnewWhenItChanged() {
    String text =
        """
        route {
          if (!is_myself("$rd")) { exit; }
          $rd = "example.com";
          if (!is_myself("$rd")) { t_relay(); }
        }
        """;
    assertThat(before(text, "t_relay").any(world -> world.surely(Mark.ADDRESSED_TO_US))).isTrue();
  }

  @Test
  void exitDropAndReturnEndAWay() {
    assertThat(dead("route { exit; t_relay(); forward(); }")).containsExactly("t_relay();");
    assertThat(dead("route { route(A); forward(); } route[A] { return; t_relay(); }"))
        .containsExactly("t_relay();");
    assertThat(dead("route { route(A); forward(); } route[A] { drop; }"))
        .containsExactly("forward();");
    assertThat(dead("route { if ($var(x)) { exit; } else { exit; } forward(); }"))
        .containsExactly("forward();");
    assertThat(dead("route { if (0) { t_relay(); } else { forward(); } }")).hasSize(1);
  }

  @Test
  void loopsAreLeftByTheirConditionAndByBreak() {
    assertThat(dead("route { while (1) { if ($var(x)) { break; } } t_relay(); }")).isEmpty();
    assertThat(dead("route { while (1) { $var(x) = 1; } t_relay(); }"))
        .containsExactly("t_relay();");
    assertThat(dead("route { for ($var(x) in $(avp(y)[*])) { exit; } t_relay(); }")).isEmpty();
  }

  @Test
  void casesFallThroughAndTheDefaultTakesTheRest() {
    String text =
        """
        route {
          switch ($rm) {
            case "INVITE":
              xlog("first\\n");
            case "BYE":
              t_relay();
              break;
            default:
              forward();
          }
        }
        """;
    assertThat(before(text, "t_relay").list())
        .extracting(World::methods)
        .containsExactly(Method.INVITE.bit() | Method.BYE.bit());
    assertThat(before(text, "forward").any(world -> world.may(Method.INVITE))).isFalse();
    assertThat(before(text, "forward").any(world -> world.may(Method.ACK))).isTrue();
  }

  @Test
  void whatARouteReturnsIsAsked() {
    String text =
        """
        route { if (route(ASK)) { t_relay(); } else { forward(); } }
        route[ASK] { if (check_source_address(1)) { return(1); } return(-1); }
        """;
    assertThat(before(text, "t_relay").list()).allMatch(world -> world.surely(Mark.TRUSTED));
    assertThat(before(text, "forward").list()).noneMatch(world -> world.surely(Mark.TRUSTED));
  }

  @Test
  void aFailureRouteKnowsWhatWasAskedBeforeItWasArmed() {
    String text =
        """
        route {
          if (!check_source_address(1)) { exit; }
          t_on_failure("F");
          t_relay();
        }
        failure_route[F] { forward(); }
        """;
    assertThat(before(text, "forward").list())
        .isNotEmpty()
        .allMatch(world -> world.surely(Mark.TRUSTED) && world.surely(Mark.FAILURE));
  }

  @Test
  void asyncGoesOnInItsRouteAndNowhereElse() {
    String text =
        """
        route { async(sql_query("SELECT 1", "$avp(x)"), NEXT); forward(); }
        route[NEXT] { t_relay(); }
        """;
    assertThat(dead(text)).containsExactly("forward();");
    assertThat(before(text, "t_relay").any(world -> world.surely(Mark.REQUEST))).isTrue();
  }

  @Test
  void launchGoesOnInBoth() {
    String text =
        """
        route { launch(sql_query("SELECT 1", "$avp(x)"), NEXT); forward(); }
        route[NEXT] { t_relay(); }
        """;
    assertThat(dead(text)).isEmpty();
    assertThat(of(text).unused()).isEmpty();
  }

  @Test
  void routesThatNothingRunsAreUnused() {
    String text =
        """
        modparam("pike", "check_route", "BY_MODULE")
        route { route(A); dlg_on_timeout("BY_CALL"); }
        route[A] { t_on_reply("R"); }
        route[B] { route(C); }
        route[C] { exit; }
        route[BY_MODULE] { exit; }
        route[BY_CALL] { exit; }
        onreply_route[R] { exit; }
        branch_route[X] { exit; }
        timer_route[T, 10] { exit; }
        """;
    assertThat(of(text).unused()).extracting(RouteTable::name).containsExactly("B", "C", "X");
  }

  @Test
  void routesThatCallEachOtherEnd() {
    Flow flow = of("route { route(A); } route[A] { route(B); } route[B] { route(A); t_relay(); }");
    assertThat(flow.calling(Set.of("t_relay"))).hasSize(1);
  }

  @Test
  void manyWaysAreThrownTogetherAndStayCertainWhereAllAgree() {
    StringBuilder text = new StringBuilder("route { if (!check_source_address(1)) { exit; }\n");
    for (int i = 0; i < 40; i++) {
      text.append("if ($var(c) > %d) { setflag(\"F%d\"); }\n".formatted(i, i));
      text.append("if (isflagset(\"F%d\")) { xlog(\"x\"); }\n".formatted(i));
    }
    text.append("t_relay(); }");
    Worlds ways = before(text.toString(), "t_relay");
    assertThat(ways.list()).hasSizeLessThanOrEqualTo(Worlds.MOST);
    assertThat(ways.list()).allMatch(world -> world.surely(Mark.TRUSTED));
  }
}
