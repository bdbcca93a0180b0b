package dev.opensipsmcp.sip.homer;

import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.util.List;
import java.util.Map;

/**
 * What a Homer server keeps of calls.
 *
 * @param messages the SIP messages of the calls and of correlated legs, oldest first, each once
 * @param hosts the ends, {@code address:port}, in the order in which they appear
 * @param aliases the names of ends that have one, by {@code address:port}
 * @param correlated the legs that were not asked for
 */
public record HomerCall(
    List<CapturedMessage> messages,
    List<String> hosts,
    Map<String, String> aliases,
    List<CorrelatedLeg> correlated) {
  public HomerCall {
    messages = List.copyOf(messages);
    hosts = List.copyOf(hosts);
    aliases = Map.copyOf(aliases);
    correlated = List.copyOf(correlated);
  }

  /**
   * A leg that belongs to the calls.
   *
   * @param callId its Call-ID
   * @param why what says so, one phrase
   * @param messages how many messages of it there are
   */
  public record CorrelatedLeg(String callId, String why, int messages) {}
}
