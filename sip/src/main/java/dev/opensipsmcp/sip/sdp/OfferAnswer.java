package dev.opensipsmcp.sip.sdp;

import dev.opensipsmcp.sip.internal.sdp.Comparison;

/** Holds an answer against its offer (RFC 3264). */
public final class OfferAnswer {
  private OfferAnswer() {}

  /**
   * {@return what they come to}
   *
   * @param offer what was proposed
   * @param answer what came back
   */
  public static Agreement compare(Session offer, Session answer) {
    return new Comparison(offer, answer).run();
  }
}
