package dev.opensipsmcp.sip.hep;

/**
 * What a HEP packet carries (chunk 11).
 *
 * @param number 0 to 255
 */
public record PayloadType(int number) {
  public static final PayloadType SIP = new PayloadType(1);
  public static final PayloadType SDP = new PayloadType(4);
  public static final PayloadType RTCP = new PayloadType(5);

  /** Lines of a log. */
  public static final PayloadType LOG = new PayloadType(100);

  /** {@return what people call it} */
  @Override
  public String toString() {
    return switch (number) {
      case 1 -> "SIP";
      case 4 -> "SDP";
      case 5 -> "RTCP";
      case 34 -> "RTP report";
      case 35 -> "RTCP-XR";
      case 53 -> "DNS";
      case 0x57 -> "MI";
      case 0x58 -> "REST";
      case 0x59 -> "network";
      case 0x60 -> "control";
      case 100 -> "log";
      default -> "type " + number;
    };
  }
}
