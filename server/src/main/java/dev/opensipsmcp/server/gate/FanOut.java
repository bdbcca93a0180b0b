package dev.opensipsmcp.server.gate;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.result.Budget;
import dev.opensipsmcp.server.result.NodeResults;
import dev.opensipsmcp.server.tool.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Asks several nodes at once. Each is a call of its own: with the caller's rights on that node, a
 * line in the trail, a share of the result's size, and a result or an error of its own. A node that
 * answers late or not at all delays the others' results by its own time-out, and changes none.
 */
final class FanOut {

  /** The rest of the way of a read on one node. */
  @FunctionalInterface
  interface OneNode {
    GateReply read(Call call, Replies replies) throws IOException;
  }

  private final GateParts parts;
  private final Replies replies;
  private final OneNode oneNode;

  FanOut(GateParts parts, Replies replies, OneNode oneNode) {
    this.parts = parts;
    this.replies = replies;
    this.oneNode = oneNode;
  }

  /** {@return why so many nodes can't be asked at once, if so} */
  Optional<GateReply.Failed> tooMany(int nodes) {
    return share(nodes) >= Budget.LEAST_CHARS
        ? Optional.empty()
        : Optional.of(
            ErrorCode.INVALID_ARGUMENTS.failed(
                nodes + " nodes are too many for one result, which all of them share.",
                most() > 1
                    ? "Name at most " + most() + " at once, by names or a tag."
                    : "Name one node by its name."));
  }

  GateReply run(Call call) {
    List<Instance> nodes = call.fan();
    Replies shared = replies.within(share(nodes.size()));
    Told told = new Told(call.invocation().channel(), nodes.size());
    List<FutureTask<GateReply>> tasks = new ArrayList<>();
    List<Thread> workers = new ArrayList<>();
    for (Instance node : nodes) {
      Call own = Caps.on(node, call.through(told));
      FutureTask<GateReply> task =
          new FutureTask<>(() -> {
            GateReply reply = oneNode.read(own, shared);
            told.oneMore(node.name());
            return reply;
          });
      tasks.add(task);
      workers.add(Thread.ofVirtual().start(task));
    }
    NodeResults results = new NodeResults(parts.redactor());
    for (int i = 0; i < tasks.size(); i++) {
      add(results, nodes.get(i).name(), reply(call, tasks.get(i), workers));
    }
    return new GateReply.Done(results.envelope(parts.clock().instant()));
  }

  private int share(int nodes) {
    return NodeResults.share(parts.settings().resultChars(), nodes);
  }

  private int most() {
    int most = 1;
    while (share(most + 1) >= Budget.LEAST_CHARS) {
      most++;
    }
    return most;
  }

  private GateReply reply(Call call, FutureTask<GateReply> task, List<Thread> workers) {
    boolean withdrawn = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          // The caller withdrew: each node's work ends by this, and says so.
          withdrawn = true;
          workers.forEach(Thread::interrupt);
        } catch (ExecutionException e) {
          Outcome.Failure broken = replies.broken(call, e);
          return e.getCause() instanceof IOException ? Refusals.noTrail() : Replies.failed(broken);
        }
      }
    } finally {
      if (withdrawn) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void add(NodeResults results, String node, GateReply reply) {
    switch (reply) {
      case GateReply.Done(JsonObject envelope, var _) -> results.add(node, envelope);
      case GateReply.Failed(String code, String cause, String nextStep) ->
          results.add(node, code, cause, nextStep);
      case GateReply.AskPerson _, GateReply.NoSuchTool _ ->
          throw new IllegalStateException("A read of " + node + " asked for more");
    }
  }

  /** Counts the nodes that are through as progress, in place of what each would tell. */
  private static final class Told implements Channel {
    private final Channel channel;
    private final int all;
    private int through;

    Told(Channel channel, int all) {
      this.channel = channel;
      this.all = all;
    }

    synchronized void oneMore(String node) {
      through++;
      channel.progress(through, all, node);
    }

    @Override
    public boolean canAsk() {
      return false;
    }

    @Override
    public Answer answerTo(String approvalId) {
      return Answer.NOT_ASKED;
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public boolean cancelled() {
      return channel.cancelled();
    }
  }
}
