package dev.opensipsmcp.sip.trace;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which messages are wanted; all that is given must hold. A call is found when one of its messages
 * fits.
 *
 * @param window when they were seen
 * @param callId the Call-ID, exactly
 * @param fromUser the user part of From, exactly
 * @param toUser the user part of To or of the Request-URI, exactly
 * @param address the address of either end, in its shortest text form
 * @param method a request's method, or the method of CSeq in a response
 * @param code a response's status code, 100 to 699
 * @param limit how many calls at most, 1 or more
 */
public record CallSearch(
    TimeWindow window,
    Optional<String> callId,
    Optional<String> fromUser,
    Optional<String> toUser,
    Optional<String> address,
    Optional<String> method,
    OptionalInt code,
    int limit) {

  /** {@return a search for all calls of a window} */
  public static CallSearch of(TimeWindow window, int limit) {
    return new CallSearch(
        window,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        limit);
  }

  /** {@return the same for one Call-ID only} */
  public CallSearch withCallId(String id) {
    return new CallSearch(window, Optional.of(id), fromUser, toUser, address, method, code, limit);
  }
}
