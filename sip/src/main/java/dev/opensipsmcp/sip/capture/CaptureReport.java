package dev.opensipsmcp.sip.capture;

import dev.opensipsmcp.sip.trace.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a file was found to be.
 *
 * @param format {@code pcap} or {@code pcapng}
 * @param compressed whether it was compressed by gzip
 * @param linkTypes the link types of its packets, by name
 * @param bytes how many bytes were read, after decompression
 * @param packets how many packets were seen
 * @param messages how many SIP messages were seen, by transport; transports without any are left
 *     out
 * @param first the time of the earliest packet, if there was one
 * @param last the time of the latest packet
 * @param traffic what the packets were
 * @param damage the first places where the file is damaged, at most {@link #MOST_DAMAGE}
 * @param damages how many such places there are
 * @param skipped how many bytes of the file could not be used
 * @param ended why the reading ended
 */
public record CaptureReport(
    String format,
    boolean compressed,
    List<String> linkTypes,
    long bytes,
    long packets,
    Map<Transport, Long> messages,
    Optional<Instant> first,
    Optional<Instant> last,
    Traffic traffic,
    List<Damage> damage,
    long damages,
    long skipped,
    Ended ended) {
  /** How many places of damage are told. */
  public static final int MOST_DAMAGE = 50;

  public CaptureReport {
    linkTypes = List.copyOf(linkTypes);
    messages = Map.copyOf(messages);
    damage = List.copyOf(damage);
  }

  /** Why reading ended. */
  public enum Ended {
    /** The file ends here. */
    WHOLE,
    /** The bound of bytes was met. */
    BYTES,
    /** The bound of packets was met. */
    PACKETS,
    /** The bound of time was met. */
    TIME,
    /** The caller withdrew. */
    CANCELLED
  }

  /**
   * What packets were, and what could not be read of them.
   *
   * @param udp UDP datagrams, put together again
   * @param tcp TCP segments
   * @param other packets that are neither, or are broken
   * @param fragments fragments of IP datagrams
   * @param incomplete datagrams of which a fragment is missing
   * @param cut packets of which the capture kept a part only
   * @param connections directions of TCP connections that were followed
   * @param encrypted directions of TCP connections that carry TLS, which can't be read
   * @param lost bytes of TCP connections that the capture does not have
   * @param unreadable packets of link types that can't be read
   */
  public record Traffic(
      long udp,
      long tcp,
      long other,
      long fragments,
      long incomplete,
      long cut,
      long connections,
      long encrypted,
      long lost,
      long unreadable) {}

  /** {@return how many SIP messages were seen} */
  public long messageCount() {
    return messages.values().stream().mapToLong(Long::longValue).sum();
  }

  /** {@return what a reader of results made of this file should know; whole sentences} */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    switch (ended) {
      case WHOLE -> {}
      case BYTES, PACKETS, TIME ->
          notes.add(
              "Reading ended at byte "
                  + bytes
                  + " by the bound of "
                  + ended.name().toLowerCase(Locale.ROOT)
                  + "; what comes after it was not seen.");
      case CANCELLED -> notes.add("Reading was withdrawn at byte " + bytes + ".");
    }
    if (damages > 0) {
      Damage worst = damage.getFirst();
      notes.add(
          "The file is damaged in "
              + damages
              + (damages == 1 ? " place, " : " places, ")
              + skipped
              + " bytes were skipped; first at byte "
              + worst.offset()
              + ": "
              + worst.what());
    }
    note(notes, traffic.lost(), " bytes of TCP connections are missing in the capture.");
    note(notes, traffic.incomplete(), " fragmented datagrams are not complete in the capture.");
    note(notes, traffic.cut(), " packets were cut by the capture's snap length.");
    note(notes, traffic.encrypted(), " directions of TLS connections can't be read.");
    note(notes, traffic.unreadable(), " packets have a link type that can't be read.");
    return notes;
  }

  private static void note(List<String> notes, long count, String text) {
    if (count > 0) {
      notes.add(count + text);
    }
  }
}
