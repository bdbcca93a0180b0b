package dev.opensipsmcp.cfg.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class ConfigurationDiffTest {
  private static final String BASE =
      """
      # first
      log_level=3
      socket=udp:127.0.0.1:5060
      loadmodule "sl.so"
      loadmodule "tm.so"
      modparam("tm", "fr_timeout", 5)
      route {
      	if ($rm == "OPTIONS") {
      		sl_send_reply(200, "OK");
      		exit;
      	}
      	t_on_failure("missed");
      	route(out);
      }
      route[out] {
      	t_relay();
      }
      failure_route[missed] {
      	exit;
      }
      """;

  private static ConfigurationDiff diff(String after) {
    return ConfigurationDiff.between(Parser.parse(BASE), Parser.parse(after));
  }

  private static ConfigurationDiff replaced(String from, String to) {
    assertThat(BASE).contains(from);
    return diff(BASE.replace(from, to));
  }

  @Test
  void theSameTextHasNoDifference() {
    assertThat(diff(BASE).kind()).isEqualTo(Kind.NONE);
  }

  @Test
  void layoutAndCommentsAreToldApart() {
    assertThat(replaced("\t\texit;", "    exit ;").kind()).isEqualTo(Kind.LAYOUT);
    assertThat(replaced("\"OPTIONS\"", "'OPTIONS'").kind()).isEqualTo(Kind.LAYOUT);
    assertThat(replaced("\"fr_timeout\", 5", "\"fr_timeout\", 0x5").kind()).isEqualTo(Kind.LAYOUT);
    assertThat(replaced("# first", "# second").kind()).isEqualTo(Kind.COMMENTS);
  }

  @Test
  void whatOnlyMovedIsSaidToHaveMoved() {
    ConfigurationDiff diff =
        replaced(
            "loadmodule \"sl.so\"\nloadmodule \"tm.so\"\n",
            "loadmodule \"tm.so\"\nloadmodule \"sl.so\"\n");

    assertThat(diff.kind()).isEqualTo(Kind.ORDER);
    assertThat(diff.moved()).hasSize(1);
    assertThat(diff.modulesAdded()).isEmpty();
    assertThat(diff.modulesRemoved()).isEmpty();
  }

  @Test
  void modulesParametersGlobalsAndListenersAreCompared() {
    ConfigurationDiff diff =
        diff(
            BASE.replace("loadmodule \"sl.so\"\n", "loadmodule \"maxfwd.so\"\n")
                .replace("\"fr_timeout\", 5", "\"fr_timeout\", 7")
                .replace("log_level=3", "log_level=4\nudp_workers=8")
                .replace("udp:127.0.0.1:5060", "udp:127.0.0.1:5070"));

    assertThat(diff.kind()).isEqualTo(Kind.MEANING);
    assertThat(diff.modulesAdded()).containsExactly("maxfwd");
    assertThat(diff.modulesRemoved()).containsExactly("sl");
    assertThat(diff.parameters())
        .containsExactly(new ParameterChange("tm", "fr_timeout", List.of("5"), List.of("7")));
    assertThat(diff.settings())
        .containsExactly(
            new ParameterChange("", "log_level", List.of("3"), List.of("4")),
            new ParameterChange("", "udp_workers", List.of(), List.of("8")));
    assertThat(diff.listenersAdded()).containsExactly("socket=udp:127.0.0.1:5070");
    assertThat(diff.listenersRemoved()).containsExactly("socket=udp:127.0.0.1:5060");
    assertThat(diff.routes()).isEmpty();
  }

  @Test
  void aChangedStatementIsToldWithItsRouteAndLine() {
    assertThat(replaced("sl_send_reply(200, \"OK\");", "sl_send_reply(405, \"No\");").routes())
        .containsExactly(
            new RouteChange.Changed(
                "route",
                List.of(
                    new StatementChange(
                        StatementChange.Change.ADDED, "sl_send_reply(405, \"No\");", 9),
                    new StatementChange(
                        StatementChange.Change.REMOVED, "sl_send_reply(200, \"OK\");", 9))));
  }

  @Test
  void aStatementThatMovedWithinItsRouteIsNotAnotherOne() {
    assertThat(
            replaced(
                    "\tt_on_failure(\"missed\");\n\troute(out);\n",
                    "\troute(out);\n\tt_on_failure(\"missed\");\n")
                .routes())
        .singleElement()
        .isInstanceOfSatisfying(
            RouteChange.Changed.class,
            changed ->
                assertThat(changed.statements())
                    .extracting(StatementChange::change)
                    .containsExactly(StatementChange.Change.MOVED));
  }

  @Test
  void routesComeGoAndAreRenamed() {
    ConfigurationDiff diff =
        diff(
            BASE.replace("route[out]", "route[relay]").replace("route(out)", "route(relay)")
                + "route[fresh] {\n\tdrop;\n}\n");

    assertThat(diff.routes())
        .contains(
            new RouteChange.Renamed("route[out]", "route[relay]", 15),
            new RouteChange.Added("route[fresh]", 21));
    assertThat(replaced("failure_route[missed] {\n\texit;\n}\n", "").routes())
        .containsExactly(new RouteChange.Removed("failure_route[missed]", 18));
  }

  @Property
  void anyTextCanBeComparedWithAnyOther(
      @ForAll @StringLength(max = 200) @CharRange(from = ' ', to = '~') String before,
      @ForAll @StringLength(max = 200) @CharRange(from = ' ', to = '~') String after) {
    ConfigurationDiff diff = ConfigurationDiff.between(Parser.parse(before), Parser.parse(after));

    assertThat(diff.kind() == Kind.NONE).isEqualTo(before.equals(after));
  }
}
