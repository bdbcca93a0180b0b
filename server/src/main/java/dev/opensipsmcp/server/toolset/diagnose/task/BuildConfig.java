package dev.opensipsmcp.server.toolset.diagnose.task;

import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import java.util.List;

/**
 * A configuration for a service, from nothing or from a file that is at hand. The building is
 * another tool's; whether the node would take the file is told here.
 */
final class BuildConfig {
  static final Task TASK =
      new Task(
          "build_config",
          "Build a configuration",
          List.of(
              "build me a config for a residential service",
              "make an opensips.cfg for a trunk, SBC, load balancer or WebRTC gateway",
              "generate a new configuration",
              "I need a script template to start with",
              "write an opensips.cfg for me",
              "new installation from scratch, where do I start",
              "a working configuration for a SIP trunk to a provider",
              "example script, sample to begin with",
              "set up OpenSIPS as SBC in front of a PBX",
              "what should the script of a fresh server look like",
              "start from scratch with OpenSIPS",
              "minimal config with authentication, create it for me",
              "create the opensips.cfg for me",
              "please generate a config for a load balancer, a registrar or a gateway"),
          List.of(
              Look.tool("version", "the version to build for", "opensips_version"),
              new Look(
                  NoStart.CHECK,
                  "opensips.cfg to build on, as the node would take it",
                  question ->
                      Looks.configuration(question)
                          .<Way>map(json -> new Way.Tool("cfg_check", json))
                          .orElseGet(Way.Idle::new))),
          List.of(
              new Rule("what the node would refuse of the file to build on", NoStart::refused),
              new Rule(
                  "the version that the node has",
                  (facts, _) ->
                      facts.has("version")
                          ? Judgement.fine(
                              "version",
                              "The node runs "
                                  + Quote.of(Json.text(facts.object("version"), "release"))
                                  + ".")
                          : List.of())),
          List.of(
              Move.of("cfg_list_scenarios", "Which kinds of service there is a configuration for"),
              Move.of("cfg_list_flags", "Which features can be put together"),
              Move.of(
                  "cfg_build_from_flags",
                  "A whole configuration, checked: here with accounts and authentication",
                  "flags",
                  List.of("WITH_AUTH"))));

  private BuildConfig() {}
}
