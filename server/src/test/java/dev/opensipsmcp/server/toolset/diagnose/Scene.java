package dev.opensipsmcp.server.toolset.diagnose;

import dev.opensipsmcp.db.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A lab that is broken as in the stories, what the operator has at hand, and what tells the cause.
 *
 * @param on the lab
 * @param said what the operator can say or hand over, by kind
 * @param evidence what an answer holds that has the cause or the decisive value
 */
record Scene(OnNode on, Map<String, String> said, Pattern evidence) {

  /** {@return the scene of a task} */
  static Scene of(String task) {
    return switch (task) {
      case "calls_drop" -> of(Bases.cutOff(60), "lasted 31 to 33 s");
      case "gateway_fails" -> of(Bases.calls(7), "trunk ..gw2.., 70 ended with ..503");
      case "no_start" ->
          of(OnNode.make(), "no_such_function", "configuration", TextStoriesTest.BROKEN);
      case "migrate" ->
          of(
              OnNode.make(),
              "children",
              "configuration",
              TextStoriesTest.GOOD.replace("log_level = 3", "log_level = 3\nchildren = 4"));
      case "one_way_audio" ->
          of(
              OnNode.make(),
              "private media address ..10\\.0\\.0\\.7",
              "capture",
              new Wire()
                  .invite("10.0.0.7", "10.0.0.7")
                  .answer(900, "198.51.100.9:5060", "198.51.100.9")
                  .ack(950, Wire.CALLEE)
                  .bye(20_000)
                  .text());
      case "memory" ->
          of(
              OnNode.make()
                  .statistic("shmem:real_used_size", 500_000_000)
                  .statistic("shmem:free_size", 36_870_912),
              "93 % full");
      case "overload" ->
          of(OnNode.make().statistic("load:load1m", 92).statistic("load:load10m", 80), "92 % busy");
      case "user_unreachable" -> of(OnNode.make(), "no contact now", "aor", "1001@example.com");
      case "destination_probing" ->
          of(OnNode.make(), "192\\.0\\.2\\.11:5060.. of set 2 is probing", "gateway", "192.0.2.11");
      case "route_preview" ->
          of(
              OnNode.make()
                  .answers(
                      "dr_number_routing",
                      "{\"Matched Prefix\":\"49\",\"GW List\":[{\"GATEWAY\":\"gw3\"}],"
                          + "\"ATTRS\":\"\"}"),
              "all of its 1 targets are out of use",
              "number",
              "4930");
      case "show_call" -> of(OnNode.make(), "refused with 503", "capture", refused("503 Busy"));
      case "attack" -> of(OnNode.make(), "2 addresses|203\\.0\\.113\\.66");
      case "fraud" ->
          of(
              OnNode.make().with(Bases.night(200)),
              "200 calls.*against 10 calls",
              "from",
              "2026-11-20T00:00:00",
              "to",
              "2026-11-20");
      case "route_change" ->
          of(Bases.gateways("gw1", "gw9"), "gw9.. is in the table and not in the node's memory");
      case "cluster" -> of(OnNode.make(), "Node 2 of cluster 1.*no link");
      case "tls" -> of(Bases.certificate(Duration.ofHours(-25)), "edge.. ended 2 days ago");
      case "cdr_wrong" ->
          of(
              Bases.accounted(
                  List.of(
                      "('INVITE','f','t','c1','200','OK','2026-11-20 09:00:00',0,0,2,"
                          + "'2026-11-20 09:00:00','u','+4930','gw1')")),
              "1 times: answered");
      case "stale_dialogs" -> of(OnNode.make(), "2 calls are up for 4 hours or more");
      case "config_audit" -> of(OnNode.make(), "S01", "configuration", TextStoriesTest.OPEN);
      case "build_config" -> of(OnNode.make(), "residential|loadmodule");
      case "registration_storm" ->
          of(
              OnNode.make()
                  .answers("uptime", "{\"Now\":\"n\",\"Up since\":\"s\",\"Up time\":\"90 [sec]\"}"),
              "after the restart");
      case "stir_shaken" ->
          of(OnNode.make(), "438: the", "capture", refused("438 Invalid Identity Header"));
      case "crash" -> of(OnNode.make(), "The node started");
      case "load_test" ->
          of(OnNode.make().statistic("load:load1m", 95).statistic("load:load10m", 95), "95 % busy");
      case "drain" ->
          of(
              OnNode.make()
                  .answers(
                      "rtpengine_show",
                      "[{\"Set\":1,\"Nodes\":[{\"url\":\"udp:192.0.2.51:22222\",\"index\":0,"
                          + "\"disabled\":1,\"weight\":1,\"recheck_ticks\":4294967295}]}]"),
              "still relays 2");
      default -> throw new IllegalArgumentException(task);
    };
  }

  private static String refused(String with) {
    return new Wire()
        .invite("192.0.2.50", "192.0.2.50")
        .at(400, Wire.CALLEE, Wire.PROXY, "SIP/2.0 " + with, "1 INVITE")
        .at(404, Wire.PROXY, Wire.PHONE, "SIP/2.0 " + with, "1 INVITE")
        .text();
  }

  private static Scene of(TestDatabase base, String evidence) {
    return of(OnNode.make().with(base), evidence);
  }

  private static Scene of(OnNode on, String evidence, String... said) {
    return new Scene(
        on,
        said.length == 0
            ? Map.of()
            : said.length == 2
                ? Map.of(said[0], said[1])
                : Map.of(said[0], said[1], said[2], said[3]),
        Pattern.compile(evidence));
  }
}
