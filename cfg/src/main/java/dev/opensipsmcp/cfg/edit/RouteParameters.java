package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.facts.Facts;
import java.util.List;
import java.util.Optional;

/**
 * Where a configuration names a route other than by {@code route(name)}: arguments of functions and
 * parameters of modules, as the sources of 3.4 to 4.0 look routes up.
 */
final class RouteParameters {
  static final String REQUEST = "route";
  static final String FAILURE = "failure_route";
  static final String BRANCH = "branch_route";
  static final String REPLY = "onreply_route";

  /**
   * An argument that is a route's name.
   *
   * @param function the function
   * @param index its position, from 0
   * @param kind the kind of route that is meant
   */
  record ByArgument(String function, int index, String kind) {}

  /**
   * A parameter that is a route's name.
   *
   * @param module the module
   * @param name the parameter
   * @param kind the kind of route that is meant
   */
  record ByParameter(String module, String name, String kind) {}

  static final List<ByArgument> ARGUMENTS =
      List.of(
          new ByArgument("t_on_failure", 0, FAILURE),
          new ByArgument("t_on_branch", 0, BRANCH),
          new ByArgument("t_on_reply", 0, REPLY),
          new ByArgument("dlg_on_answer", 0, REQUEST),
          new ByArgument("dlg_on_hangup", 0, REQUEST),
          new ByArgument("dlg_on_timeout", 0, REQUEST),
          new ByArgument("b2b_init_request", 2, REQUEST),
          new ByArgument("b2b_init_request", 3, REQUEST),
          new ByArgument("notify_on_event", 2, REQUEST),
          new ByArgument("kafka_publish", 3, REQUEST));

  /** Words of the language, which no facts list as functions of a module. */
  static final List<ByArgument> WORDS =
      List.of(
          new ByArgument("route", 0, REQUEST),
          new ByArgument("async", 1, REQUEST),
          new ByArgument("launch", 1, REQUEST));

  static final List<ByParameter> PARAMETERS =
      List.of(
          new ByParameter("b2b_entities", "script_req_route", REQUEST),
          new ByParameter("b2b_entities", "script_reply_route", REQUEST),
          new ByParameter("b2b_logic", "script_req_route", REQUEST),
          new ByParameter("b2b_logic", "script_reply_route", REQUEST),
          new ByParameter("cpl_c", "proxy_route", REQUEST),
          new ByParameter("dispatcher", "algo_route", REQUEST),
          new ByParameter("msrp_relay", "auth_route", REQUEST),
          new ByParameter("msrp_relay", "socket_route", REQUEST),
          new ByParameter("pike", "check_route", REQUEST),
          new ByParameter("presence_dfks", "get_route", REQUEST),
          new ByParameter("presence_dfks", "set_route", REQUEST),
          new ByParameter("prometheus", "script_route", REQUEST),
          new ByParameter("proto_msrp", "trace_filter_route", REQUEST),
          new ByParameter("proto_tcp", "trace_filter_route", REQUEST),
          new ByParameter("proto_tls", "trace_filter_route", REQUEST),
          new ByParameter("proto_ws", "trace_filter_route", REQUEST),
          new ByParameter("proto_wss", "trace_filter_route", REQUEST),
          new ByParameter("rtp_relay", "route_offer", REQUEST),
          new ByParameter("rtp_relay", "route_answer", REQUEST),
          new ByParameter("rtp_relay", "route_delete", REQUEST),
          new ByParameter("rtp_relay", "route_copy_offer", REQUEST),
          new ByParameter("rtp_relay", "route_copy_answer", REQUEST),
          new ByParameter("rtp_relay", "route_copy_delete", REQUEST),
          new ByParameter("script_helper", "sequential_route", REQUEST),
          new ByParameter("sipcapture", "hep_route", REQUEST),
          new ByParameter("tm", "local_reply_route", REPLY),
          new ByParameter("tm", "local_request_route", REQUEST));

  private RouteParameters() {}

  /** {@return the loaded module's parameter whose default is this route's name} */
  static Optional<ByParameter> byDefault(Facts facts, Loaded loaded, String kind, String route) {
    return PARAMETERS.stream()
        .filter(parameter -> parameter.kind().equals(kind) && loaded.has(parameter.module()))
        .filter(parameter ->
            facts
                .module(parameter.module())
                .flatMap(module -> module.parameter(parameter.name()))
                .flatMap(known -> known.defaultValue())
                .filter(route::equals)
                .isPresent())
        .findFirst();
  }
}
