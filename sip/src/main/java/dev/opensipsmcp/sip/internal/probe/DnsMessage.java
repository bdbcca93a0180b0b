package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.probe.DnsAnswer;
import dev.opensipsmcp.sip.probe.DnsRecord;
import dev.opensipsmcp.sip.probe.DnsType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions and answers as they are on the wire (RFC 1035 section 4). */
public final class DnsMessage {
  private static final int HEADER = 12;
  private static final int RECURSION_DESIRED = 0x0100;
  private static final int RESPONSE = 0x8000;
  private static final int TRUNCATED = 0x0200;
  private static final int INTERNET = 1;
  private static final int LONGEST_NAME = 253;
  private static final int MOST_JUMPS = 32;
  private static final int MOST_RECORDS = 100;

  private DnsMessage() {}

  /** What an answer is. */
  public sealed interface Read {
    /**
     * It answers the question.
     *
     * @param answer what it says
     */
    record Whole(DnsAnswer answer) implements Read {}

    /** It answers the question, but did not fit: it has to be asked over TCP. */
    record Cut() implements Read {}

    /** It answers another question, or is none. */
    record Foreign() implements Read {}
  }

  /**
   * {@return the question, if the name can be asked for}
   *
   * @param id 0 to 65535
   */
  public static Optional<byte[]> question(int id, String name, DnsType type) {
    ByteBuffer out = ByteBuffer.allocate(512);
    out.putShort((short) id).putShort((short) RECURSION_DESIRED).putShort((short) 1);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (bare.isEmpty() || bare.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    for (String label : bare.split("\\.", -1)) {
      byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
      if (bytes.length == 0 || bytes.length > 63 || bytes.length != label.length()) {
        return Optional.empty();
      }
      out.put((byte) bytes.length).put(bytes);
    }
    out.put((byte) 0).putShort((short) type.number()).putShort((short) INTERNET);
    byte[] question = new byte[out.position()];
    out.get(0, question);
    return Optional.of(question);
  }

  /**
   * {@return what an answer says to a question}
   *
   * @param bytes what came
   * @param question the question as it was sent
   */
  public static Read read(byte[] bytes, byte[] question) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      ByteBuffer asked = ByteBuffer.wrap(question);
      int id = in.getShort() & 0xffff;
      int flags = in.getShort() & 0xffff;
      int questions = in.getShort() & 0xffff;
      int answers = in.getShort() & 0xffff;
      in.position(HEADER);
      asked.position(HEADER);
      if (id != (asked.getShort(0) & 0xffff) || (flags & RESPONSE) == 0 || questions != 1) {
        return new Read.Foreign();
      }
      boolean same =
          name(in).equalsIgnoreCase(name(asked))
              && in.getShort() == asked.getShort()
              && in.getShort() == asked.getShort();
      if (!same) {
        return new Read.Foreign();
      }
      if ((flags & TRUNCATED) != 0) {
        return new Read.Cut();
      }
      return new Read.Whole(
          switch (flags & 0x0f) {
            case 0 -> records(in, answers);
            case 3 -> new DnsAnswer.Nothing(false);
            case 2 -> new DnsAnswer.Failed("The name server could not find out (SERVFAIL).");
            case 5 -> new DnsAnswer.Failed("The name server refuses to answer (REFUSED).");
            default -> new DnsAnswer.Failed("The name server answered code " + (flags & 0x0f));
          });
    } catch (BufferUnderflowException | IllegalArgumentException _) {
      return new Read.Foreign();
    }
  }

  private static DnsAnswer records(ByteBuffer in, int count) {
    List<DnsRecord> records = new ArrayList<>();
    for (int at = 0; at < count && records.size() < MOST_RECORDS; at++) {
      String name = name(in);
      int type = in.getShort() & 0xffff;
      int family = in.getShort() & 0xffff;
      // The uppermost bit is no part of a time (RFC 2181 section 8).
      long ttl = Math.max(0, in.getInt());
      int length = in.getShort() & 0xffff;
      int end = in.position() + length;
      if (family == INTERNET) {
        DnsType.of(type).flatMap(it -> record(it, name, ttl, in, length)).ifPresent(records::add);
      }
      in.position(end);
    }
    return records.isEmpty() ? new DnsAnswer.Nothing(true) : new DnsAnswer.Records(records);
  }

  private static Optional<DnsRecord> record(
      DnsType type, String name, long ttl, ByteBuffer in, int length) {
    return switch (type) {
      case A, AAAA -> {
        byte[] bytes = new byte[length];
        in.get(bytes);
        yield address(bytes).map(it -> new DnsRecord.Address(name, ttl, it));
      }
      case CNAME -> Optional.of(new DnsRecord.Alias(name, ttl, name(in)));
      case SRV ->
          Optional.of(
              new DnsRecord.Service(name, ttl, number(in), number(in), number(in), name(in)));
      case NAPTR ->
          Optional.of(
              new DnsRecord.Pointer(
                  name, ttl, number(in), number(in), text(in), text(in), text(in), name(in)));
    };
  }

  private static Optional<InetAddress> address(byte[] bytes) {
    try {
      return Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException _) {
      return Optional.empty();
    }
  }

  private static int number(ByteBuffer in) {
    return in.getShort() & 0xffff;
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.get() & 0xff];
    in.get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * A name may go on elsewhere in the message; jumps are counted, as they could lead in circles.
   */
  private static String name(ByteBuffer in) {
    StringBuilder name = new StringBuilder();
    int back = -1;
    for (int jumps = 0; ; ) {
      int length = in.get() & 0xff;
      if (length == 0) {
        break;
      }
      if ((length & 0xc0) == 0xc0) {
        int to = (length & 0x3f) << 8 | (in.get() & 0xff);
        back = back < 0 ? in.position() : back;
        if (++jumps > MOST_JUMPS) {
          throw new IllegalArgumentException("The name does not end");
        }
        in.position(to);
        continue;
      }
      byte[] label = new byte[length];
      in.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.ISO_8859_1));
      if (name.length() > 2 * LONGEST_NAME) {
        throw new IllegalArgumentException("The name is too long");
      }
    }
    if (back >= 0) {
      in.position(back);
    }
    return name.toString();
  }
}
