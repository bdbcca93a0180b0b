package dev.opensipsmcp.sip.hep;

/** What bytes that should be a HEP packet turned out to be. */
public sealed interface HepRead {
  /**
   * A packet.
   *
   * @param packet it
   */
  record Packet(HepPacket packet) implements HepRead {}

  /** A sign of life without a payload. */
  record KeepAlive() implements HepRead {}

  /**
   * No packet.
   *
   * @param reason one sentence
   */
  record Damaged(String reason) implements HepRead {}
}
