package dev.opensipsmcp.sip.homer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings.Generation;
import dev.opensipsmcp.lab.homer.HomerPacket;
import dev.opensipsmcp.lab.homer.HomerRequest;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each trap of Homer 7 bites who does not know it, and not our client. */
class V3TrapsTest {
  private final HomerLab lab = Traffic.lab(Generation.V3);
  private final Homer homer = Homer.open(Traffic.access(lab));

  @BeforeEach
  void threeCalls() {
    Traffic.refused(lab, "one@host", "100", "200", Traffic.NOON, 486);
    Traffic.refused(lab, "two@host", "1001", "200", Traffic.NOON.plusSeconds(10), 404);
    Traffic.refused(lab, "three@host", "101", "300", Traffic.NOON.plusSeconds(20), 486);
  }

  @AfterEach
  void close() {
    homer.close();
    lab.close();
  }

  private NaiveClient naive() throws IOException, InterruptedException {
    return new NaiveClient(lab, "/api/v3/auth");
  }

  private static String condition(String name, String value) {
    return "{'name': '" + name + "', 'value': " + value + ", 'type': 'string', 'hepid': 1}";
  }

  private List<CallSummary> calls(CallSearch search) {
    return Traffic.value(homer.calls(search, Watch.NONE));
  }

  private static CallSearch from(String user) {
    CallSearch all = CallSearch.of(Traffic.HOUR, 50);
    return new CallSearch(
        all.window(),
        Optional.empty(),
        Optional.of(user),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        50);
  }

  @Test
  void aNumberAsValueFindsEverything() throws Exception {
    try (NaiveClient naive = naive()) {
      assertThat(naive.rows(condition("data_header.from_user", "'100'"))).isEqualTo(4);
      assertThat(naive.rows(condition("data_header.from_user", "100"))).isEqualTo(12);
    }

    assertThat(calls(from("100"))).extracting(CallSummary::callId).containsExactly("one@host");
    assertThat(values()).isNotEmpty().allMatch(value -> value.getAsJsonPrimitive().isString());
  }

  /** What our client sent: the naive one says nothing of nodes. */
  private List<HomerRequest> ours() {
    return lab.requests().stream()
        .filter(request -> request.body().contains("\"location\""))
        .toList();
  }

  private List<JsonElement> values() {
    return conditions().stream().map(condition -> condition.get("value")).toList();
  }

  private List<JsonObject> conditions() {
    return ours().stream()
        .filter(request -> request.path().endsWith("/search/call/data"))
        .map(HomerRequest::body)
        .map(body -> JsonParser.parseString(body).getAsJsonObject().getAsJsonObject("param"))
        .map(param -> param.getAsJsonObject("search").asMap().values())
        .flatMap(profiles -> profiles.stream().flatMap(it -> it.getAsJsonArray().asList().stream()))
        .map(it -> it.getAsJsonObject())
        .toList();
  }

  @Test
  void aLimitThatStandsFirstFindsNothing() throws Exception {
    String user = condition("data_header.to_user", "'200'");
    String limit = condition("limit", "'3'");
    try (NaiveClient naive = naive()) {
      assertThat(naive.rows(user + "," + limit)).isEqualTo(3);
      assertThat(naive.rows(limit + "," + user)).isZero();
    }

    assertThat(calls(CallSearch.of(Traffic.HOUR, 50))).hasSize(3);
    assertThat(conditions().getFirst().get("name").getAsString()).isEqualTo("sid");
    assertThat(conditions().getLast().get("name").getAsString()).isEqualTo("limit");
  }

  @Test
  void bareNamesAndUnknownProfilesFindNothing() throws Exception {
    try (NaiveClient naive = naive()) {
      assertThat(naive.rows(condition("from_user", "'100'"))).isZero();
      assertThat(
              naive.rows(
                  "1_calls",
                  condition("sid", "'one@host'"),
                  "'from': 1795175940000, 'to': 1795179600000"))
          .isZero();
    }

    calls(from("100"));
    assertThat(conditions())
        .extracting(condition -> condition.get("name").getAsString())
        .allMatch(name -> name.matches("limit|sid|(data|protocol)_header\\.\\w+"));
  }

  @Test
  void timesAreWholeMillisecondsOrTheAnswerIsEmpty() throws Exception {
    String one = condition("sid", "'one@host'");
    try (NaiveClient naive = naive()) {
      assertThat(naive.rows("1_call", one, "'from': 1795175940, 'to': 1795179600")).isZero();
      assertThat(naive.rows("1_call", one, "'from': '1795175940000', 'to': 1795179600000"))
          .isEqualTo(-1);
      assertThat(naive.rows("1_call", one, "")).isZero();
    }

    assertThat(calls(CallSearch.of(Traffic.HOUR, 50).withCallId("one@host"))).hasSize(1);
  }

  @Test
  void aSecondIsCutOffTheEndOfATime() throws Exception {
    TimeWindow short_ = new TimeWindow(Traffic.NOON, Traffic.NOON.plusMillis(50));
    long from = Traffic.NOON.toEpochMilli();
    try (NaiveClient naive = naive()) {
      assertThat(
              naive.rows(
                  "1_call",
                  condition("sid", "'one@host'"),
                  "'from': " + from + ", 'to': " + (from + 50)))
          .isZero();
    }

    assertThat(calls(CallSearch.of(short_, 50)))
        .singleElement()
        .satisfies(call -> assertThat(call.messages()).isEqualTo(2));
  }

