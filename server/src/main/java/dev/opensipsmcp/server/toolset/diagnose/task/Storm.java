package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.ArrayList;
import java.util.List;

/** Registrations that come all at once. */
final class Storm {
  private static final String REGISTRAR = "registrar";
  private static final String SPREAD = "spread";
  private static final String UPTIME = "uptime";
  private static final long YOUNG_S = 600;

  static final Task TASK =
      new Task(
          "registration_storm",
          "Registration storm, restart storm",
          List.of(
              "registration storm",
              "all phones register at once after a restart",
              "too many REGISTER requests per second",
              "phones re-register every minute, avalanche",
              "server can't cope with registrations after the outage",
              "thousands of REGISTERs at once after a reboot",
              "all devices reconnect at the same moment",
              "phones log in again all at once, registrar is flooded",
              "sudden peak of registrations and sign-ins",
              "burst of logins after an outage"),
          List.of(
              Look.tool(REGISTRAR, "registrations taken and refused", "registrar_stats"),
              Look.tool(SPREAD, "contacts by the time they have left", "registration_summary"),
              Look.tool(UPTIME, "when the node started", "get_uptime"),
              Look.statistics(Overload.LOAD, "load over 1 and 10 minutes", "load:"),
              Look.statistics(Overload.QUEUES, "bytes that wait in the receive queues", "net:"),
              Look.statistics(
                  Overload.SLOW, "slow SQL, DNS and cache queries", "sql:", "dns:", "cdb:"),
              Looks.lint("S29", "S33")),
          List.of(
              new Rule("registrations far above what contacts need", Storm::rate),
              new Rule("contacts that all end at the same time", Storm::together),
              new Rule("expiry that is too short", Storm::shortExpiry),
              new Rule("workers that can't keep up", Storm::load),
              Audit.rule(
                  "expiry without bounds, no protection against floods", Confidence.POSSIBLE)),
          List.of(
              Move.of(
                  "statistics_watch",
                  "How many registrations come now",
                  "names",
                  List.of("registrar:accepted_regs"),
                  "duration_sec",
                  10)));

  private Storm() {}

  /** A phone registers anew at half of its expiry at the earliest; twice that is beyond need. */
  private static List<Judgement> rate(Facts facts, Question question) {
    long up = Json.number(facts.object(UPTIME), "up_s", 0);
    JsonObject counts = Json.object(facts.object(REGISTRAR), "registrar");
    long taken = Json.number(counts, "accepted_regs", 0);
    long expire = Json.number(counts, "default_expire", 3_600);
    long contacts = Json.number(facts.object(SPREAD), "contacts", 0);
    if (!facts.has(UPTIME) || !facts.has(REGISTRAR) || !facts.has(SPREAD) || up < 1) {
      return List.of();
    }
    double needed = contacts * (1 + 2.0 * up / Math.max(1, expire));
    if (taken < 1_000 || taken < 4 * needed) {
      return Judgement.fine(REGISTRAR, "Registrations since the start are what the contacts need.");
    }
    return List.of(
        found(
            up < YOUNG_S ? Confidence.CERTAIN : Confidence.LIKELY,
            taken / up
                + " registrations a second were taken since the start "
                + up
                + " s ago, for "
                + contacts
                + " contacts: "
                + (up < YOUNG_S
                    ? "all phones come back at once after the restart."
                    : "phones register far more often than their expiry asks."),
            Cited.number(REGISTRAR, "registrations taken", taken, ""),
            Cited.number(UPTIME, "since the start", up, "s"),
            Cited.number(SPREAD, "contacts", contacts, "")));
  }

  private static List<Judgement> together(Facts facts, Question question) {
    long contacts = Json.number(facts.object(SPREAD), "contacts", 0);
    if (contacts < 100) {
      return List.of();
    }
    JsonObject spread = Json.object(facts.object(SPREAD), "by_expiry");
    for (JsonElement element : Json.list(spread, "top")) {
      JsonObject slot = Json.asObject(element);
      long there = Json.number(slot, "contacts", 0);
      if (there * 10 >= contacts * 8 && Json.text(slot, "value").startsWith("within 1 min")) {
        return List.of(
            found(
                Confidence.LIKELY,
                there * 100 / contacts
                    + " % of the contacts end within a minute: they will register again together.",
                Cited.number(SPREAD, "end within a minute", there, "contacts"),
                Cited.number(SPREAD, "contacts", contacts, "")));
      }
    }
    return Judgement.fine(SPREAD, "The ends of the contacts are spread.");
  }

  private static List<Judgement> shortExpiry(Facts facts, Question question) {
    JsonObject counts = Json.object(facts.object(REGISTRAR), "registrar");
    long expire = Json.number(counts, "default_expire", 0);
    return expire > 0 && expire < 120
        ? List.of(
            found(
                    Confidence.LIKELY,
                    "Phones that ask for no expiry get "
                        + expire
                        + " s: each registers every minute or two.",
                    Cited.number(REGISTRAR, "default_expire", expire, "s"))
                .next(
                    Move.of("cfg_explain", "How to set it", "topic", "registrar.default_expires")))
        : List.of();
  }

  private static List<Judgement> load(Facts facts, Question question) {
    List<Judgement> judged = new ArrayList<>(Overload.blocked(facts, question));
    judged.addAll(Overload.busy(facts, question));
    judged.addAll(Overload.queued(facts, question));
    return judged;
  }
}
