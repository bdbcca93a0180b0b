package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.internal.probe.OldHello;
import dev.opensipsmcp.sip.internal.probe.ShownChain;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Finds out which versions of TLS a port takes, with one connection for each. */
public final class TlsOffer {
  private TlsOffer() {}

  /** A version. */
  public enum Version {
    TLS_1_0("TLSv1.0", 1),
    TLS_1_1("TLSv1.1", 2),
    TLS_1_2("TLSv1.2", 3),
    TLS_1_3("TLSv1.3", 4);

    private final String word;
    private final int minor;

    Version(String word, int minor) {
      this.word = word;
      this.minor = minor;
    }

    /** {@return how it is called} */
    public String word() {
      return word;
    }

    /** {@return its second number on the wire} */
    public int minor() {
      return minor;
    }

    /** {@return whether it should not be offered any more (RFC 8996)} */
    public boolean old() {
      return this == TLS_1_0 || this == TLS_1_1;
    }
  }

  /** What a port makes of a version. */
  public enum Taken {
    YES,
    NO,
    /** What answered speaks no TLS, or nothing. */
    UNKNOWN,
    /** Nobody listens. */
    CLOSED
  }

  /**
   * {@return what the port makes of each version}
   *
   * @param target where; its transport does not count
   * @param timeout how long each may take
   */
  public static Map<Version, Taken> of(ProbeTarget target, Duration timeout) {
    Map<Version, Taken> all = new EnumMap<>(Version.class);
    for (Version version : Version.values()) {
      all.put(version, taken(target, version, timeout));
    }
    return all;
  }

  private static Taken taken(ProbeTarget target, Version version, Duration timeout) {
    try (Socket plain = new Socket()) {
      Thread guard = Thread.ofVirtual().start(() -> endLate(plain, timeout));
      try {
        plain.connect(
            new InetSocketAddress(target.address().inet(), target.port()),
            (int) timeout.toMillis());
        return version == Version.TLS_1_3 ? newest(plain, target) : older(plain, version);
      } finally {
        guard.interrupt();
      }
    } catch (ConnectException _) {
      return Taken.CLOSED;
    } catch (IOException _) {
      return Taken.UNKNOWN;
    }
  }

  private static Taken newest(Socket plain, ProbeTarget target) throws IOException {
    SSLSocket socket = TlsHandshake.over(plain, target.port(), target.name(), new ShownChain());
    socket.setEnabledProtocols(new String[] {"TLSv1.3"});
    try {
      socket.startHandshake();
      return Taken.YES;
    } catch (SSLException e) {
      boolean told = String.valueOf(e.getMessage()).contains("alert");
      return told ? Taken.NO : Taken.UNKNOWN;
    }
  }

  /** Java does not speak what is too old, so only the first message is sent, by hand. */
  private static Taken older(Socket plain, Version version) throws IOException {
    plain.getOutputStream().write(OldHello.of(version.minor()));
    int minor = OldHello.answer(plain.getInputStream());
    if (minor == OldHello.NO_TLS) {
      return Taken.UNKNOWN;
    }
    return minor == version.minor() ? Taken.YES : Taken.NO;
  }

  private static void endLate(Socket plain, Duration timeout) {
    try {
      Thread.sleep(timeout);
      plain.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // It came to its end.
    } catch (IOException _) {
      // It is closed all the same.
    }
  }
}
