package dev.opensipsmcp.mi.internal.client;

import com.google.gson.stream.MalformedJsonException;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Turns what failed into an error for the caller, and tells whether sending again is safe. */
final class Faults {
  private static final String STILL_BUSY =
      "The node may be busy with another command, since asynchronous and large ones hold all"
          + " others; ask again, or allow more time.";

  private Faults() {}

  static <T> Attempt<T> of(Call call, Exception failed, Duration waited, boolean readerStarted) {
    ChannelException fault = classified(failed);
    MiResult<T> result = new MiResult.Failure<>(error(call, fault, waited));
    if (Thread.currentThread().isInterrupted()) {
      // The caller withdrew, which broke the connection: nothing is known about the node.
      return new Attempt<>(result, false, Sign.NONE);
    }
    boolean again =
        fault.reach() == Reach.REFUSED
            || (fault.reach() == Reach.BROKEN && !call.write() && !readerStarted);
    return new Attempt<>(result, again, sign(fault, failed));
  }

  private static Sign sign(ChannelException fault, Exception failed) {
    // Malformed JSON came from somebody, even where the answer breaks off with it.
    return switch (fault.reach()) {
      case REFUSED, NOT_SENT, SILENT -> Sign.FAILED;
      case BROKEN -> failed instanceof MalformedJsonException ? Sign.ANSWERED : Sign.FAILED;
      case UNSURE, FOREIGN -> Sign.ANSWERED;
    };
  }

  private static ChannelException classified(Exception failed) {
    return switch (failed) {
      case ChannelException known -> known;
      case SocketTimeoutException late ->
          new ChannelException(Reach.SILENT, "The node fell silent within its answer", "");
      case EOFException cut ->
          new ChannelException(Reach.BROKEN, "The answer broke off before its end", "");
      case IOException broken ->
          new ChannelException(Reach.BROKEN, "The answer can't be read: " + firstLine(broken), "");
      default ->
          new ChannelException(
              Reach.UNSURE,
              "The answer has another shape than expected: " + firstLine(failed),
              "Check the node's version; this command may answer differently there.");
    };
  }

  private static String firstLine(Exception failed) {
    String text = String.valueOf(failed.getMessage());
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static MiError error(Call call, ChannelException fault, Duration waited) {
    return switch (fault.reach()) {
      case REFUSED, NOT_SENT -> new MiError.Unreachable(fault.reason(), fault.nextStep());
      case SILENT, BROKEN -> unknown(call, fault, waited);
      case UNSURE ->
          call.write()
              ? unknown(call, fault, waited)
              : new MiError.NotMi(fault.reason(), fault.nextStep());
      case FOREIGN -> new MiError.NotMi(fault.reason(), fault.nextStep());
    };
  }

  private static MiError unknown(Call call, ChannelException fault, Duration waited) {
    String advice = call.write() ? findOut(call) : askAgain(fault);
    String more = fault.nextStep().isEmpty() ? "" : ' ' + fault.nextStep();
    String cause = call.target().name() + ": " + fault.reason();
    return new MiError.OutcomeUnknown(
        call.target().name(), waited, call.write(), cause, advice + more);
  }

  private static String findOut(Call call) {
    String held = call.target().async() ? " It waits for a SIP peer, which can take long." : "";
    return call.findsOut()
            .map(read -> "It may have run: look with " + read + " before sending it again.")
            .orElse("It may have run: read what it changes before sending it again.")
        + held;
  }

  private static String askAgain(ChannelException fault) {
    return fault.reach() == Reach.SILENT
        ? STILL_BUSY
        : "Ask again; if it stays so, look at the node's log: it may have ended.";
  }
}
