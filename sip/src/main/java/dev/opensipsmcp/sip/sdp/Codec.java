package dev.opensipsmcp.sip.sdp;

/**
 * A format that a media line offers.
 *
 * @param payload the RTP payload number, 0 to 127; -1 for a format that is none
 * @param name the encoding's name as written, or the format where nothing names it
 * @param clock its clock rate in Hz; 0 when not known
 * @param channels how many channels; 1 when not said
 * @param parameters what {@code fmtp} says; empty when it says nothing
 */
public record Codec(int payload, String name, int clock, int channels, String parameters) {

  /** {@return whether two are the same encoding, whatever their numbers} */
  public boolean same(Codec other) {
    return name.equalsIgnoreCase(other.name) && clock == other.clock && channels == other.channels;
  }

  /** {@return whether it carries something beside the media: events, comfort noise, redundancy} */
  public boolean auxiliary() {
    return name.equalsIgnoreCase("telephone-event")
        || name.equalsIgnoreCase("CN")
        || name.equalsIgnoreCase("red")
        || name.equalsIgnoreCase("ulpfec")
        || name.equalsIgnoreCase("rtx");
  }

  /** {@return name, clock rate and channels as {@code rtpmap} writes them} */
  public String words() {
    return clock == 0 ? name : name + '/' + clock + (channels > 1 ? "/" + channels : "");
  }
}
