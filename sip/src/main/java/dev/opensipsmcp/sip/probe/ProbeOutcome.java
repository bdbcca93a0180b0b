package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.message.SipMessage;
import java.util.List;

/** What came of one request. */
public sealed interface ProbeOutcome {
  /** {@return how often the request was sent; more than once over UDP only} */
  int sent();

  /** {@return the status codes of provisional answers, at most 32} */
  List<Integer> provisional();

  /** {@return what else came} */
  Strays strays();

  /**
   * A final answer came.
   *
   * @param response the answer, not to be trusted
   * @param code its status code, 200 to 699
   * @param milliseconds from the first sending to the answer
   */
  record Answered(
      SipMessage response,
      int code,
      double milliseconds,
      int sent,
      List<Integer> provisional,
      Strays strays)
      implements ProbeOutcome {
    public Answered {
      provisional = List.copyOf(provisional);
    }
  }

  /**
   * None came.
   *
   * @param failure why
   */
  record Failed(ProbeFailure failure, int sent, List<Integer> provisional, Strays strays)
      implements ProbeOutcome {
    public Failed {
      provisional = List.copyOf(provisional);
    }

    /** A failure before anything was sent. */
    public Failed(ProbeFailure failure) {
      this(failure, 0, List.of(), Strays.NONE);
    }
  }
}
