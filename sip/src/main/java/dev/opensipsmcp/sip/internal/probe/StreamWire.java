package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.net.IpAddress;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.TlsHandshake;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A connection: TCP, with TLS or a WebSocket in it. It is made by the thread that then reads, so
 * that whoever waits can give up at any time; closing ends that thread wherever it is.
 */
final class StreamWire implements Wire {
  private final Socket plain = new Socket();
  private final ProbeTarget target;
  private final Inbox inbox;
  private volatile boolean closed;
  private volatile Socket socket = plain;
  private volatile Optional<Tls> tls = Optional.empty();
  private volatile Optional<WebSocket> frames = Optional.empty();

  private StreamWire(ProbeTarget target, Inbox inbox) {
    this.target = target;
    this.inbox = inbox;
  }

  static Wire open(ProbeTarget target, Duration timeout, Inbox inbox) {
    StreamWire wire = new StreamWire(target, inbox);
    Thread.ofVirtual().start(() -> wire.run((int) timeout.toMillis()));
    return wire;
  }

  private void run(int milliseconds) {
    try {
      plain.connect(new InetSocketAddress(target.address().inet(), target.port()), milliseconds);
      plain.setTcpNoDelay(true);
      if (target.transport().secure()) {
        shake();
      }
      InputStream in = new BufferedInputStream(socket.getInputStream());
      if (target.transport().webSocket()) {
        WebSocket made = new WebSocket(in, socket.getOutputStream());
        made.upgrade(target);
        frames = Optional.of(made);
      }
      inbox.happened(new Event.Ready());
      while (true) {
        inbox.came(frames.isPresent() ? frames.get().next() : SipFraming.next(in));
      }
    } catch (EOFException _) {
      broken(new IOException("closed by the other end"));
    } catch (IOException e) {
      broken(e);
    } finally {
      close();
    }
  }

  private void broken(IOException error) {
    // A socket that could not connect is closed as well, though not by us.
    if (!closed) {
      inbox.happened(new Event.Broken(Failures.of(error, target)));
    }
  }

  private void shake() throws IOException {
    ShownChain shown = new ShownChain();
    SSLSocket secure = TlsHandshake.over(plain, target.port(), target.name(), shown);
    socket = secure;
    secure.startHandshake();
    SSLSession session = secure.getSession();
    tls = Optional.of(new Tls(session.getProtocol(), session.getCipherSuite(), shown.chain()));
  }

  @Override
  public String local() {
    return ProbeTarget.place(new IpAddress(plain.getLocalAddress()), plain.getLocalPort());
  }

  @Override
  public Optional<Tls> tls() {
    return tls;
  }

  @Override
  public void send(byte[] message) throws IOException {
    if (frames.isPresent()) {
      frames.get().send(message);
    } else {
      socket.getOutputStream().write(message);
      socket.getOutputStream().flush();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      plain.close();
    } catch (IOException _) {
      // It is closed all the same.
    }
  }
}
