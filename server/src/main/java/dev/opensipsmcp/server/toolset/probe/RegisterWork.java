package dev.opensipsmcp.server.toolset.probe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.secret.Secret;
import dev.opensipsmcp.server.secret.SecretForm;
import dev.opensipsmcp.server.secret.SecretResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.SipAddress;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.message.DigestFacts;
import dev.opensipsmcp.sip.probe.Credentials;
import dev.opensipsmcp.sip.probe.ProbeFailure;
import dev.opensipsmcp.sip.probe.ProbeLimits;
import dev.opensipsmcp.sip.probe.ProbeOutcome;
import dev.opensipsmcp.sip.probe.ProbeRoutes;
import dev.opensipsmcp.sip.probe.ProbeRoutes.Route;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.ProbeTargets.Found;
import dev.opensipsmcp.sip.probe.RegisterProbe;
import dev.opensipsmcp.sip.probe.RegisterResult;
import dev.opensipsmcp.sip.probe.RegisterResult.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plans and makes one try of a registrar.
 *
 * @param desk where it may go
 */
record RegisterWork(ProbeDesk desk) implements Work.Change {
  static final int USUAL_SECONDS = 4;
  private static final int MOST_REQUESTS = 8;

  @Override
  public Duration limit(Arguments arguments) {
    long seconds = (long) Math.ceil(ProbeDesk.seconds(arguments, USUAL_SECONDS));
    return Duration.ofSeconds(2 * (MOST_REQUESTS + ProbeRoutes.MOST) * seconds);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    String aor = arguments.text(RegisterTool.AOR);
    if (!aor.matches(Uris.SIP) || SipAddress.user(aor).isEmpty()) {
      return new Plan.Refused(
          ToolError.ARGUMENTS_WRONG.failure(
              "aor is no address of record.", "Write it as sip:user@domain, without parameters."));
    }
    Optional<String> word = arguments.maybeText(RegisterTool.PASSWORD);
    Optional<SecretResult.Refused> missing =
        word.flatMap(it -> desk.secrets().check(it, SecretForm.GIVEN));
    if (missing.isPresent()) {
      return new Plan.Refused(Outcome.Failure.of(missing.get()));
    }
    return switch (desk.route(arguments, ports)) {
      case Route.Open route -> {
        ProbeTarget target = route.targets().getFirst();
        JsonObject kept = ProbeDesk.kept(route);
        List<String> effects = new ArrayList<>();
        if (word.isPresent()) {
          effects.add("A digest of the password goes to " + target + ".");
          effects.add(
              "Where nobody is registered, calls to " + aor + " go to this host meanwhile.");
        } else {
          effects.add("The registrar answers one request; nothing is registered.");
        }
        effects.addAll(ProbeDesk.more(route));
        kept.addProperty(RegisterTool.AOR, aor);
        yield new Plan.Ready(
            word.isPresent()
                ? "Register a contact for " + aor + " at " + target + ", and remove it."
                : "Ask " + target + " for the bindings of " + aor + ", without credentials.",
            kept,
            new JsonObject(),
            effects,
            "The contact is removed by the same call, and lapses by itself after a minute.");
      }
      case Route.None(Found why) -> new Plan.Refused(ProbeDesk.failure(why));
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Optional<String> word = arguments.maybeText(RegisterTool.PASSWORD);
    if (word.isEmpty()) {
      return run(plan, arguments, ports, Optional.empty());
    }
    return switch (desk.secrets().look(word.get(), SecretForm.GIVEN)) {
      case SecretResult.Refused refused -> Outcome.Failure.of(refused);
      case SecretResult.Given(Secret password, boolean _) -> {
        String user =
            arguments
                .maybeText(RegisterTool.USERNAME)
                .orElse(SipAddress.user(arguments.text(RegisterTool.AOR)));
        boolean plain = user.chars().allMatch(c -> c >= ' ' && c != 0x7f);
        yield plain
            ? run(plan, arguments, ports, Optional.of(new Credentials(user, password.reveal())))
            : ToolError.ARGUMENTS_WRONG.failure(
                "username has control characters.", "Leave it out.");
      }
    };
  }

  private Outcome run(
      Plan.Ready plan, Arguments arguments, WritePorts ports, Optional<Credentials> who) {
    double seconds = ProbeDesk.seconds(arguments, USUAL_SECONDS);
    ProbeLimits limits = ProbeLimits.of(Duration.ofMillis(Math.round(1_000 * seconds)));
    String aor = arguments.text(RegisterTool.AOR);
    return desk.run(() -> {
      List<ProbeTarget> targets = ProbeDesk.targets(plan.target());
      List<String> tried = new ArrayList<>();
      for (ProbeTarget target : targets) {
        RegisterResult result = new RegisterProbe(target, aor, limits, ports::withdrawn).run(who);
        boolean last = target.equals(targets.getLast()) || ports.withdrawn();
        if (result.stage() != Stage.SILENT || last) {
          JsonObject json = json(target, result);
          if (!tried.isEmpty()) {
            json.add("tried", Json.texts(tried));
          }
          return new Outcome.Value(json);
        }
        tried.add(target + ": " + verdict(result));
      }
      throw new IllegalStateException("a plan has a target");
    });
  }

  private static JsonObject json(ProbeTarget target, RegisterResult result) {
    JsonObject json = Json.object("target", target.toString());
    json.addProperty("stage", result.stage().name().toLowerCase(Locale.ROOT));
    JsonArray challenges = new JsonArray();
    for (DigestFacts facts : result.challenges()) {
      JsonObject one = Json.object("realm", Heard.text(facts.realm()));
      one.addProperty("scheme", Heard.text(facts.scheme()));
      one.addProperty("algorithm", Heard.text(facts.algorithm()));
      one.addProperty("qop", Heard.text(facts.qop()));
      one.addProperty("stale", facts.stale());
      challenges.add(one);
    }
    json.add("challenges", challenges);
    json.add("others", Json.texts(result.others().stream().map(Heard::text).toList()));
    result.contact().ifPresent(it -> json.addProperty("contact", it));
    JsonArray requests = new JsonArray();
    for (RegisterResult.Step step : result.steps()) {
      JsonObject one = Json.object("purpose", step.purpose());
      Heard.request(step.outcome()).asMap().forEach(one::add);
      requests.add(one);
      if (step.outcome() instanceof ProbeOutcome.Answered answer) {
        json.add("peer", Heard.peer(answer.response()));
      }
    }
    json.add("requests", requests);
    json.addProperty("verdict", verdict(result));
    json.addProperty("next", next(result));
    return json;
  }

  private static Optional<ProbeFailure> failure(RegisterResult result) {
    return result.steps().isEmpty()
            || !(result.steps().getLast().outcome() instanceof ProbeOutcome.Failed failed)
        ? Optional.empty()
        : Optional.of(failed.failure());
  }

  private static String code(RegisterResult result) {
    return result.steps().getLast().outcome() instanceof ProbeOutcome.Answered answer
        ? String.valueOf(answer.code())
        : "silence";
  }

  private static String verdict(RegisterResult result) {
    return switch (result.stage()) {
      case SILENT -> failure(result).map(ProbeFailure::cause).orElse("No answer.");
      case CHALLENGED -> "The registrar is there and wants credentials.";
      case OPEN -> "The registrar tells anybody who is registered, without credentials.";
      case REFUSED -> "The registrar refuses with " + code(result) + " before any credentials.";
      case CHALLENGE_UNKNOWN -> "It wants credentials of a kind that is not computed here.";
      case REJECTED -> "It does not take these credentials: " + code(result) + ".";
      case AUTHENTICATED ->
          "The credentials are right. Nothing was registered, as others are, or the call was"
              + " withdrawn.";
      case NOT_REGISTERED -> "The credentials are right, but no binding was made.";
      case REGISTERED_AND_REMOVED -> "Registering works; the contact is gone again.";
      case LEFT_BEHIND ->
          "A contact was made, or may have been, and could not be removed; it lapses by itself.";
    };
  }

  private static String next(RegisterResult result) {
    return switch (result.stage()) {
      case SILENT -> failure(result).map(ProbeFailure::next).orElse("Call again.");
      case CHALLENGED -> "Give password_from to see whether it registers.";
      case OPEN ->
          "Challenge REGISTER in opensips.cfg with www_authorize and www_challenge before save.";
      case REFUSED -> "Check the domain of aor, and what the script does with REGISTER.";
      case CHALLENGE_UNKNOWN -> "See the challenges; offer MD5 or SHA-256 with qop auth.";
      case REJECTED ->
          "Compare realm, username and password with the subscriber's row; stop before this host"
              + " is banned.";
      case AUTHENTICATED -> "Nothing; whoever is registered was left alone.";
      case NOT_REGISTERED -> "See the last requests: save may fail, or limit contacts.";
      case REGISTERED_AND_REMOVED -> "Nothing.";
      case LEFT_BEHIND -> "Look with registration_list, and remove it with ul_remove_contact.";
    };
  }
}
