package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.internal.core.Core;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions of the old era, bounded in number: idle ones expire, and when there are too many the
 * longest idle one goes. Ids are 128 random bits and work for their owner only. Safe for use from
 * many threads.
 */
final class Sessions implements AutoCloseable {
  private static final int MOST = 1_000;
  private static final int MOST_OF_ONE_OWNER = 200;

  private final Core core;
  private final Duration idle;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, HttpSession> byId = new ConcurrentHashMap<>();

  Sessions(Core core, Duration idle) {
    this.core = core;
    this.idle = idle;
  }

  /** {@return a session that is not yet known to {@link #find}} */
  HttpSession create(String owner) {
    byte[] id = new byte[16];
    random.nextBytes(id);
    return new HttpSession(HexFormat.of().formatHex(id), owner, core);
  }

  /**
   * Makes a session known.
   *
   * @return false when there are too many and all are in use
   */
  synchronized boolean open(HttpSession session) {
    for (HttpSession old : List.copyOf(byId.values())) {
      if (expired(old)) {
        end(old);
      }
    }
    List<HttpSession> own =
        byId.values().stream().filter(it -> it.owner().equals(session.owner())).toList();
    boolean room =
        (own.size() < MOST_OF_ONE_OWNER || endLongestIdle(own))
            && (byId.size() < MOST || endLongestIdle(List.copyOf(byId.values())));
    if (room) {
      byId.put(session.id(), session);
    }
    return room;
  }

  private boolean endLongestIdle(List<HttpSession> candidates) {
    Optional<HttpSession> longest =
        candidates.stream()
            .filter(it -> it.idleNanos() > 0)
            .max(Comparator.comparingLong(HttpSession::idleNanos));
    longest.ifPresent(this::end);
    return longest.isPresent();
  }

  /**
   * {@return the session, if it is still there and the owner's}
   *
   * @param id as the client sent it
   * @param owner who asks
   */
  Optional<HttpSession> find(String id, String owner) {
    HttpSession session = byId.get(id);
    if (session == null || !session.owner().equals(owner)) {
      return Optional.empty();
    }
    if (expired(session)) {
      end(session);
      return Optional.empty();
    }
    session.touch();
    return Optional.of(session);
  }

  private boolean expired(HttpSession session) {
    return session.idleNanos() > idle.toNanos();
  }

  /** Ends a session: what runs in it is cancelled. */
  void end(HttpSession session) {
    byId.remove(session.id());
    session.close();
  }

  /** {@return how many requests are being served} */
  int working() {
    return byId.values().stream().mapToInt(it -> it.protocol().calls().size()).sum();
  }

  /** Ends the streams of all sessions, but not the sessions. */
  void endStreams() {
    byId.values().forEach(it -> it.stream().close());
  }

  /** Ends all sessions. */
  @Override
  public void close() {
    for (HttpSession session : List.copyOf(byId.values())) {
      end(session);
    }
  }
}
