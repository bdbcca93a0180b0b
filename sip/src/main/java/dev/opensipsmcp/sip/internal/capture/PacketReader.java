package dev.opensipsmcp.sip.internal.capture;

/**
 * Finds the IP datagram in a frame and the UDP datagram or TCP segment in that, and hands them on.
 * A frame may hold anything: every length is held against what is there.
 */
final class PacketReader {
  private static final int TYPE_IPV4 = 0x0800;
  private static final int TYPE_IPV6 = 0x86dd;
  private static final int TYPE_PPPOE = 0x8864;
  private static final int PPP_IPV4 = 0x0021;
  private static final int PPP_IPV6 = 0x0057;
  private static final int UDP = 17;
  private static final int TCP = 6;
  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int FRAGMENT_OFFSET = 0x1fff;
  private static final int V4_HEADER = 20;
  private static final int V6_HEADER = 40;

  private final Counts counts;
  private final Fragments fragments;
  private final TcpStreams streams;
  private final Datagrams datagrams;
  private final IpEnds ends = new IpEnds();

  PacketReader(Counts counts, Datagrams datagrams, TcpStreams streams) {
    this.counts = counts;
    this.fragments = new Fragments(counts);
    this.streams = streams;
    this.datagrams = datagrams;
  }

  /** Reads a frame. */
  void frame(byte[] bytes, Frame frame) {
    int at = frame.at;
    int end = at + frame.length;
    if (frame.original > frame.length) {
      counts.cut++;
    }
    switch (frame.linkType) {
      case LinkTypes.ETHERNET -> typed(bytes, at + 12, at + 14, end, frame.time);
      case LinkTypes.COOKED -> typed(bytes, at + 14, at + 16, end, frame.time);
      case LinkTypes.COOKED_2 -> typed(bytes, at, at + 20, end, frame.time);
      case LinkTypes.NULL, LinkTypes.LOOP -> ip(bytes, at + 4, end, frame.time);
      case LinkTypes.RAW, LinkTypes.RAW_OLD, LinkTypes.RAW_BSD, LinkTypes.IPV4, LinkTypes.IPV6 ->
          ip(bytes, at, end, frame.time);
      default -> counts.unreadable++;
    }
  }

  /** What follows is told by a type; VLAN tags, one in another, and PPPoE are passed. */
  private void typed(byte[] bytes, int typeAt, int dataAt, int end, long time) {
    int type = dataAt <= end ? Big.u16(bytes, typeAt) : 0;
    int data = dataAt;
    while (type == 0x8100 || type == 0x88a8 || type == 0x9100 || type == 0x9200) {
      type = data + 4 <= end ? Big.u16(bytes, data + 2) : 0;
      data += 4;
    }
    if (type == TYPE_PPPOE && data + 8 <= end) {
      int protocol = Big.u16(bytes, data + 6);
      type = protocol == PPP_IPV4 || protocol == PPP_IPV6 ? TYPE_IPV4 : 0;
      data += 8;
    }
    if (type == TYPE_IPV4 || type == TYPE_IPV6) {
      ip(bytes, data, end, time);
    } else {
      counts.other++;
    }
  }

  private void ip(byte[] bytes, int at, int end, long time) {
    int version = at < end ? bytes[at] >> 4 & 15 : 0;
    if (version == 4 && at + V4_HEADER <= end) {
      v4(bytes, at, end, time);
    } else if (version == 6 && at + V6_HEADER <= end) {
      v6(bytes, at, end, time);
    } else {
      counts.other++;
    }
  }

  private void v4(byte[] bytes, int at, int end, long time) {
    int header = (bytes[at] & 15) << 2;
    int total = Big.u16(bytes, at + 2);
    // A card that cuts segments itself leaves the length 0 where it was captured before.
    int stop = total == 0 ? end : Math.min(end, at + total);
    if (header < V4_HEADER || at + header > stop) {
      counts.other++;
      return;
    }
    ends.set(bytes, at + 12, at + 16, 4);
    int flags = Big.u16(bytes, at + 6);
    int protocol = Big.u8(bytes, at + 9);
    if ((flags & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) == 0) {
      transport(protocol, bytes, at + header, stop, time);
      return;
    }
    fragment(
        Big.u16(bytes, at + 4),
        protocol,
        (flags & FRAGMENT_OFFSET) << 3,
        (flags & MORE_FRAGMENTS) != 0,
        bytes,
        at + header,
        stop,
        time);
  }

  private void v6(byte[] bytes, int at, int end, long time) {
    int length = Big.u16(bytes, at + 4);
    int stop = length == 0 ? end : Math.min(end, at + V6_HEADER + length);
    ends.set(bytes, at + 8, at + 24, 16);
    int next = Big.u8(bytes, at + 6);
    int data = at + V6_HEADER;
    while (data + 8 <= stop) {
      switch (next) {
        case 0, 43, 60, 135, 139, 140 -> {
          next = Big.u8(bytes, data);
          data += (Big.u8(bytes, data + 1) + 1) << 3;
        }
        case 51 -> {
          next = Big.u8(bytes, data);
          data += (Big.u8(bytes, data + 1) + 2) << 2;
        }
        case 44 -> {
          int field = Big.u16(bytes, data + 2);
          int inner = Big.u8(bytes, data);
          if ((field & ~6) != 0) {
            boolean more = (field & 1) != 0;
            int id = Big.i32(bytes, data + 4);
            fragment(id, inner, field & ~7, more, bytes, data + 8, stop, time);
            return;
          }
          next = inner;
          data += 8;
        }
        default -> {
          transport(next, bytes, data, stop, time);
          return;
        }
      }
    }
    counts.other++;
  }

  private void fragment(
      int id, int protocol, int offset, boolean more, byte[] bytes, int from, int to, long time) {
    counts.fragments++;
    if (protocol != UDP && protocol != TCP) {
      counts.other++;
      return;
    }
    Fragments.Datagram whole = fragments.add(ends, id, protocol, offset, more, bytes, from, to);
    if (whole.isWhole()) {
      ends.set(whole.ends().bytes, 0, whole.ends().length, whole.ends().length);
      transport(protocol, whole.bytes(), 0, whole.length(), time);
    }
  }

  private void transport(int protocol, byte[] bytes, int at, int end, long time) {
    if (protocol == UDP && at + 8 <= end) {
      counts.udp++;
      int length = Big.u16(bytes, at + 4);
      int stop = length < 8 ? end : Math.min(end, at + length);
      datagrams.datagram(
          ends, Big.u16(bytes, at), Big.u16(bytes, at + 2), bytes, at + 8, stop, time);
    } else if (protocol == TCP && at + 20 <= end) {
      counts.tcp++;
      streams.segment(ends, bytes, at, end, time);
    } else {
      counts.other++;
    }
  }

  /** Says what is still unfinished at the file's end. */
  void end() {
    fragments.end();
    streams.end();
  }
}
