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
import dev.opensipsmcp.sip.message.PrivateAddresses;
import java.util.ArrayList;
import java.util.List;

/** A user who is not registered, or whose phone does not ring. */
final class UserUnreachable {
  private static final String CONTACTS = "contacts";
  private static final String BARE = "bare";
  private static final String ACCOUNT = "account";
  private static final String REGISTRAR = "registrar";
  private static final String PINGS = "pings";
  private static final String MANY = "Give aor, for example alice@example.com.";

  static final Task TASK =
      new Task(
          "user_unreachable",
          "A user is not registered, or rings nowhere",
          List.of(
              "user 1001 is not registered",
              "phone rings nowhere, user not found 404",
              "can't register, registration fails with 401 or 403",
              "incoming calls do not reach the phone",
              "contact expired, user offline, 480 temporarily unavailable",
              "where is alice registered",
              "nobody can reach an extension",
              "a customer's phone is offline, shows no service",
              "his phone never rings",
              "user can't receive calls",
              "calls to an extension fail with not found",
              "device lost its registration, can't log in",
              "calls go straight to voicemail although the phone is switched on",
              "the phone itself says that it is not registered"),
          List.of(
              Look.with(
                  CONTACTS, "the user's contacts", "aor", MANY, aor -> new Way.Contacts(bare(aor))),
              Look.with(
                  BARE,
                  "contacts of the same user under another form of the address",
                  "aor",
                  MANY,
                  aor ->
                      bare(aor).contains("@")
                          ? new Way.Contacts(Question.user(aor))
                          : new Way.Idle()),
              Look.with(
                  ACCOUNT,
                  "the user's account",
                  "aor",
                  MANY,
                  aor ->
                      new Way.Tool(
                          "subscriber_list", Move.arguments("username", Question.user(aor)))),
              Look.tool(REGISTRAR, "registrations taken and refused", "registrar_stats"),
              Look.tool(PINGS, "pings through NATs (nathelper)", "nathelper_get_ping"),
              Looks.lint("R13", "R15", "R20")),
          List.of(
              new Rule("no contact, and why", UserUnreachable::missing),
              new Rule("contact that can't be reached", UserUnreachable::unreachable),
              new Rule("registrations refused often", UserUnreachable::refused),
              Audit.rule(
                  "NAT mended in requests only, NAT pings, use_domain left to its default",
                  Confidence.POSSIBLE)),
          List.of(
              Move.of("registration_summary", "How all contacts are spread"),
              Move.of("live_get_status", "Whether copies of the next REGISTER can be had")));

  private UserUnreachable() {}

  private static String bare(String aor) {
    return aor.replaceFirst("^sips?:", "");
  }

