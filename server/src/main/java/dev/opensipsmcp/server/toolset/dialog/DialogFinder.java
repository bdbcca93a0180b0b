package dev.opensipsmcp.server.toolset.dialog;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds dialogs among very many without reading them all.
 *
 * <p>MI finds a dialog by Call-ID but not by dialog ID, and of several dialogs with one Call-ID it
 * shows the first. A node lists dialogs by rising hash bucket, a dialog ID names its bucket, and
 * dialogs of one Call-ID share it; so the bucket is found by halving the list.
 */
final class DialogFinder {
  /** Positions to step back before a bucket, for dialogs that ended while it was looked for. */
  private static final int MARGIN = 50;

  private DialogFinder() {}

  /** {@return the dialog of that ID} */
  static MiResult<Optional<Dialog>> byId(ReadPorts ports, String id) {
    long bucket = Dialog.bucket(id);
    if (bucket < 0) {
      return new MiResult.Success<>(Optional.empty());
    }
    return switch (inBucket(ports, bucket, dialog -> dialog.id().equals(id))) {
      case MiResult.Success<List<Dialog>>(var found) when found.isEmpty() -> everywhere(ports, id);
      case MiResult.Success<List<Dialog>>(var found) ->
          new MiResult.Success<>(Optional.of(found.getFirst()));
      case MiResult.Failure<List<Dialog>>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  /** {@return every dialog of that Call-ID, the node's order} */
  static MiResult<List<Dialog>> byCallId(ReadPorts ports, String callid) {
    return switch (DialogReader.one(ports, "dlg_list", callid, "")) {
      case MiResult.Success<Optional<Dialog>>(var first) when first.isEmpty() ->
          new MiResult.Success<>(List.of());
      case MiResult.Success<Optional<Dialog>>(var first) -> siblings(ports, first.get());
      case MiResult.Failure<Optional<Dialog>>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  private static MiResult<List<Dialog>> siblings(ReadPorts ports, Dialog first) {
    long bucket = Dialog.bucket(first.id());
    Predicate<Dialog> same = dialog -> dialog.callid().equals(first.callid());
    return switch (inBucket(ports, bucket, same)) {
      case MiResult.Success<List<Dialog>>(var found) when found.isEmpty() ->
          new MiResult.Success<>(List.of(first));
      case MiResult.Success<List<Dialog>> found -> found;
      case MiResult.Failure<List<Dialog>> failure -> failure;
    };
  }

  private static MiResult<Optional<Dialog>> everywhere(ReadPorts ports, String id) {
    List<Dialog> found = new ArrayList<>(1);
    MiResult<Integer> parts =
        DialogReader.all(
            ports,
            0,
            dialog -> {
              if (dialog.id().equals(id)) {
                found.add(dialog);
              }
              return found.isEmpty();
            });
    return switch (parts) {
      case MiResult.Success<Integer> _ -> new MiResult.Success<>(found.stream().findFirst());
      case MiResult.Failure<Integer>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  private static MiResult<List<Dialog>> inBucket(
      ReadPorts ports, long bucket, Predicate<Dialog> wanted) {
    long[] from = {0};
    Optional<MiError> failed = lowerBound(ports, bucket, from);
    if (failed.isPresent()) {
      return new MiResult.Failure<>(failed.get());
    }
    List<Dialog> found = new ArrayList<>(1);
    MiResult<Integer> parts =
        DialogReader.all(
            ports,
            Math.max(0, from[0] - MARGIN),
            dialog -> {
              if (wanted.test(dialog)) {
                found.add(dialog);
              }
              return Dialog.bucket(dialog.id()) <= bucket;
            });
    return switch (parts) {
      case MiResult.Success<Integer> _ -> new MiResult.Success<>(List.copyOf(found));
      case MiResult.Failure<Integer>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  /** Finds the position of the first dialog whose bucket is not below the wanted one. */
  private static Optional<MiError> lowerBound(ReadPorts ports, long bucket, long[] position) {
    long low = 0;
    long high = Long.MAX_VALUE;
    long probe = 0;
    while (low < high) {
      long[] there = {Long.MAX_VALUE};
      switch (DialogReader.part(ports, probe, 1, dialog -> note(there, dialog))) {
        case MiResult.Failure<DialogReader.Part>(MiError error) -> {
          return Optional.of(error);
        }
        case MiResult.Success<DialogReader.Part>(DialogReader.Part part) ->
            high = Math.min(high, part.total());
      }
      if (high <= DialogReader.PART) {
        break;
      }
      if (there[0] < bucket) {
        low = probe + 1;
      } else {
        high = Math.min(high, probe);
      }
      probe = low + (high - low) / 2;
    }
    position[0] = low;
    return Optional.empty();
  }

  private static boolean note(long[] bucket, Dialog dialog) {
    bucket[0] = Dialog.bucket(dialog.id());
    return true;
  }
}
