package dev.opensipsmcp.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {

  @Test
  void a_viewer_reads_and_changes_nothing() {
    assertThat(Policy.DEFAULT.verdict(Role.VIEWER, Risk.READ, "dialog", "dlg_list"))
        .isEqualTo(Verdict.ALLOW);
    for (Risk risk : List.of(Risk.REVERSIBLE, Risk.DISRUPTIVE, Risk.DESTRUCTIVE)) {
      assertThat(Policy.DEFAULT.verdict(Role.VIEWER, risk, "dialog", "dlg_end"))
          .isEqualTo(Verdict.DENY);
    }
  }

  @Test
  void everybody_else_makes_reversible_changes_and_asks_for_worse_ones() {
    for (Role role : List.of(Role.OPERATOR, Role.ENGINEER, Role.ADMIN)) {
      assertThat(Policy.DEFAULT.verdict(role, Risk.REVERSIBLE, "t", "x")).isEqualTo(Verdict.ALLOW);
      assertThat(Policy.DEFAULT.verdict(role, Risk.DISRUPTIVE, "t", "x"))
          .isEqualTo(Verdict.APPROVE);
      assertThat(Policy.DEFAULT.verdict(role, Risk.DESTRUCTIVE, "t", "x"))
          .isEqualTo(Verdict.APPROVE);
    }
  }

  @Test
  void the_most_specific_rule_decides_in_whatever_order_they_stand() {
    Rule tier = rule(Verdict.DENY, null, Risk.DISRUPTIVE, null, null);
    Rule role = rule(Verdict.APPROVE, Role.ADMIN, null, null, null);
    Rule toolset = rule(Verdict.DENY, null, null, "dialog", null);
    Rule tool = rule(Verdict.ALLOW, null, null, null, "dlg_end");
    for (List<Rule> rules :
        List.of(List.of(tier, role, toolset, tool), List.of(tool, toolset, role, tier))) {
      Policy policy = new Policy(rules);
      assertThat(policy.verdict(Role.ADMIN, Risk.DISRUPTIVE, "dialog", "dlg_end"))
          .isEqualTo(Verdict.ALLOW);
      assertThat(policy.verdict(Role.ADMIN, Risk.DISRUPTIVE, "dialog", "dlg_get"))
          .isEqualTo(Verdict.DENY);
      assertThat(policy.verdict(Role.ADMIN, Risk.DISRUPTIVE, "b2b", "b2b_terminate"))
          .isEqualTo(Verdict.APPROVE);
      assertThat(policy.verdict(Role.OPERATOR, Risk.DISRUPTIVE, "b2b", "b2b_terminate"))
          .isEqualTo(Verdict.DENY);
    }
  }

  @Test
  void of_equally_specific_rules_the_strictest_decides() {
    Rule lenient = rule(Verdict.ALLOW, null, null, null, "dlg_end");
    Rule strict = rule(Verdict.DENY, null, null, null, "dlg_end");
    assertThat(
            new Policy(List.of(strict, lenient))
                .verdict(Role.ADMIN, Risk.DISRUPTIVE, "dialog", "dlg_end"))
        .isEqualTo(Verdict.DENY);
  }

  @Test
  void each_role_has_all_that_the_one_before_it_has() {
    assertThat(Role.VIEWER.scopes()).contains(Scope.MI_READ).doesNotContain(Scope.MI_WRITE);
    assertThat(Role.OPERATOR.scopes())
        .containsAll(Role.VIEWER.scopes())
        .contains(Scope.MI_WRITE)
        .doesNotContain(Scope.DB_WRITE, Scope.CONFIG_WRITE);
    assertThat(Role.ENGINEER.scopes()).containsAll(Role.OPERATOR.scopes());
    assertThat(Role.ADMIN.scopes()).containsExactlyInAnyOrder(Scope.values());
  }

  @Test
  void readonly_is_another_name_of_viewer_and_case_matters() {
    assertThat(Role.parse("readonly")).contains(Role.VIEWER);
    assertThat(Role.parse("admin")).contains(Role.ADMIN);
    assertThat(Role.parse("Admin")).isEmpty();
  }

  @Test
  void read_only_holds_even_an_admin_to_what_a_viewer_may() {
    assertThat(Role.ADMIN.rights("root", true).scopes()).isEqualTo(Role.VIEWER.scopes());
  }

  private static Rule rule(Verdict verdict, Role role, Risk risk, String toolset, String tool) {
    return new Rule(
        Optional.ofNullable(role),
        Optional.ofNullable(risk),
        Optional.ofNullable(toolset),
        Optional.ofNullable(tool),
        verdict);
  }
}
