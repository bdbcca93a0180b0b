package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The branches of a message. */
final class MessageBranches {
  private static final Set<String> FIELDS = Set.of("uri", "duri", "q", "path", "flags", "socket");

  private MessageBranches() {}

  /**
   * A URI with its q is appended like the request when told so. Without them the old function took
   * the request's branch over and emptied it, which only its successor of the same name does.
   */
  static Rewriter append() {
    return scene -> {
      for (Call call : scene.script().calls("append_branch")) {
        List<String> arguments = scene.script().rawArguments(call);
        if (arguments.size() == 2 && !arguments.contains("")) {
          scene.replace(
              call.span(),
              "append_msg_branch(%s, %s, \"inherite\")"
                  .formatted(arguments.get(0), arguments.get(1)));
        } else if (!call.parentheses()) {
          scene.replace(call.span(), "append_branch_old()");
        } else {
          scene.replace(call.function().span(), "append_branch_old");
        }
      }
    };
  }

  static Rewriter variables() {
    return scene -> {
      for (VariableUse use : scene.script().variables("branch.flag")) {
        SocketVariables.rename(scene, use, "branch.flag", "msg.branch.flag");
      }
      for (VariableUse use : scene.script().variables("branch")) {
        branch(scene, use);
      }
      for (VariableUse use : scene.script().variables("bf")) {
        scene.ask(
            use.span(),
            "Variable $bf still works, but is to go.",
            "Read and set $(msg.branch.flags[0]), or single flags by $msg.branch.flag(name).");
      }
    };
  }

  private static void branch(Scene scene, VariableUse use) {
    if (use.subname().isEmpty()) {
      SocketVariables.rename(scene, use, "branch", "msg.branch");
      return;
    }
    String field = use.subname().get();
    Optional<Integer> index = use.index().map(MessageBranches::number).orElse(Optional.of(0));
    if (!FIELDS.contains(field) || index.isEmpty()) {
      scene.ask(
          use.span(),
          "Variable $branch still works, but is to go.",
          "Read $msg.branch.uri and its like, where the request itself counts as number 0.");
      return;
    }
    // From the front the request shifts the numbers; from the back it does not.
    int shifted = index.get() < 0 ? index.get() : index.get() + 1;
    String now = "msg.branch." + field + "[" + shifted + "]";
    scene.replace(use.wrapped() ? use.named() : use.span(), use.wrapped() ? now : "$(" + now + ")");
  }

  private static Optional<Integer> number(String index) {
    return index.matches("-?\\d{1,4}") ? Optional.of(Integer.parseInt(index)) : Optional.empty();
  }
}
