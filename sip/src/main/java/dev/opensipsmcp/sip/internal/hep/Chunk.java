package dev.opensipsmcp.sip.internal.hep;

/** The generic chunks of version 3, those of vendor 0. */
final class Chunk {
  static final int FAMILY = 1;
  static final int PROTOCOL = 2;
  static final int IPV4_SOURCE = 3;
  static final int IPV4_DESTINATION = 4;
  static final int IPV6_SOURCE = 5;
  static final int IPV6_DESTINATION = 6;
  static final int SOURCE_PORT = 7;
  static final int DESTINATION_PORT = 8;
  static final int SECONDS = 9;
  static final int MICROSECONDS = 10;
  static final int TYPE = 11;
  static final int AGENT = 12;
  static final int KEEP_ALIVE = 13;
  static final int PAYLOAD = 15;
  static final int COMPRESSED_PAYLOAD = 16;
  static final int CORRELATION = 17;
  static final int NODE = 19;

  /** Vendor, type and length of a chunk, 16 bits each. */
  static final int HEADER = 6;

  private Chunk() {}
}
