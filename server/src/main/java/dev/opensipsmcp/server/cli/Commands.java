package dev.opensipsmcp.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.mcp.HttpListener;
import dev.opensipsmcp.server.audit.AuditVerdict;
import dev.opensipsmcp.server.cli.cfg.LiveNodes;
import dev.opensipsmcp.server.config.Settings.Transport;
import dev.opensipsmcp.server.demo.DemoCommand;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.serve.Service;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Does what the commands say. Each returns the exit status. */
public final class Commands {
  private final Assembly assembly;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * Makes the commands.
   *
   * @param assembly puts the program together from its settings
   * @param out for results
   * @param err for complaints
   */
  public Commands(Assembly assembly, PrintStream out, PrintStream err) {
    this.assembly = assembly;
    this.out = out;
    this.err = err;
  }

  /**
   * Serves MCP clients until the input ends or the process is stopped.
   *
   * @param demo whether to serve the embedded stand-in node
   * @param transport overrides the configured transport; empty for none
   */
  public int serve(boolean demo, String transport) {
    return with(demo, transport, new Serving());
  }

  /** Written out, as a start's first lambda costs milliseconds. */
  private final class Serving implements Job {
    @Override
    public int run(App app) throws InterruptedException {
      try (Service service = app.service();
          Aftercare aftercare = app.aftercare()) {
        aftercare.begin();
        if (app.settings().transport() == Transport.STDIO) {
          service.serveStdio(System.in, out);
        } else {
          listen(service);
        }
      }
      return Cli.DONE;
    }
  }

  private void listen(Service service) throws InterruptedException {
    HttpListener listener;
    try {
      listener = service.serveHttp();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    try (listener) {
      err.println(Product.NAME + " listens on " + listener.uri());
      listener.join();
    }
  }

  /** Performs the demonstration. */
  int demo() {
    return DemoCommand.run(out, err) ? Cli.DONE : Cli.FAILED;
  }

  /** Runs one tool. */
  int call(String name, List<String> words, boolean json, boolean demo) {
    return with(
        demo,
        "",
        app -> {
          Optional<Tool> tool = app.tool(name);
          if (tool.isEmpty()) {
            throw new UsageException(
                "There is no tool '"
                    + name
                    + "'. "
                    + Product.NAME
                    + " call tool_search query=... finds one.");
          }
          JsonObject schema = SharedParameters.of(tool.get()).json();
          TerminalChannel channel = new TerminalChannel(Optional.ofNullable(System.console()));
          JsonObject arguments = KeyValues.parse(words, schema);
          SecretDesk secrets = secrets(app);
          List<String> prompted = secrets.prompt(arguments);
          try {
            Invocation invocation =
                new Invocation(name, arguments, app.localRights(), "cli", channel);
            GateReply reply = app.gate().pass(invocation);
            if (reply instanceof GateReply.AskPerson question) {
              channel.ask(question);
              reply = app.gate().pass(invocation);
            }
            return print(reply, json);
          } finally {
            secrets.forget(prompted);
          }
        });
  }

  private SecretDesk secrets(App app) {
    return new SecretDesk(
        app.secrets().stored(), Optional.ofNullable(System.console()), System.in, out, err);
  }

  /** Keeps a secret for one later call. */
  int secretPut(String name, int minutes, boolean release) {
    return with(false, "", app -> secrets(app).put(name, minutes, release));
  }

  /** Lists the secrets that wait for a call. */
  int secretList() {
    return with(false, "", app -> secrets(app).list());
  }

  /** Removes one of them. */
  int secretDrop(String name) {
    return with(false, "", app -> secrets(app).drop(name));
  }

  private int print(GateReply reply, boolean json) {
    return switch (reply) {
      case GateReply.Done(JsonObject envelope, var _) -> {
        if (json) {
          out.println(envelope);
        } else {
          printResult(envelope);
          envelope.getAsJsonArray("warnings").forEach(w -> err.println("note: " + w.getAsString()));
        }
        yield Cli.DONE;
      }
      case GateReply.Failed failed -> {
        if (json) {
          out.println(error(failed));
        } else {
          err.println(failed.code() + ": " + failed.cause());
          err.println("next: " + failed.nextStep());
        }
        yield Cli.FAILED;
      }
      case GateReply.AskPerson question -> {
        err.println("Still waiting for an answer: " + question.question());
        yield Cli.FAILED;
      }
      case GateReply.NoSuchTool(String tool, List<String> nearest) -> {
        err.println("There is no tool '" + tool + "'. Near: " + String.join(", ", nearest));
        yield Cli.USAGE;
      }
    };
  }

  private void printResult(JsonObject envelope) {
    if (!(envelope.get("nodes") instanceof JsonArray nodes)) {
      out.print(TextTable.of(envelope.get("data")));
      return;
    }
    for (JsonElement element : nodes) {
      JsonObject node = element.getAsJsonObject();
      out.println("# " + node.get("instance").getAsString());
      out.print(TextTable.of(node.get(node.get("ok").getAsBoolean() ? "data" : "error")));
    }
  }

  private static JsonObject error(GateReply.Failed failed) {
    JsonObject error = new JsonObject();
    error.addProperty("code", failed.code());
    error.addProperty("cause", failed.cause());
    error.addProperty("next_step", failed.nextStep());
    JsonObject answer = new JsonObject();
    answer.add("error", error);
    return answer;
  }

  /** Tells what is configured, reachable and missing. */
  int doctor() {
    return with(
        false,
        "",
        app -> new Doctor(out).examine(app.settings(), app.instances()) ? Cli.DONE : Cli.FAILED);
  }

  /** Looks at a node and what is around it, for an audit; like the doctor, by reading only. */
  LiveNodes.Look look(String instance, Program program, Optional<Path> file) {
    try (App app = assembly.assemble(false, "", err)) {
      return app.look(instance, program, file);
    } catch (SettingsException e) {
      return new LiveNodes.Look.Not(
          String.join("\n", e.faults().stream().map(String::valueOf).toList()));
    }
  }

  /** Lists what waits for a person, or answers one of them. */
  int approve(String id, boolean decline) {
    return with(
        false,
        "",
        app -> {
          ApprovalDesk desk = new ApprovalDesk(app.approvals(), app.user(), out, err);
          if (id.isEmpty()) {
            return desk.list();
          }
          return decline ? desk.decline(id) : desk.approve(id);
        });
  }

  /** Proves the audit trail's chain. */
  int auditVerify() {
    return with(
        false,
        "",
        app ->
            switch (app.audit().verify()) {
              case AuditVerdict.Intact(long lines, String lastHash) -> {
                out.println("intact: " + lines + " lines, last hash " + lastHash);
                yield Cli.DONE;
              }
              case AuditVerdict.Broken(long line, String reason) -> {
                err.println("broken at line " + line + ": " + reason);
                yield Cli.FAILED;
              }
            });
  }

  /** Work on the assembled program. */
  @FunctionalInterface
  private interface Job {
    int run(App app) throws IOException, InterruptedException;
  }

  private int with(boolean demo, String transport, Job job) {
    try (App app = assembly.assemble(demo, transport, err)) {
      return job.run(app);
    } catch (SettingsException e) {
      e.faults().forEach(fault -> err.println(fault));
      return Cli.USAGE;
    } catch (UsageException e) {
      err.println(e.getMessage());
      return Cli.USAGE;
    } catch (IOException e) {
      err.println(e.getMessage());
      return Cli.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Cli.FAILED;
    }
  }
}
