package dev.opensipsmcp.server.toolset.abuse;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.sip.ban.BanAnswer;
import dev.opensipsmcp.sip.ban.BanError;
import dev.opensipsmcp.sip.ban.BannedAddress;
import dev.opensipsmcp.sip.ban.Fail2ban;
import dev.opensipsmcp.sip.net.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The tools {@code fail2ban_ban_ip} and {@code fail2ban_unban_ip}.
 *
 * @param desk what is configured
 * @param bans the fail2ban
 * @param wanted whether the address shall be banned afterwards
 */
record BanChange(EvidenceDesk desk, Bans bans, boolean wanted) implements Work.Reversible {
  private static final String BAN = "fail2ban_ban_ip";
  private static final String UNBAN = "fail2ban_unban_ip";
  private static final Schema.Property IP =
      required("ip", text("One IPv4 or IPv6 address").longest(45));

  static Tool ban(EvidenceDesk desk, Bans bans) {
    return tool(
        BAN,
        "Ban an address",
        new Description(
            "Ban an address in a fail2ban jail, unless that would cut off the service itself.",
            "Use when an address attacks and has to be kept out now.",
            Optional.of("Not for ending a ban; use `fail2ban_unban_ip`."),
            Optional.of(
                "Effects: the jail's action keeps the address out, calls in progress included."
                    + " Undo: unban it."),
            "Returns the address and whether the jail lists it. Gateways, trusted addresses,"
                + " hosts of this setup are refused."),
        Risk.DISRUPTIVE,
        List.of(
            "Ban 198.51.100.7, it scans our SIP ports",
            "Block this attacker with fail2ban",
            "Put 2001:db8::66 into the opensips jail"),
        new BanChange(desk, bans, true));
  }

  static Tool unban(EvidenceDesk desk, Bans bans) {
    return tool(
        UNBAN,
        "End an address's ban",
        new Description(
            "Unban an address in a fail2ban jail.",
            "Use when a customer or a gateway was locked out.",
            Optional.of("Not for keeping an address out; use `fail2ban_ban_ip`."),
            Optional.of("Effects: the address gets through at once. Undo: ban it again."),
            "Returns the address and that the jail no longer lists it."),
        Risk.REVERSIBLE,
        List.of(
            "Unban 198.51.100.7",
            "A customer at 203.0.113.9 is locked out, let him in",
            "Remove the fail2ban block of this address"),
        new BanChange(desk, bans, false));
  }

  private static Tool tool(
      String name,
      String title,
      Description description,
      Risk risk,
      List<String> examples,
      BanChange work) {
    return new Tool(
        name,
        AbuseToolset.NAME,
        title,
        description,
        new Demand(Scope.MI_WRITE, risk),
        true,
        Schema.arguments(IP, Bans.JAIL),
        object(
            "Ban",
            required("jail", text("The jail")),
            required("ip", text("The address")),
            required("banned", flag("Whether the jail lists it now"))),
        work.wanted ? Needs.database(Guarded.TABLES.toArray(String[]::new)) : Needs.NOTHING,
        examples,
        List.of(),
        work);
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    Optional<IpAddress> address = IpAddress.of(arguments.text("ip"));
    if (address.isEmpty()
        || !(bans.changeable(BanReads.jail(arguments))
            instanceof Bans.Choice.Chosen(Fail2ban server, String jail))) {
      return new MiResult.Failure<>(
          new MiError.Unreachable("The jail can't be read.", "Check the arguments."));
    }
    return switch (banned(server, jail, address.get())) {
      case BanAnswer.Failure<Boolean>(BanError error) ->
          new MiResult.Failure<>(new MiError.Unreachable(error.message(), error.next()));
      case BanAnswer.Value<Boolean>(Boolean is) -> new MiResult.Success<>(state(is));
    };
  }

  private static JsonObject state(boolean banned) {
    JsonObject state = new JsonObject();
    state.addProperty("banned", banned);
    return state;
  }