  private static List<Judgement> missing(Facts facts, Question question) {
    if (!facts.has(CONTACTS)) {
      return List.of();
    }
    if (!facts.rows(CONTACTS).isEmpty()) {
      return Judgement.fine(CONTACTS, "The user has " + facts.rows(CONTACTS).size() + " contacts.");
    }
    String aor = bare(question.given("aor").orElse(""));
    Cited none = Cited.number(CONTACTS, "contacts", 0, "");
    if (!facts.rows(BARE).isEmpty()) {
      return List.of(
          found(
              Confidence.CERTAIN,
              "The user is registered without a domain, and is looked for with "
                  + Quote.of(aor)
                  + ": the domain is left out of addresses of record (use_domain of modules usrloc"
                  + " and registrar) and whoever looks up must leave it out too.",
              none,
              Cited.number(BARE, "contacts without domain", facts.rows(BARE).size(), "")));
    }
    if (facts.has(ACCOUNT) && facts.rows(ACCOUNT).isEmpty()) {
      return List.of(
          found(
                  Confidence.CERTAIN,
                  "There is no account of this user name, so it can't authenticate.",
                  none,
                  Cited.number(ACCOUNT, "accounts", 0, ""))
              .next(Move.of("subscriber_list", "Which accounts there are", "limit", 20)));
    }
    List<JsonObject> others =
        facts.rows(ACCOUNT).stream()
            .filter(row -> aor.contains("@") && !aor.endsWith("@" + Json.text(row, "domain")))
            .toList();
    if (!others.isEmpty() && others.size() == facts.rows(ACCOUNT).size()) {
      return List.of(
          found(
              Confidence.LIKELY,
              "The account of this user name is in domain "
                  + Quote.of(Json.text(others.getFirst(), "domain"))
                  + ", not in the one asked for.",
              none,
              Cited.text(
                  ACCOUNT, "domain of the account", Json.text(others.getFirst(), "domain"))));
    }
    boolean noPassword =
        facts.rows(ACCOUNT).stream()
            .anyMatch(row ->
                Json.text(row, "has_password").equals("false")
                    && Json.text(row, "has_ha1").equals("false"));
    return List.of(
        found(
                noPassword ? Confidence.LIKELY : Confidence.POSSIBLE,
                noPassword
                    ? "The account has neither password nor HA1: no answer to a challenge is right."
                    : "The user has no contact now: the phone is off, can't reach the server, or is"
                        + " refused; its next REGISTER tells which.",
                none,
                facts.has(ACCOUNT)
                    ? Cited.number(ACCOUNT, "accounts", facts.rows(ACCOUNT).size(), "")
                    : none)
            .next(
                Move.of(
                    "homer_search_calls",
                    "Its last REGISTER and what was answered",
                    "caller",
                    Question.user(aor),
                    "method",
                    "REGISTER")));
  }

  private static List<Judgement> unreachable(Facts facts, Question question) {
    List<Judgement> judged = new ArrayList<>();
    boolean pinged = !Json.text(facts.object(PINGS), "enabled").equals("false");
    for (JsonObject row : facts.rows(CONTACTS)) {
      String host = Json.text(row, "contact").replaceFirst("^sips?:([^@]*@)?", "");
      String address = host.replaceFirst("[:;?].*$", "");
      String ended = Json.text(row, "expires");
      if (ended.equals("expired") || ended.equals("deleted")) {
        judged.add(
            contact(Confidence.LIKELY, row, "A contact has ended and only waits for removal."));
      } else if (PrivateAddresses.contain(address) && !row.has("received")) {
        judged.add(
            contact(
                Confidence.LIKELY,
                row,
                "A contact names the private address "
                    + Quote.of(address)
                    + " and the node did not note where its packets come from"
                    + " (fix_nated_register of module nathelper): calls go to an address that it"
                    + " can't reach."));
      } else if (row.has("received") && !pinged) {
        judged.add(
            contact(
                    Confidence.LIKELY,
                    row,
                    "A contact is behind a NAT and pings are switched off: the NAT closes the way"
                        + " to it between registrations.")
                .change(
                    Move.of(
                        "nathelper_enable_ping",
                        "Pings contacts behind NATs again",
                        "enable",
                        true)));
      }
    }
    return judged;
  }

  private static Finding contact(Confidence confidence, JsonObject row, String statement) {
    return found(
        confidence,
        statement,
        Cited.text(CONTACTS, "contact", Json.text(row, "contact")),
        Cited.text(CONTACTS, "received", Json.text(row, "received")),
        Cited.text(CONTACTS, "user agent", Json.text(row, "user_agent")));
  }

  private static List<Judgement> refused(Facts facts, Question question) {
    JsonObject counts = Json.object(facts.object(REGISTRAR), "registrar");
    long taken = Json.number(counts, "accepted_regs", 0);
    long refused = Json.number(counts, "rejected_regs", 0);
    if (!facts.has(REGISTRAR)) {
      return List.of();
    }
    if (refused < 50 || refused * 5 < taken + refused) {
      return Judgement.fine(REGISTRAR, "Few registrations are refused by the registrar.");
    }
    return List.of(
        found(
            Confidence.POSSIBLE,
            refused * 100 / (taken + refused)
                + " % of the registrations since the start were refused by the registrar: the"
                + " trouble may not be this user's alone.",
            Cited.number(REGISTRAR, "refused", refused, ""),
            Cited.number(REGISTRAR, "taken", taken, "")));
  }
}
