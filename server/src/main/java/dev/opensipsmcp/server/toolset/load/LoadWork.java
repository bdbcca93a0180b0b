package dev.opensipsmcp.server.toolset.load;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.secret.SecretForm;
import dev.opensipsmcp.server.secret.SecretResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.load.LoadLimits;
import dev.opensipsmcp.sip.load.LoadTarget;
import dev.opensipsmcp.sip.load.UserList;
import dev.opensipsmcp.sip.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change that runs SIPp. What differs between its tools is how arguments become a job.
 *
 * @param desk what it works with
 * @param tool the tool's name
 * @param reading what arguments come to
 */
record LoadWork(LoadDesk desk, String tool, Function<Arguments, LoadJob.Read> reading)
    implements Work.Change {
  static final Demand DEMAND = new Demand(Scope.PROCESS_MANAGE, Risk.DISRUPTIVE);
  static final Needs NEEDS = Needs.onDemand("get_statistics");

  private static final String PASSWORD = "password_from";
  private static final Duration AROUND = Duration.ofSeconds(30);

  /** The bounds of the settings hold for what is asked for, so that they hold here too. */
  @Override
  public Duration limit(Arguments arguments) {
    return Duration.ofSeconds(desk.settings().maxSeconds()).plus(AROUND);
  }

  private static Plan refused(ToolError error, String cause, String next) {
    return new Plan.Refused(error.failure(cause, next));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Optional<Outcome.Failure> closed = desk.closed();
    if (closed.isPresent()) {
      return new Plan.Refused(closed.get());
    }
    return switch (reading.apply(arguments)) {
      case LoadJob.Read.Refused(Outcome.Failure failure) -> new Plan.Refused(failure);
      case LoadJob.Read.Wanted(LoadJob job) ->
          switch (new TargetList(desk.settings().targets())
              .judge(LoadPlace.of(arguments).map(LoadPlace::host).orElse(""))) {
            case TargetList.Judged.Refused(String reason) ->
                refused(ToolError.LOAD_NOT_ALLOWED, reason, LoadDesk.ASK);
            case TargetList.Judged.Allowed(LoadTarget target) -> planned(arguments, job, target);
          };
    };
  }

  private Plan planned(Arguments arguments, LoadJob job, LoadTarget target) {
    LoadLimits limits = job.limits();
    List<String> above = limits.above(desk.caps());
    if (!above.isEmpty()) {
      return refused(
          ToolError.LOAD_NOT_ALLOWED,
          "That is more than the settings allow: " + String.join(", ", above) + '.',
          "Take less, or ask whoever runs this server to raise load.max_rate and the like.");
    }
    if (!arguments.maybeText("label").orElse("x").matches("[A-Za-z0-9_-]{1,40}")) {
      return refused(
          ToolError.ARGUMENTS_WRONG,
          "label has letters, digits, _ and - only, at most 40.",
          "Write for example before-upgrade.");
    }
    Optional<Path> place = place(arguments);
    if (place.isEmpty()) {
      return refused(
          ToolError.LOAD_NOT_ALLOWED,
          "out_dir is no directory within load.directory.",
          "Leave it out, or name one that exists.");
    }
    if (arguments.has(PASSWORD)) {
      Optional<SecretResult.Refused> without =
          desk.secrets().check(arguments.text(PASSWORD), SecretForm.GIVEN);
      if (without.isPresent()) {
        return new Plan.Refused(Outcome.Failure.of(without.get()));
      }
    }
    JsonObject goal = Json.object("address", target.address().toString());
    goal.addProperty("port", target.port());
    goal.addProperty("scenario_sha256", sha256(job.xml()));
    goal.addProperty("program", desk.settings().program().orElseThrow().toString());
    goal.addProperty("place", place.get().toString());
    String what =
        job.waits()
            ? "Wait for up to %d calls for %d s, with scenario %s, towards %s"
                .formatted(limits.calls(), limits.seconds(), job.kind(), target.text())
            : "Send up to %d calls, %d a second, for %d s, with scenario %s, to %s (%s)"
                .formatted(
                    limits.calls(),
                    limits.rate(),
                    limits.seconds(),
                    job.kind(),
                    arguments.text("target"),
                    target.text());
    return new Plan.Ready(
        what,
        goal,
        new JsonObject(),
        List.of("The target carries these calls beside its own; at most one such run at a time."),
        "load_stop ends it; what was sent can't be taken back");
  }

  private Optional<Path> place(Arguments arguments) {
    Path usual = desk.settings().directory().orElseThrow();
    return arguments.has("out_dir")
        ? desk.files().inside(arguments.text("out_dir")).filter(Files::isDirectory)
        : Optional.of(usual);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (reading.apply(arguments)) {
      case LoadJob.Read.Refused(Outcome.Failure failure) -> failure;
      case LoadJob.Read.Wanted(LoadJob job) -> {
        if (!sha256(job.xml()).equals(Json.text(plan.target(), "scenario_sha256"))) {
          yield ToolError.SCENARIO_REFUSED.failure(
              "The scenario is not as it was when the run was planned.", "Call again.");
        }
        String password = "";
        if (arguments.has(PASSWORD)) {
          switch (desk.secrets().take(arguments.text(PASSWORD), SecretForm.GIVEN)) {
            case SecretResult.Refused refused -> {
              yield Outcome.Failure.of(refused);
            }
            case SecretResult.Given given -> password = given.secret().reveal();
          }
          if (!UserList.takes(password)) {
            yield ToolError.ARGUMENTS_WRONG.failure(
                "SIPp can't be given that password: it has a blank, a bracket, a quote or a ';'.",
                "Use an account with another password.");
          }
        }
        LoadTarget target =
            new LoadTarget(
                IpAddress.of(Json.text(plan.target(), "address")).orElseThrow(),
                (int) Json.number(plan.target(), "port", 0));
        Path place = Path.of(Json.text(plan.target(), "place"));
        yield new LoadConduct(desk, tool, job, target, place).run(arguments, password, ports);
      }
    };
  }
}