  private static BanAnswer<Boolean> banned(Fail2ban server, String jail, IpAddress address) {
    return switch (server.banned(jail)) {
      case BanAnswer.Failure<List<BannedAddress>>(BanError error) -> new BanAnswer.Failure<>(error);
      case BanAnswer.Value<List<BannedAddress>>(List<BannedAddress> all) ->
          new BanAnswer.Value<>(all.stream().anyMatch(one -> one.address().equals(address)));
    };
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Duration.ofSeconds(60);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Optional<IpAddress> address = IpAddress.of(arguments.text("ip"));
    if (address.isEmpty()) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_WRONG.failure(
              "That is no single address.",
              "Give one IPv4 or IPv6 address; neither names nor networks are taken."));
    }
    return switch (bans.changeable(BanReads.jail(arguments))) {
      case Bans.Choice.Refused(Outcome.Failure failure) -> new Plan.Refused(failure);
      case Bans.Choice.Chosen(Fail2ban server, String jail) ->
          wanted
              ? guarded(server, jail, address.get(), ports)
              : planned(server, jail, address.get(), new Guarded.Verdict.Free(List.of()));
    };
  }

  private Plan guarded(Fail2ban server, String jail, IpAddress address, ReadPorts ports) {
    return switch (new Guarded(desk).judge(address, ports)) {
      case Guarded.Verdict.Taken(String why) ->
          new Plan.Refused(
              ToolError.ADDRESS_PROTECTED.failure(
                  address.toString() + " is " + why + ".",
                  "Look at what comes from there, and limit it in another way."));
      case Guarded.Verdict.Free free -> planned(server, jail, address, free);
    };
  }

  private Plan planned(Fail2ban server, String jail, IpAddress address, Guarded.Verdict.Free free) {
    return switch (banned(server, jail, address)) {
      case BanAnswer.Failure<Boolean>(BanError error) -> new Plan.Refused(Bans.failure(error));
      case BanAnswer.Value<Boolean>(Boolean is) when is == wanted ->
          new Plan.Refused(
              ToolError.TARGET_UNFIT.failure(
                  "The jail " + (wanted ? "bans the address already." : "does not ban it."),
                  "Look with fail2ban_list_banned; another jail may ban it."));
      case BanAnswer.Value<Boolean>(Boolean is) -> ready(jail, address, is, free);
    };
  }

  private Plan ready(String jail, IpAddress address, boolean is, Guarded.Verdict.Free free) {
    String ip = address.toString();
    JsonObject call = Json.object("ip", ip);
    call.addProperty("jail", jail);
    JsonObject target = call.deepCopy();
    target.addProperty("banned", is);
    JsonObject shown = new JsonObject();
    shown.add("not_checked", Json.texts(free.unchecked()));
    return new Plan.Ready(
        (wanted ? "Ban " : "Unban ") + ip + " in jail " + jail,
        target,
        shown,
        List.of(
            wanted
                ? "Nothing from that address gets through, for as long as the jail bans"
                : "What comes from that address gets through again"),
        wanted ? "unban it" : "ban it again; the ban then begins anew",
        Optional.of(
            new Restore(
                state(is),
                new Step(wanted ? BAN : UNBAN, call),
                new Step(wanted ? UNBAN : BAN, call))));
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    IpAddress address = IpAddress.of(arguments.text("ip")).orElseThrow();
    return switch (bans.changeable(BanReads.jail(arguments))) {
      case Bans.Choice.Refused(Outcome.Failure failure) -> failure;
      case Bans.Choice.Chosen(Fail2ban server, String jail) -> applied(server, jail, address, plan);
    };
  }

  private Outcome applied(Fail2ban server, String jail, IpAddress address, Plan.Ready plan) {
    BanAnswer<String> answer = wanted ? server.ban(jail, address) : server.unban(jail, address);
    if (answer instanceof BanAnswer.Failure<String>(BanError error)) {
      Outcome.Failure failure = Bans.failure(error);
      boolean unknown = error.kind() == BanError.Kind.UNKNOWN;
      return new Outcome.Failure(failure.code(), failure.cause(), failure.nextStep(), unknown);
    }
    return switch (banned(server, jail, address)) {
      case BanAnswer.Value<Boolean>(Boolean is) when is == wanted -> {
        JsonObject json = Json.object("jail", jail);
        json.addProperty("ip", address.toString());
        json.addProperty("banned", is);
        yield new Outcome.Value(json, warnings(plan));
      }
      case BanAnswer.Value<Boolean> _, BanAnswer.Failure<Boolean> _ ->
          ToolError.NOT_PROVEN.failure(
              "fail2ban accepted, and the jail's list does not show it.",
              "Look with fail2ban_list_banned.");
    };
  }

  private static List<String> warnings(Plan.Ready plan) {
    return Json.list(plan.shown(), "not_checked").asList().stream()
        .map(one -> "Not checked: " + one.getAsString())
        .toList();
  }
}