  @Test
  void smartinputWithDoubleQuotesFindsEverythingAndIsNotUsed() throws Exception {
    try (NaiveClient naive = naive()) {
      assertThat(naive.rows(condition("smartinput", "'data_header.from_user = `100`'")))
          .isEqualTo(4);
      assertThat(naive.rows(condition("smartinput", "'data_header.from_user = \\'100\\''")))
          .isEqualTo(12);
    }

    calls(from("100"));
    assertThat(ours()).noneMatch(request -> request.body().contains("smartinput"));
  }

  @Test
  void withoutACallIdTheConnectionIsDroppedAndWeDoNotAsk() throws Exception {
    String body =
        "{'param': {'search': {'1_call': {'id': 1}}},"
            + " 'timestamp': {'from': 1795175940000, 'to': 1795179600000}}";
    try (NaiveClient naive = naive()) {
      assertThatThrownBy(() -> naive.send("POST", "/api/v3/call/transaction", body))
          .isInstanceOf(IOException.class);
    }
    long before = lab.requests("/call/transaction");

    assertThat(Traffic.error(homer.messages(List.of(" "), Traffic.HOUR, Watch.NONE)).kind())
        .isEqualTo(Kind.REFUSED);
    assertThat(lab.requests("/call/transaction")).isEqualTo(before);
  }

  @Test
  void anEmptyPcapIsNotSaved() throws Exception {
    String body =
        "{'param': {'search': {'1_call': {'callid': ['nobody@host']}}},"
            + " 'timestamp': {'from': 1795175940000, 'to': 1795179600000}}";
    try (NaiveClient naive = naive()) {
      assertThat(naive.send("POST", "/api/v3/export/call/messages/pcap", body).body()).hasSize(24);
    }

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    HomerExport export =
        Traffic.value(
            homer.export(
                ExportFormat.PCAP,
                List.of("nobody@host"),
                Traffic.HOUR,
                file,
                1 << 20,
                Watch.NONE));
    assertThat(export.packets()).isZero();
    assertThat(file.size()).isZero();
  }

  @Test
  void signsInValuesAreOperatorsForTheServerAndTextForUs() throws Exception {
    Instants.keep(lab, "odd;one@host", "a;b");
    Instants.keep(lab, "100%@host", "!=x");
    Instants.keep(lab, "quote'@host", "isEmpty");
    try (NaiveClient naive = naive()) {
      assertThat(naive.rows(condition("data_header.from_user", "'!=x'"))).isEqualTo(24);
      assertThat(naive.rows(condition("data_header.from_user", "'a;b'"))).isZero();
    }

    for (String user : List.of("!=x", "a;b", "isEmpty")) {
      assertThat(calls(from(user))).as(user).hasSize(1);
    }
    for (String id : List.of("odd;one@host", "100%@host", "quote'@host")) {
      assertThat(calls(CallSearch.of(Traffic.HOUR, 9).withCallId(id)))
          .singleElement()
          .satisfies(call -> assertThat(call.callId()).isEqualTo(id));
      assertThat(Traffic.value(homer.messages(List.of(id), Traffic.HOUR, Watch.NONE))).hasSize(4);
    }
  }

  /** Keeps calls with odd signs. */
  private static final class Instants {
    static void keep(HomerLab lab, String callId, String from) {
      Traffic.refused(lab, callId, from, "900", Traffic.NOON.plusSeconds(30), 500);
    }
  }

  @Test
  void theServersLimitCutsSilentlyAndWeAskInHalves() throws Exception {
    for (int i = 0; i < 600; i++) {
      Traffic.refused(
          lab, "many-" + i + "@host", "m", "n", Traffic.NOON.plusSeconds(60 + i * 5L), 503);
    }
    try (NaiveClient naive = naive()) {
      assertThat(naive.rows(condition("data_header.from_user", "'m'"))).isEqualTo(200);
    }

    List<CallSummary> newest = calls(CallSearch.of(Traffic.HOUR, 100));
    assertThat(newest).hasSize(100);
    assertThat(newest.getFirst().callId()).isEqualTo("many-599@host");
    assertThat(newest.getLast().callId()).isEqualTo("many-500@host");
    assertThat(newest).allMatch(call -> call.messages() == 4);
    assertThat(Traffic.notes(homer.calls(CallSearch.of(Traffic.HOUR, 100), Watch.NONE)))
        .anyMatch(note -> note.contains("more than 100 calls"));
  }

  @Test
  void duplicatesOfSeveralAgentsAreToldOnceAndRetransmissionsStay() {
    HomerPacket invite =
        HomerPacket.sip(
            Traffic.NOON,
            Traffic.ALICE,
            Traffic.PROXY,
            Traffic.request("INVITE", "d@h", "x", "y", 1));
    lab.keep(invite);
    lab.keep(invite.seenBy("2002", Traffic.NOON.plusMillis(3)));
    lab.keep(invite.seenBy("2001", Traffic.NOON.plusMillis(500)));

    assertThat(Traffic.value(homer.messages(List.of("d@h"), Traffic.HOUR, Watch.NONE))).hasSize(2);
    assertThat(Traffic.notes(homer.messages(List.of("d@h"), Traffic.HOUR, Watch.NONE)))
        .containsExactly("1 messages were seen by several agents and are told once.");
  }
}
