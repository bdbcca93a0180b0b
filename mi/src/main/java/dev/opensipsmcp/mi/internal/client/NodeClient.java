package dev.opensipsmcp.mi.internal.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.mi.internal.channel.Channel;
import dev.opensipsmcp.mi.internal.check.Arguments;
import dev.opensipsmcp.mi.internal.check.Meaning;
import dev.opensipsmcp.mi.internal.check.Target;
import dev.opensipsmcp.mi.internal.datagram.UdpChannel;
import dev.opensipsmcp.mi.internal.datagram.UnixChannel;
import dev.opensipsmcp.mi.internal.fifo.FifoChannel;
import dev.opensipsmcp.mi.internal.http.HttpChannel;
import dev.opensipsmcp.mi.internal.wire.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A client of one node over any channel. */
public final class NodeClient implements MiClient {
  /** An asynchronous command waits for a SIP peer: its answer may take that much longer. */
  private static final int ASYNC_PATIENCE = 3;

  private static final int QUEUE_PATIENCE = 3;

  private final MiEndpoint endpoint;
  private final Channel channel;
  private final MiSettings settings;
  private final CircuitBreaker breaker;
  private final Exchange exchange;
  private final Discovery discovery;
  private final AtomicInteger ids = new AtomicInteger();
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Session session;
  private volatile boolean closed;

  private NodeClient(
      MiEndpoint endpoint, Channel channel, MiSettings settings, LongSupplier nanos) {
    this.endpoint = endpoint;
    this.channel = channel;
    this.settings = settings;
    Duration patience = settings.readTimeout().multipliedBy(QUEUE_PATIENCE);
    this.breaker = new CircuitBreaker(channel.address(), settings.rest(), nanos);
    this.exchange = new Exchange(channel, new Turns(settings.queueLimit(), patience), breaker);
    this.discovery = new Discovery(this::ask, settings.version());
  }

  /**
   * Makes a client; nothing is sent yet.
   *
   * @param endpoint the node
   * @param settings its limits
   * @return the client
   */
  public static MiClient of(MiEndpoint endpoint, MiSettings settings) {
    return of(endpoint, settings, System::nanoTime);
  }

  /** Makes a client whose rests are counted by a clock of the caller's, in nanoseconds. */
  static MiClient of(MiEndpoint endpoint, MiSettings settings, LongSupplier nanos) {
    Channel channel =
        switch (endpoint) {
          case MiEndpoint.Http http -> new HttpChannel(http, settings);
          case MiEndpoint.Udp udp -> new UdpChannel(udp);
          case MiEndpoint.UnixDatagram unix -> new UnixChannel(unix, settings.connectTimeout());
          case MiEndpoint.Fifo fifo -> new FifoChannel(fifo, settings.connectTimeout());
        };
    return new NodeClient(endpoint, channel, settings, nanos);
  }

  @Override
  public MiResult<MiNode> node() {
    return switch (session()) {
      case MiResult.Failure<Session> failure -> new MiResult.Failure<>(failure.error());
      case MiResult.Success<Session> success -> new MiResult.Success<>(success.value().node());
    };
  }

  @Override
  public void forget() {
    session = null;
  }

  @Override
  public Optional<MiEndpoint> endpoint() {
    return Optional.of(endpoint);
  }

  @Override
  public MiHealth health() {
    return breaker.health();
  }

  @Override
  public MiResult<JsonElement> call(MiRequest request) {
    return stream(request, MiReader.tree());
  }

  @Override
  public <T> MiResult<T> stream(MiRequest request, MiReader<T> reader) {
    return switch (session()) {
      case MiResult.Failure<Session> failure -> new MiResult.Failure<>(failure.error());
      case MiResult.Success<Session> success -> run(success.value(), request, reader);
    };
  }

  private MiResult<Session> session() {
    Session known = session;
    if (known != null) {
      return new MiResult.Success<>(known);
    }
    // Whoever tries a node that rested holds the lock as long as that takes; others do not wait.
    Optional<MiError> refusal = breaker.refusal();
    if (refusal.isPresent()) {
      return new MiResult.Failure<>(refusal.get());
    }
    asking.lock();
    try {
      known = session;
      if (known != null) {
        return new MiResult.Success<>(known);
      }
      MiResult<Session> asked = discovery.session();
      if (asked instanceof MiResult.Success<Session> success) {
        session = success.value();
      }
      return asked;
    } finally {
      asking.unlock();
    }
  }

