package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import dev.opensipsmcp.server.toolset.diagnose.task.CallFlow.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scanners and brute force. */
final class Attack {
  private static final String BLOCKED = "blocked";
  private static final String BANNED = "banned";
  private static final String REGISTRAR = "registrar";
  private static final int OFTEN = 10;
  private static final Pattern ADDRESS = Pattern.compile("\\b(?:[0-9]{1,3}[.]){3}[0-9]{1,3}\\b");
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)auth(entication)? fail|wrong password|invalid (user|credential)|scanner|"
              + "brute|unauthori[sz]ed|forbidden|pike");
  private static final List<String> SCANNERS =
      List.of(
          "friendly-scanner", "sipvicious", "sipcli", "sip-scan", "sundayddr", "vaxsipuseragent");

  static final Task TASK =
      new Task(
          "attack",
          "Scanners, brute force, floods",
          List.of(
              "we are attacked",
              "brute force on passwords, many failed logins",
              "SIP scanner, friendly-scanner, sipvicious",
              "flood of requests from one address",
              "thousands of REGISTER or INVITE from an unknown IP",
              "ban an attacker",
              "somebody guesses the passwords of extensions",
              "suspicious traffic from abroad",
              "hackers or bots hit the server",
              "intrusion, someone tries to break into accounts",
              "login attempts fail again and again from the same source",
              "denial of service, who is hammering us"),
          List.of(
              Look.tool(BLOCKED, "addresses that pike blocks", "pike_list_blocked", "limit", 200),
              Look.tool(BANNED, "addresses that fail2ban bans", "fail2ban_list_banned"),
              Look.tool(REGISTRAR, "registrations taken and refused", "registrar_stats"),
              Looks.log(),
              new Look(
                  Looks.CALL,
                  "messages given (text or capture)",
                  question -> question.messagesGiven() ? new Way.Call() : new Way.Idle()),
              Looks.lint("S07", "S08", "S24", "S29", "S31")),
          List.of(
              new Rule("sender that names itself a scanner", Attack::scanner),
              new Rule("address with many refusals in the log", Attack::log),
              new Rule("address that pike blocks now", Attack::blocked),
              new Rule("registrations refused often", Attack::refused),
              Audit.rule("doors that are open to everybody", Confidence.POSSIBLE)),
          List.of(
              Move.of("subnet_dump", "Which addresses are trusted partners, before any ban"),
              Move.of("ratelimit_status", "Whether limits are near")));

  private Attack() {}

  private static List<Judgement> blocked(Facts facts, Question question) {
    List<JsonObject> rows = facts.rows(BLOCKED);
    if (!facts.has(BLOCKED)) {
      return List.of();
    }
    return rows.isEmpty()
        ? Judgement.fine(BLOCKED, "Pike blocks no address now.")
        : List.of(
            found(
                    Confidence.LIKELY,
                    rows.size()
                        + " addresses sent more than pike allows and are blocked now, the first"
                        + " being "
                        + Quote.of(Json.text(rows.getFirst(), "ip"))
                        + ": a flood, or a partner behind one address.",
                    rows.stream()
                        .limit(5)
                        .map(row -> Cited.text(BLOCKED, "blocked address", Json.text(row, "ip")))
                        .toList())
                .next(
                    Move.of(
                        "address_dump", "Whether one of them is a partner that must get through")));
  }

  private static List<Judgement> log(Facts facts, Question question) {
    if (facts.text(Looks.LOG).isEmpty()) {
      return List.of();
    }
    Map<String, Integer> often = new TreeMap<>();
    facts
        .text(Looks.LOG)
        .get()
        .lines()
        .limit(200_000)
        .filter(line -> REFUSED.matcher(line).find())
        .forEach(line -> {
          Matcher address = ADDRESS.matcher(line);
          if (address.find()) {
            often.merge(address.group(), 1, Integer::sum);
          }
        });
    List<Judgement> judged =
        often.entrySet().stream()
            .filter(entry -> entry.getValue() >= OFTEN)
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(3)
            .<Judgement>map(entry -> logged(entry.getKey(), entry.getValue(), facts))
            .toList();
    return judged.isEmpty()
        ? Judgement.fine(Looks.LOG, "No address has ten or more refusals in the log given.")
        : judged;
  }

  private static Finding logged(String address, int times, Facts facts) {
    boolean banned =
        facts.rows(BANNED).stream().anyMatch(row -> row.toString().contains('"' + address + '"'));
    Finding finding =
        found(
            times >= 5 * OFTEN ? Confidence.CERTAIN : Confidence.LIKELY,
            "The log refuses "
                + Quote.of(address)
                + " "
                + times
                + " times"
                + (banned ? "; fail2ban has banned it already." : "; it is not banned."),
            Cited.text(Looks.LOG, "address", address),
            Cited.number(Looks.LOG, "lines that refuse it", times, "lines"));
    return banned
        ? finding
        : finding.change(
            Move.of(
                "fail2ban_ban_ip",
                "Bans it, unless it is a partner: the plan looks at trusted addresses first",
                "ip",
                address));
  }

  private static List<Judgement> scanner(Facts facts, Question question) {
    for (Message one : CallFlow.of(facts).messages()) {
      String agent = one.text("user_agent");
      if (SCANNERS.stream().anyMatch(agent.toLowerCase(Locale.ROOT)::contains)) {
        Finding finding =
            found(
                Confidence.CERTAIN,
                Quote.of(one.from()) + " names itself one of the known scanners.",
                Cited.text(Looks.CALL, "User-Agent", agent),
                one.cited(one.method()));
        return List.of(
            finding.change(
                Move.of(
                    "fail2ban_ban_ip",
                    "Bans it, unless it is a partner: the plan looks at trusted addresses first",
                    "ip",
                    Quote.shortened(one.from(), 44))));
      }
    }
    return List.of();
  }

  private static List<Judgement> refused(Facts facts, Question question) {
    JsonObject counts = Json.object(facts.object(REGISTRAR), "registrar");
    long taken = Json.number(counts, "accepted_regs", 0);
    long refused = Json.number(counts, "rejected_regs", 0);
    if (!facts.has(REGISTRAR)) {
      return List.of();
    }
    return refused < 100 || refused * 3 < taken + refused
        ? Judgement.fine(REGISTRAR, "Few registrations are refused by the registrar.")
        : List.of(
            found(
                Confidence.LIKELY,
                refused * 100 / (taken + refused)
                    + " % of the registrations since the start were refused by the registrar.",
                Cited.number(REGISTRAR, "refused", refused, ""),
                Cited.number(REGISTRAR, "taken", taken, "")));
  }
}
