package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.toolset.diagnose.engine.Matcher;
import dev.opensipsmcp.server.toolset.diagnose.engine.Matcher.Match;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.task.Tasks;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Operators' words lead to the task that they mean. */
class MatcherTest {
  private static final Matcher MATCHER = new Matcher(Tasks.ALL);

  /** Words that stand in no task as they are. */
  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("my calls are always cut after 32 s", "calls_drop"),
          Map.entry("after half a minute the call ends by itself", "calls_drop"),
          Map.entry("Which trunk has the worst failure ratio today?", "gateway_fails"),
          Map.entry("carrier X rejects our calls with 503", "gateway_fails"),
          Map.entry("since I edited opensips.cfg the service fails to start", "no_start"),
          Map.entry("please migrate this configuration to 3.6", "migrate"),
          Map.entry("customers hear no audio on one side", "one_way_audio"),
          Map.entry("the callee can't hear the caller", "one_way_audio"),
          Map.entry("shared memory is nearly exhausted", "memory"),
          Map.entry("is there a memory leak?", "memory"),
          Map.entry("CPU at 100 % and workers are all busy", "overload"),
          Map.entry("phone 1001 can't register", "user_unreachable"),
          Map.entry("bob is offline, calls to him get 480", "user_unreachable"),
          Map.entry("dispatcher destination does not leave probing", "destination_probing"),
          Map.entry("Where does a call to 0049 go?", "route_preview"),
          Map.entry("what happened in call abc@host", "show_call"),
          Map.entry("somebody tries passwords by brute force", "attack"),
          Map.entry("our costs exploded over night, is it fraud?", "fraud"),
          Map.entry("add a new carrier with a rule for prefix 44", "route_change"),
          Map.entry("the two cluster nodes are not in sync", "cluster"),
          Map.entry("when do our certificates expire?", "tls"),
          Map.entry("CDR duration is 0 for answered calls", "cdr_wrong"),
          Map.entry("there are ghost calls older than 12 hours", "stale_dialogs"),
          Map.entry("audit this configuration before we go live", "config_audit"),
          Map.entry("build a config for an SBC", "build_config"),
          Map.entry("after the restart all phones register at once", "registration_storm"),
          Map.entry("STIR/SHAKEN signatures are not verified", "stir_shaken"),
          Map.entry("the log is full of timer warnings", "crash"),
          Map.entry("opensips crashed with a segfault", "crash"),
          Map.entry("run a load test against the new version", "load_test"),
          Map.entry("drain rtpengine before maintenance", "drain"));

  @Test
  void everyPhraseOfATaskLeadsToIt() {
    for (Task task : Tasks.ALL) {
      for (String symptom : task.symptoms()) {
        List<Match> matches = MATCHER.match(symptom);
        assertThat(matches.getFirst().task().id()).as(symptom).isEqualTo(task.id());
        assertThat(matches.getFirst().label()).as(symptom).isEqualTo("high");
      }
    }
  }

  @Test
  void otherWordsForTheSameLeadToTheTaskToo() {
    SAID.forEach((said, task) ->
        assertThat(MATCHER.match(said).getFirst().task().id()).as(said).isEqualTo(task));
  }

  @Test
  void thereAreTwentyFiveTasksEachWithSeveralWordsAndADistinctName() {
    assertThat(Tasks.ALL).hasSize(25).extracting(Task::id).doesNotHaveDuplicates();
    for (Task task : Tasks.ALL) {
      assertThat(task.symptoms()).as(task.id()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(task.looks()).as(task.id()).isNotEmpty();
      assertThat(task.rules()).as(task.id()).isNotEmpty();
      assertThat(Tasks.named(task.id())).contains(task);
    }
  }

  @Property(tries = 200)
  void anyTextIsMatchedOrNotAndTheFitIsAShare(@ForAll String text) {
    MATCHER.match(text).forEach(match -> assertThat(match.fit()).isBetween(0.0, 1.0));
  }
}
