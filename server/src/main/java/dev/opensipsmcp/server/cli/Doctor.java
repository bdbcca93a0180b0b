package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.config.Settings.Transport;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Tells what is configured, reachable and missing. */
final class Doctor {
  private final PrintStream out;
  private boolean healthy = true;

  Doctor(PrintStream out) {
    this.out = out;
  }

  /** {@return whether everything that is needed is there} */
  boolean examine(Settings settings, Instances instances) {
    ok("java", Runtime.version() + ", " + System.getProperty("java.home"));
    ok("role", settings.role() + (settings.readOnly() ? ", held to reading" : ""));
    ok("toolsets", settings.toolsets());
    transport(settings);
    stateDirectory(settings.stateDirectory());
    nodes(instances.all());
    databases(instances.all());
    return healthy;
  }

  private void transport(Settings settings) {
    if (settings.transport() == Transport.STDIO) {
      ok("transport", "stdio");
      return;
    }
    String where = settings.http().host() + ":" + settings.http().port() + settings.http().path();
    if (settings.tokens().isEmpty()) {
      note("transport", where + " without any token: only loopback is served");
    } else {
      ok("transport", where + ", tokens: " + settings.tokens().size());
    }
  }

  private void stateDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
      if (Files.isWritable(directory)) {
        ok("state", directory.toString());
        return;
      }
      fail("state", directory + " can't be written: no change can run without its audit line");
    } catch (IOException e) {
      fail("state", directory + " can't be made: " + e.getMessage());
    }
  }

  /** All are asked at once, so that those that do not answer are waited for together. */
  private void nodes(List<Instance> instances) {
    List<FutureTask<Asked>> answers = new ArrayList<>();
    for (Instance instance : instances) {
      FutureTask<Asked> answer = new FutureTask<>(() -> Asked.of(instance));
      answers.add(answer);
      Thread.ofVirtual().start(answer);
    }
    for (int i = 0; i < answers.size(); i++) {
      try {
        node(instances.get(i), answers.get(i).get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException e) {
        fail("node " + instances.get(i).name(), String.valueOf(e.getCause()));
      }
    }
  }

  private record Asked(MiResult<MiNode> node, long millis) {
    static Asked of(Instance instance) {
      long start = System.nanoTime();
      MiResult<MiNode> node = instance.client().node();
      return new Asked(node, (System.nanoTime() - start) / 1_000_000);
    }
  }

  private void node(Instance instance, Asked asked) {
    String label = "node " + instance.name() + place(instance);
    switch (asked.node()) {
      case MiResult.Success<MiNode>(MiNode node) -> {
        ok(
            label,
            node.server()
                + ", "
                + node.commands().size()
                + " MI commands, "
                + asked.millis()
                + " ms");
        missing(label, node);
      }
      case MiResult.Failure<MiNode>(MiError error) ->
          fail(label, error.cause() + "; next: " + error.nextStep());
    }
  }

  private static String place(Instance instance) {
    List<String> place = new ArrayList<>();
    instance.cluster().ifPresent(cluster -> place.add("cluster " + cluster));
    instance.tags().forEach(tag -> place.add("tag " + tag));
    instance.cap().ifPresent(cap -> place.add("at most " + cap.label()));
    return place.isEmpty() ? "" : " (" + String.join(", ", place) + ")";
  }

  /** The modules that the listed tools live from; without them a tool answers that it can't. */
  private void missing(String label, MiNode node) {
    boolean grouped = node.version().groupsMiCommands();
    if (!node.commands().contains(grouped ? "dialog:list" : "dlg_list")) {
      note(label, "module dialog is not loaded: the dlg_ tools can't work");
    }
    if (!node.commands().contains(grouped ? "b2b_logic:list" : "b2b_list")) {
      note(label, "module b2b_logic is not loaded: the b2b_ tools can't work");
    }
  }

  /** Nodes that share a database are told together. */
  private void databases(List<Instance> instances) {
    DatabaseFinding.each(instances)
        .forEach((nodes, finding) -> {
          String label = "database " + nodes;
          switch (finding) {
            case DatabaseFinding.Good(String found) -> ok(label, found);
            case DatabaseFinding.Odd(String found) -> note(label, found);
            case DatabaseFinding.Bad(String why) -> fail(label, why);
          }
        });
  }

  private void ok(String what, String found) {
    print("ok", what, found);
  }

  private void note(String what, String found) {
    print("note", what, found);
  }

  private void fail(String what, String found) {
    healthy = false;
    print("FAIL", what, found);
  }

  private void print(String verdict, String what, String found) {
    StringBuilder line = new StringBuilder(verdict);
    line.repeat(' ', 6 - verdict.length()).append(what).append(": ").append(found);
    out.println(line);
  }
}
