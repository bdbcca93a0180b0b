package dev.opensipsmcp.lab.internal.state;

import dev.opensipsmcp.lab.internal.rpc.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The calls, the seeded ones first. One command at a time touches them. */
public final class Dialogs {
  private final List<Dialog> seeded;
  private final Generated generated;
  private final ZoneId zone;

  /**
   * The calls at the start.
   *
   * @param seeded in the order in which they are listed
   * @param generated how many more are generated
   * @param now the node's time, in seconds since 1970
   * @param zone the node's time zone
   */
  public Dialogs(List<Dialog> seeded, int generated, long now, ZoneId zone) {
    this.seeded = new ArrayList<>(seeded);
    this.generated = new Generated(generated, now, zone);
    this.zone = zone;
  }

  /** {@return how many there are, in any state} */
  public int size() {
    return seeded.size() + generated.size();
  }

  /** {@return how many were answered and go on} */
  public int active() {
    return count(Dialog::active) + generated.size();
  }

  /** {@return how many ring} */
  public int early() {
    return count(Dialog::early);
  }

  private int count(Predicate<Dialog> which) {
    return (int) seeded.stream().filter(which).count();
  }

  /**
   * {@return a dialog that did not end yet}
   *
   * @param callid its Call-ID
   */
  public Optional<Dialog> byCallid(String callid) {
    return find(callid, dialog -> dialog.callid().equals(callid));
  }

  /**
   * {@return a dialog that did not end yet}
   *
   * @param name its ID or its Call-ID
   */
  public Optional<Dialog> byIdOrCallid(String name) {
    return find(name, dialog -> dialog.id().equals(name) || dialog.callid().equals(name));
  }

  /**
   * Adds a dialog, unless it is there.
   *
   * @param dialog listed behind the other seeded ones
   */
  public void add(Dialog dialog) {
    if (byCallid(dialog.callid()).isEmpty()) {
      seeded.add(dialog);
    }
  }

  /**
   * {@return a seeded dialog}
   *
   * @param place its place in the list, from 0
   */
  public Optional<Dialog> seeded(int place) {
    return place >= 0 && place < seeded.size() ? Optional.of(seeded.get(place)) : Optional.empty();
  }

  /** {@return the dialogs that are not generated, in the order in which they are listed} */
  public List<Dialog> seeded() {
    return List.copyOf(seeded);
  }

  private Optional<Dialog> find(String name, Predicate<Dialog> which) {
    for (Dialog dialog : seeded) {
      if (which.test(dialog) && !dialog.deleted()) {
        return Optional.of(dialog);
      }
    }
    return generated.find(name).map(generated::get).filter(which);
  }

  /**
   * Ends a dialog.
   *
   * @param dialog one of these
   */
  public void end(Dialog dialog) {
    if (!seeded.removeIf(other -> other.id().equals(dialog.id()))) {
      generated.find(dialog.id()).ifPresent(generated::remove);
    }
  }

  /**
   * Sets a dialog's variable.
   *
   * @param dialog one of these
   * @param name the variable
   * @param value its value
   */
  public void push(Dialog dialog, String name, String value) {
    push(dialog, new Dialog.Entry(name, value));
  }

  /**
   * Sets a dialog's variable.
   *
   * @param dialog one of these
   * @param entry the variable with its value
   */
  public void push(Dialog dialog, Dialog.Entry entry) {
    seeded.replaceAll(other -> other.id().equals(dialog.id()) ? other.with(entry) : other);
    generated
        .find(dialog.id())
        .ifPresent(number -> {
          generated.remove(number);
          seeded.add(dialog.with(entry));
        });
  }

  /**
   * {@return the seeded dialogs of a profile} Generated ones are in {@code inbound} only, and are
   * counted with {@link #generatedIn}.
   *
   * @param profile the profile's name
   * @param value the value; any when empty
   */
  public List<Dialog> in(String profile, Optional<String> value) {
    return seeded.stream().filter(dialog -> dialog.in(profile, value)).toList();
  }

  /**
   * {@return how many generated dialogs are in a profile}
   *
   * @param profile the profile's name
   */
  public int generatedIn(String profile) {
    return profile.equals("inbound") ? generated.size() : 0;
  }

  /**
   * {@return a list as JSON, written as it is read}
   *
   * @param after how many are left out at the beginning
   * @param most how many there may be
   * @param context whether variables and profiles are printed
   * @param counted whether the number of all dialogs comes first
   */
  public Payload list(int after, int most, boolean context, boolean counted) {
    List<byte[]> head = new ArrayList<>();
    for (int i = after; i < seeded.size() && head.size() < most; i++) {
      head.add(
          DialogJson.of(seeded.get(i), zone, context).toString().getBytes(StandardCharsets.UTF_8));
    }
    Generated.Page rest =
        generated.page(Math.max(0, after - seeded.size()), most - head.size(), context);
    String begin = counted ? "{\"count\":" + size() + ",\"Dialogs\":[" : "{\"Dialogs\":[";
    return new Listing(begin.getBytes(StandardCharsets.US_ASCII), head, rest);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, only written
  private record Listing(byte[] begin, List<byte[]> head, Generated.Page rest) implements Payload {
    private static final byte[] END = {']', '}'};

    @Override
    public long length() {
      long bytes = begin.length + END.length + rest.length();
      for (byte[] one : head) {
        bytes += one.length;
      }
      return bytes + Math.max(0, head.size() + rest.size() - 1);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(begin);
      boolean first = true;
      for (byte[] one : head) {
        separate(out, first);
        out.write(one);
        first = false;
      }
      int number = rest.next(rest.first());
      for (int i = 0; i < rest.size(); i++) {
        separate(out, first);
        out.write(rest.json(number));
        number = rest.next(number + 1);
        first = false;
      }
      out.write(END);
    }

    private static void separate(OutputStream out, boolean first) throws IOException {
      if (!first) {
        out.write(',');
      }
    }
  }
}
