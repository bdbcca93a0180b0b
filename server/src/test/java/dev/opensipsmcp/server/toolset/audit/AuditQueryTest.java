package dev.opensipsmcp.server.toolset.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.audit.AuditEvent;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.render.Definition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditQueryTest {
  private static final Instant EIGHT = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir private Path directory;
  private AuditReads trail = filter -> new AuditLog(directory, Clock.systemUTC()).query(filter);

  @BeforeEach
  void writeSixEventsOneAnHour() throws IOException {
    Path file = directory.resolve("audit.jsonl");
    for (int hour = 0; hour < 6; hour++) {
      Clock clock = Clock.fixed(EIGHT.plus(Duration.ofHours(hour)), ZoneOffset.UTC);
      JsonObject fields = new JsonObject();
      fields.addProperty("subject", hour % 2 == 0 ? "alice" : "bob");
      fields.addProperty("tool", hour < 3 ? "dlg_end" : "b2b_terminate");
      fields.addProperty("instance", "edge" + hour % 3);
      fields.addProperty("outcome", hour == 5 ? "MI_OUTCOME_UNKNOWN" : "OK");
      AuditEvent.Kind kind = hour == 4 ? AuditEvent.Kind.DENIED : AuditEvent.Kind.OUTCOME;
      new AuditLog(file, clock).write(new AuditEvent(kind, "call-" + hour, fields));
    }
    trail = new AuditLog(file, Clock.systemUTC())::query;
  }

  private Outcome query(String arguments) {
    Tool tool = AuditToolset.make(trail).tools().getFirst();
    JsonObject json = JsonParser.parseString(arguments.replace('\'', '"')).getAsJsonObject();
    return ((Work.Read) tool.work()).run(new Arguments(json), new NoNode());
  }

  private List<String> ids(String arguments) {
    List<String> ids = new ArrayList<>();
    ((Outcome.Rows) query(arguments)).rows().forEach(row -> ids.add(row.get("id").getAsString()));
    return ids;
  }

  @Test
  void theNewestEventComesFirst() {
    assertThat(ids("{}"))
        .containsExactly("call-5", "call-4", "call-3", "call-2", "call-1", "call-0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'subject':'bob'} | call-5 call-3 call-1",
        "{'tool':'dlg_end'} | call-2 call-1 call-0",
        "{'instance':'edge0'} | call-3 call-0",
        "{'event':'denied'} | call-4",
        "{'outcome':'MI_OUTCOME_UNKNOWN'} | call-5",
        "{'since':'2026-11-20T11:00:00Z','until':'2026-11-20T12:00:00Z'} | call-4 call-3",
        "{'since':'2026-11-20T14:00:00+01:00'} | call-5",
        "{'until':'2026-11-20'} | ''",
        "{'since':'2026-11-20','subject':'alice','tool':'dlg_end'} | call-2 call-0"
      })
  void everyFilterFindsItsEvents(String arguments, String expected) {
    assertThat(String.join(" ", ids(arguments))).isEqualTo(expected);
  }

  @Test
  void pagesMakeUpTheWhole() {
    Outcome.Rows first = (Outcome.Rows) query("{'limit':4}");
    assertThat(first.more()).isTrue();

    assertThat(ids("{'cursor':'" + first.cursorAfter().apply(3) + "'}"))
        .containsExactly("call-2", "call-1", "call-0");
  }

  @ParameterizedTest
  @CsvSource({
    "since, yesterday, TIME_INVALID",
    "until, 2026-13-01, TIME_INVALID",
    "since, 2026-11-20T08:00:00, TIME_INVALID",
    "cursor, not one, CURSOR_INVALID"
  })
  void whatCannotBeUnderstoodIsNamed(String name, String value, String code) {
    assertThat(query("{'" + name + "':'" + value + "'}"))
        .isInstanceOfSatisfying(
            Outcome.Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  @Test
  void timesInTheWrongOrderAreNamed() {
    assertThat(query("{'since':'2026-11-21','until':'2026-11-20'}"))
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            failure -> assertThat(failure.code()).isEqualTo("TIME_RANGE_EMPTY"));
  }

  @Test
  void aTrailThatCannotBeReadIsSaidToBeSo() {
    trail =
        filter -> {
          throw new IOException("/secret/place: no");
        };

    assertThat(query("{}"))
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("AUDIT_UNREADABLE");
              assertThat(failure.cause()).doesNotContain("/secret/place");
            });
  }

  @Test
  void theDefinitionCostsAtMost400TokensAndAsksForTheAuditScope() {
    Tool tool = AuditToolset.make(trail).tools().getFirst();

    assertThat(Definition.tokens(tool)).isLessThanOrEqualTo(400);
    assertThat(tool.demand().scope()).isEqualTo(Scope.AUDIT_READ);
  }

  /** The trail needs no node. */
  private record NoNode() implements ReadPorts {
    @Override
    public MiReads mi() {
      throw new AssertionError("the audit trail was asked of a node");
    }

    @Override
    public Rights rights() {
      return new Rights("test", "admin", Set.of(Scope.AUDIT_READ));
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
