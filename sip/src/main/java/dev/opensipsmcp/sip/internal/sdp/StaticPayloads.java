package dev.opensipsmcp.sip.internal.sdp;

import dev.opensipsmcp.sip.sdp.Codec;

/** The payload numbers that mean the same everywhere (RFC 3551 section 6). */
final class StaticPayloads {
  private StaticPayloads() {}

  /** {@return what the number stands for; without a name where it stands for nothing by itself} */
  static Codec of(int payload) {
    return switch (payload) {
      case 0 -> audio(payload, "PCMU", 8_000);
      case 3 -> audio(payload, "GSM", 8_000);
      case 4 -> audio(payload, "G723", 8_000);
      case 5 -> audio(payload, "DVI4", 8_000);
      case 6 -> audio(payload, "DVI4", 16_000);
      case 7 -> audio(payload, "LPC", 8_000);
      case 8 -> audio(payload, "PCMA", 8_000);
      case 9 -> audio(payload, "G722", 8_000);
      case 10 -> new Codec(payload, "L16", 44_100, 2, "");
      case 11 -> audio(payload, "L16", 44_100);
      case 12 -> audio(payload, "QCELP", 8_000);
      case 13 -> audio(payload, "CN", 8_000);
      case 14 -> audio(payload, "MPA", 90_000);
      case 15 -> audio(payload, "G728", 8_000);
      case 16 -> audio(payload, "DVI4", 11_025);
      case 17 -> audio(payload, "DVI4", 22_050);
      case 18 -> audio(payload, "G729", 8_000);
      case 25 -> audio(payload, "CelB", 90_000);
      case 26 -> audio(payload, "JPEG", 90_000);
      case 28 -> audio(payload, "nv", 90_000);
      case 31 -> audio(payload, "H261", 90_000);
      case 32 -> audio(payload, "MPV", 90_000);
      case 33 -> audio(payload, "MP2T", 90_000);
      case 34 -> audio(payload, "H263", 90_000);
      default -> audio(payload, "", 0);
    };
  }

  private static Codec audio(int payload, String name, int clock) {
    return new Codec(payload, name, clock, 1, "");
  }
}
