package dev.opensipsmcp.server.toolset.abuse;

import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.sip.ban.BanAnswer;
import dev.opensipsmcp.sip.ban.BanError;
import dev.opensipsmcp.sip.ban.BannedAddress;
import dev.opensipsmcp.sip.ban.Fail2ban;
import dev.opensipsmcp.sip.ban.JailState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tools that read fail2ban. */
final class BanReads {
  private BanReads() {}

  static Tool status(Bans bans) {
    return reading(
        "fail2ban_get_status",
        "Is fail2ban there, with which jails?",
        new Description(
            "Get whether fail2ban runs, and the names of its jails.",
            "Use when attackers should be banned, or before a jail is named.",
            Optional.of("Not for one jail; use `fail2ban_get_jail`."),
            Optional.empty(),
            "Returns the jails, and whether this server may change each."),
        Schema.arguments(),
        Schema.list(
            "Jails",
            object(
                "Jail",
                required("jail", text("Its name")),
                required("changeable", Schema.flag("Whether bans may be changed here")))),
        List.of("Is fail2ban running?", "Which fail2ban jails are there?", "fail2ban status"),
        "fail2ban_status",
        (_, _) -> bans.server().map(server -> listed(bans, server)).orElse(Bans.notConfigured()));
  }

  private static Outcome listed(Bans bans, Fail2ban server) {
    return switch (server.jails()) {
      case BanAnswer.Failure<List<String>>(BanError error) -> Bans.failure(error);
      case BanAnswer.Value<List<String>>(List<String> names) -> {
        List<JsonObject> rows = new ArrayList<>();
        for (String name : names) {
          JsonObject row = Json.object("jail", name);
          row.addProperty("changeable", bans.changeable(name) instanceof Bans.Choice.Chosen);
          rows.add(row);
        }
        yield new Outcome.Value(Json.list(rows));
      }
    };
  }

  static Tool jail(Bans bans) {
    return reading(
        "fail2ban_get_jail",
        "How a fail2ban jail is",
        new Description(
            "Get a jail's counters: failures, bans, and the logs that it follows.",
            "Use when asked whether attacks are noticed, or why nobody is banned.",
            Optional.of("Not for the addresses; use `fail2ban_list_banned`."),
            Optional.empty(),
            "Returns current and total failures and bans, and the log files."),
        Schema.arguments(Bans.JAIL),
        object(
            "Jail",
            required("jail", text("Its name")),
            required("failing", integer("Failures counted now")),
            required("failed", integer("Failures since it started")),
            required("banned", integer("Addresses banned now")),
            required("ever_banned", integer("Bans since it started")),
            required("files", texts("Logs that it follows"))),
        List.of(
            "How many addresses does the opensips jail ban?",
            "Does the jail follow the right log?",
            "fail2ban jail status"),
        "fail2ban_jail_status",
        (arguments, _) ->
            switch (bans.readable(jail(arguments))) {
              case Bans.Choice.Refused(Outcome.Failure failure) -> failure;
              case Bans.Choice.Chosen(Fail2ban server, String jail) ->
                  switch (server.jail(jail)) {
                    case BanAnswer.Failure<JailState>(BanError error) -> Bans.failure(error);
                    case BanAnswer.Value<JailState>(JailState state) ->
                        new Outcome.Value(json(state));
                  };
            });
  }

  static String jail(Arguments arguments) {
    return arguments.maybeText("jail").orElse(Bans.USUAL);
  }

  private static JsonObject json(JailState state) {
    JsonObject json = Json.object("jail", state.name());
    json.addProperty("failing", state.failing());
    json.addProperty("failed", state.failed());
    json.addProperty("banned", state.banned());
    json.addProperty("ever_banned", state.everBanned());
    json.add("files", Json.texts(state.files()));
    return json;
  }

  static Tool banned(Bans bans) {
    return reading(
        "fail2ban_list_banned",
        "Addresses that a jail bans",
        new Description(
            "List the addresses that a fail2ban jail bans now.",
            "Use when somebody may be locked out, or to see who attacks.",
            Optional.of("Not for counters; use `fail2ban_get_jail`."),
            Optional.empty(),
            "Returns a page of addresses, each with the ban's beginning and end."),
        Schema.arguments(Bans.JAIL, SharedParameters.limit(100, 1_000), SharedParameters.CURSOR),
        Schema.list(
            "Banned",
            object(
                "Ban",
                required("ip", text("The address")),
                optional("since", text("When it was banned")),
                optional("until", text("When the ban ends; absent if never")))),
        List.of(
            "Which addresses are banned?",
            "Is 198.51.100.7 locked out by fail2ban?",
            "List the banned attackers"),
        "fail2ban_banned",
        (arguments, _) ->
            switch (bans.readable(jail(arguments))) {
              case Bans.Choice.Refused(Outcome.Failure failure) -> failure;
              case Bans.Choice.Chosen(Fail2ban server, String jail) ->
                  switch (server.banned(jail)) {
                    case BanAnswer.Failure<List<BannedAddress>>(BanError error) ->
                        Bans.failure(error);
                    case BanAnswer.Value<List<BannedAddress>>(List<BannedAddress> all) ->
                        Paging.page(
                            all.stream().map(BanReads::row).toList(), arguments, 100, List.of());
                  };
            });
  }

  private static JsonObject row(BannedAddress one) {
    JsonObject row = Json.object("ip", one.address().toString());
    one.since().ifPresent(since -> row.addProperty("since", since.toString()));
    one.until().ifPresent(until -> row.addProperty("until", until.toString()));
    return row;
  }

  static Tool reading(
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      String alias,
      Work.Read work) {
    return new Tool(
        name,
        AbuseToolset.NAME,
        title,
        description,
        new Demand(Scope.HEALTH_READ, Risk.READ),
        true,
        input,
        output,
        Needs.NOTHING,
        examples,
        List.of(alias),
        work);
  }
}
