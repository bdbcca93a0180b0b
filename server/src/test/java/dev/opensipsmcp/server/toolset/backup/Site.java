package dev.opensipsmcp.server.toolset.backup;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.gate.Catalogue;
import dev.opensipsmcp.server.gate.GateParts;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.GateSettings;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.gate.StandardGate;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.policy.Rule;
import dev.opensipsmcp.server.policy.Verdict;
import dev.opensipsmcp.server.ratelimit.Rate;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.change.ChangeToolset;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.server.toolset.testing.Nobody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A server whose node has a database and is down: what a backup is for. */
final class Site implements AutoCloseable {
  private static final Rate UNLIMITED = new Rate(1e6, 1_000_000);

  final TestDatabase test = TestDatabase.of(DatabaseKind.SQLITE);
  final Path state;
  final List<String> said = new ArrayList<>();
  private final Database database;
  private final MiClient client;
  private final StandardGate gate;

  /** A site whose policy is the default one. */
  Site(Path state) {
    this(state, false, Policy.DEFAULT);
  }

  /** A site where everything is allowed without asking. */
  static Site trusting(Path state, boolean secrets) {
    return new Site(
        state,
        secrets,
        new Policy(
            List.of(
                new Rule(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Verdict.ALLOW))));
  }

  private Site(Path state, boolean secrets, Policy policy) {
    this.state = state;
    Clock clock = Clock.systemUTC();
    test.withGroups(Version.V3_6, "auth_db", "dispatcher", "alias_db");
    database =
        new Database(
            test.settings(), new BackupSettings(state.resolve("backups"), secrets, "test"));
    client = MiClient.of(MiEndpoint.parse("http://127.0.0.1:1/mi"), MiSettings.defaults());
    AuditLog audit = new AuditLog(state.resolve("audit.jsonl"), clock);
    ChangeJournal journal = new ChangeJournal(state.resolve("changes.jsonl"));
    KnownSecrets known = new KnownSecrets(List.of());
    Secrets kept = new Secrets(state, Optional.empty(), Map.of(), known, clock);
    List<Tool> tools = new ArrayList<>(BackupToolset.make(state, kept).tools());
    tools.addAll(ChangeToolset.make(journal).tools());
    gate =
        new StandardGate(
            new GateParts(
                new Catalogue(tools),
                new Instances(
                    List.of(
                        new Instance(
                            "node",
                            client,
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.of(database)))),
                policy,
                new MiTable(),
                new Approvals(state.resolve("approvals"), Duration.ofMinutes(1), 4, audit, clock),
                audit,
                journal,
                new Redactor(known),
                (id, trace) -> said.add(trace),
                GateSettings.defaults().withRates(UNLIMITED, UNLIMITED),
                clock));
  }

  GateReply call(Role role, String tool, String arguments) {
    JsonObject json = JsonParser.parseString(arguments.replace('\'', '"')).getAsJsonObject();
    GateReply reply =
        gate.pass(new Invocation(tool, json, role.rights("tester", false), "test", new Nobody()));
    said.add(reply.toString());
    return reply;
  }

  /** {@return the data of a call that is done} */
  JsonObject done(String tool, String arguments) {
    return switch (call(Role.ADMIN, tool, arguments)) {
      case GateReply.Done(JsonObject envelope, var _) -> envelope.getAsJsonObject("data");
      case GateReply reply -> throw new AssertionError(reply.toString());
    };
  }

  /** {@return the ID by which a call that is done can be taken back} */
  String change(String tool, String arguments) {
    return switch (call(Role.ADMIN, tool, arguments)) {
      case GateReply.Done(JsonObject envelope, var _) -> envelope.get("change_id").getAsString();
      case GateReply reply -> throw new AssertionError(reply.toString());
    };
  }

  /** {@return all that was said, and all that stands in the state directory but passwords} */
  String everything() {
    StringBuilder all = new StringBuilder(String.join("\n", said));
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".passwords.csv")) {
          all.append('\n').append(text(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  private static String text(Path file) throws IOException {
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    client.close();
    database.close();
    test.close();
  }
}