  private <T> MiResult<T> run(Session known, MiRequest request, MiReader<T> reader) {
    return switch (target(known, request.command())) {
      case MiResult.Failure<Target> failure -> new MiResult.Failure<>(failure.error());
      case MiResult.Success<Target> success -> run(known, success.value(), request, reader);
    };
  }

  private MiResult<Target> target(Session known, String name) {
    return switch (known.names().meaning(name)) {
      case Meaning.None none -> new MiResult.Failure<>(none.error());
      case Meaning.Known here -> new MiResult.Success<>(here.target());
      case Meaning.Listed listed -> learnt(known, listed.name());
    };
  }

  private MiResult<Target> learnt(Session known, String name) {
    Target before = known.learnt().get(name);
    if (before != null) {
      return new MiResult.Success<>(before);
    }
    MiResult<Target> asked = discovery.learn(name);
    if (asked instanceof MiResult.Success<Target> success) {
      known.learnt().put(name, success.value());
    }
    return asked;
  }

  private <T> MiResult<T> run(Session known, Target target, MiRequest request, MiReader<T> reader) {
    Optional<MiError> wrong = Arguments.fault(target, request.params());
    if (wrong.isPresent()) {
      return new MiResult.Failure<>(wrong.get());
    }
    Call call = prepared(known, target, request);
    Optional<MiError> impossible = unsendable(known.node().version(), call);
    if (impossible.isPresent()) {
      return new MiResult.Failure<>(impossible.get());
    }
    MiResult<T> result = send(call, reader);
    if (result instanceof MiResult.Failure<T>(MiError.NoSuchCommand unknown)) {
      // It was listed, so the node has changed since: learn it anew with the next call.
      forget();
    }
    return result;
  }

  private Call prepared(Session known, Target target, MiRequest request) {
    boolean write = request.intent() == MiRequest.Intent.WRITE;
    int patience = target.async() ? ASYNC_PATIENCE : 1;
    int id = nextId();
    return new Call(
        target,
        Envelope.request(target.name(), Arguments.onWire(target, request.params()), id),
        id,
        write,
        settings.readTimeout().multipliedBy(patience),
        write ? FindsOut.after(target, known.node()) : Optional.empty());
  }

  private Optional<MiError> unsendable(Version version, Call call) {
    Target target = call.target();
    if (channel.datagrams()
        && target.async()
        && target.module().equals("tm")
        && version.compareTo(Version.V3_6) >= 0) {
      return Optional.of(
          new MiError.Unreachable(
              target.name() + " never answers over datagrams, so it was not sent",
              "Reach this node over HTTP or its FIFO for this command."));
    }
    int limit = channel.limit(version);
    int bytes = call.bytes().length;
    return bytes <= limit
        ? Optional.empty()
        : Optional.of(
            new MiError.TooLarge(
                bytes,
                limit,
                target.name()
                    + " would take "
                    + bytes
                    + " bytes, where "
                    + channel.address()
                    + " takes "
                    + limit,
                channel.wayForLarge()));
  }

  /** Sends one of the reads that discovery needs, before anything is known about the node. */
  private MiResult<JsonElement> ask(String command, JsonObject params) {
    int id = nextId();
    Target target = new Target(command, "", List.of(), false);
    byte[] bytes = Envelope.request(command, params, id);
    return send(
        new Call(target, bytes, id, false, settings.readTimeout(), Optional.empty()),
        MiReader.tree());
  }

  private <T> MiResult<T> send(Call call, MiReader<T> reader) {
    if (closed) {
      return new MiResult.Failure<>(
          new MiError.Busy("This client is closed; nothing was sent", "Use another client."));
    }
    MiResult<T> result = exchange.run(call, reader);
    if (breaker.health().breaker() == MiHealth.Breaker.OPEN) {
      // It may come back with another version; and what tries it is then a read, never a change.
      forget();
    }
    return result;
  }

  private int nextId() {
    return ids.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
  }

  @Override
  public void close() {
    closed = true;
    channel.close();
  }
}
