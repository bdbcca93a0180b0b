package dev.opensipsmcp.cfg.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import org.junit.jupiter.api.Test;

/** Where names come from, and which versions have them. */
class NamesTest {
  private final Names names = new Names(Facts.of(Version.V3_6));

  @Test
  void tellsWhoHasAFunction() {
    assertThat(names.functions("t_relay"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.module()).isEqualTo("tm");
          assertThat(it.what().parameters()).hasSize(2);
        });
    assertThat(names.functions("seturi")).allMatch(Home::core).isNotEmpty();
    assertThat(names.functions("t_rely")).isEmpty();
    assertThat(names.functionsLike("t_rely")).contains("t_relay");
  }

  @Test
  void tellsWhoHasAVariable() {
    assertThat(names.variables("ru")).allMatch(Home::core).isNotEmpty();
    assertThat(names.variables("DLG_status")).extracting(Home::module).containsExactly("dialog");
    assertThat(names.variablesLike("DLG_stats")).contains("DLG_status");
  }

  @Test
  void knowsAsynchronousFunctionsApart() {
    assertThat(names.asyncFunctions("rest_get")).isNotEmpty();
    assertThat(names.asyncFunctions("t_relay")).isEmpty();
  }

  @Test
  void knowsTransformationsByClass() {
    assertThat(names.transformations("s")).contains("len", "substr", "date2unix");
    assertThat(names.transformations("S")).contains("len");
    assertThat(names.moduleOfTransformations("s")).contains("core");
    assertThat(names.moduleOfTransformations("rest")).contains("rest_client");
    assertThat(names.moduleOfTransformations("nothing")).isEmpty();
    assertThat(new Names(Facts.of(Version.V3_5)).transformations("s")).doesNotContain("date2unix");
  }

  @Test
  void tellsTheVersionsThatHaveAName() {
    assertThat(Names.versionsOfFunction("append_branch"))
        .containsExactly(Version.V3_2, Version.V3_3, Version.V3_4, Version.V3_5);
    assertThat(Names.versionsOfModule("avpops"))
        .containsExactly(Version.V3_2, Version.V3_3, Version.V3_4);
    assertThat(Names.versionsOfParameter("usrloc", "db_mode"))
        .contains(Version.V3_6)
        .doesNotContain(Version.V4_0);
    assertThat(Names.versionsOfGlobalParameter("tcp_threads")).containsExactly(Version.V4_0);
    assertThat(Names.versionsOfVariable("msg.branch.attr"))
        .containsExactly(Version.V3_6, Version.V4_0);
    assertThat(Names.versionsOfVariable("nothing")).isEmpty();
  }

  @Test
  void tellsWhichModulesShareAParameter() {
    assertThat(names.modulesWithParameter("db_url")).contains("usrloc", "dialog", "dispatcher");
    assertThat(names.modulesWithParameter("nothing")).isEmpty();
  }
}
