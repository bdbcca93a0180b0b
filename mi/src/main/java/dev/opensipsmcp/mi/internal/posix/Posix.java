package dev.opensipsmcp.mi.internal.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The C library's calls for UNIX datagram sockets and named pipes on 64-bit Linux. This is the only
 * class that calls native code; every descriptor that it opens is non-blocking.
 */
public final class Posix {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_NONBLOCK = 0x800;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int O_WRONLY = 1;
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;
  private static final short POLLIN = 1;
  private static final int LONGEST_PATH = 107;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
  private static final MemoryLayout POLL_FD =
      MemoryLayout.structLayout(JAVA_INT, JAVA_SHORT, JAVA_SHORT);

  private final MethodHandle socket = function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private final MethodHandle bind = function("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle sendto =
      function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle open = function("open", JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle mkfifo = function("mkfifo", JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle poll = function("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private final MethodHandle read = function("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private final MethodHandle write = function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private final MethodHandle close = function("close", JAVA_INT, JAVA_INT);

  private Posix() {}

  private static final class Holder {
    static final Posix INSTANCE = new Posix();
  }

  /**
   * {@return the calls}
   *
   * @throws ChannelException on another platform than 64-bit Linux
   */
  public static Posix get() throws ChannelException {
    boolean linux = "Linux".equals(System.getProperty("os.name"));
    if (!linux || ADDRESS.byteSize() != Long.BYTES) {
      throw new ChannelException(
          Reach.NOT_SENT,
          "UNIX datagram sockets and FIFOs can be used on 64-bit Linux only",
          "Reach the node over HTTP or UDP.");
    }
    return Holder.INSTANCE;
  }

  @SuppressWarnings("restricted") // The launcher allows native access to this one class.
  private static MethodHandle function(String name, ValueLayout result, ValueLayout... parameters) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, parameters),
        Linker.Option.captureCallState("errno"));
  }

  /**
   * {@return a new UNIX datagram socket}
   *
   * @throws Errno when there is none
   */
  public Descriptor datagramSocket() throws Errno {
    int type = SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    return descriptor(
        call("socket", (arena, state) -> (int) socket.invokeExact(state, AF_UNIX, type, 0)));
  }

  /**
   * Makes a named pipe that everybody may write to who may enter its directory, as far as the
   * process's umask lets it.
   *
   * @param path where
   * @throws Errno when that failed
   */
  public void mkfifo(Path path) throws Errno {
    call(
        "mkfifo",
        (arena, state) ->
            (int) mkfifo.invokeExact(state, arena.allocateFrom(path.toString()), 0666));
  }

  /**
   * {@return a pipe opened for reading, whether or not somebody writes to it}
   *
   * @param path the pipe
   * @throws Errno when that failed
   */
  public Descriptor openForReading(Path path) throws Errno {
    return open(path, O_NONBLOCK | O_CLOEXEC);
  }

  /**
   * {@return a pipe opened for writing}
   *
   * @param path the pipe
   * @throws Errno when that failed; {@code ENXIO} when nobody reads it
   */
  public Descriptor openForWriting(Path path) throws Errno {
    return open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
  }

  private Descriptor open(Path path, int flags) throws Errno {
    return descriptor(
        call(
            "open",
            (arena, state) ->
                (int) open.invokeExact(state, arena.allocateFrom(path.toString()), flags)));
  }

  void bindToAnyName(int descriptor) throws Errno {
    call(
        "bind",
        (arena, state) -> {
          MemorySegment family = arena.allocateFrom(JAVA_SHORT, (short) AF_UNIX);
          return (int) bind.invokeExact(state, descriptor, family, Short.BYTES);
        });
  }

  void send(int descriptor, byte[] datagram, Path peer) throws IOException {
    byte[] path = bytes(peer);
    call(
        "sendto",
        (arena, state) -> {
          MemorySegment address = address(arena, path);
          return (long)
              sendto.invokeExact(
                  state,
                  descriptor,
                  arena.allocateFrom(JAVA_BYTE, datagram),
                  (long) datagram.length,
                  0,
                  address,
                  (int) address.byteSize());
        });
  }

  private static byte[] bytes(Path path) throws IOException {
    byte[] bytes = path.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_PATH) {
      throw new IOException("a UNIX socket's path has at most 107 bytes: " + path);
    }
    return bytes;
  }

  private static MemorySegment address(Arena arena, byte[] path) {
    MemorySegment address = arena.allocate(Short.BYTES + LONGEST_PATH + 1L, Short.BYTES);
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(path, 0, address, JAVA_BYTE, Short.BYTES, path.length);
    return address;
  }

  boolean readable(int descriptor) throws Errno {
    return call(
            "poll",
            (arena, state) -> {
              MemorySegment asked = arena.allocate(POLL_FD);
              asked.set(JAVA_INT, 0, descriptor);
              asked.set(JAVA_SHORT, Integer.BYTES, POLLIN);
              return (int) poll.invokeExact(state, asked, 1L, 0);
            })
        > 0;
  }

  int read(int descriptor, byte[] target, int offset, int length) throws Errno {
    return (int)
        call(
            "read",
            (arena, state) -> {
              MemorySegment bytes = arena.allocate(length);
              long count = (long) read.invokeExact(state, descriptor, bytes, (long) length);
              MemorySegment.copy(bytes, JAVA_BYTE, 0, target, offset, (int) Math.max(count, 0));
              return count;
            });
  }

  void write(int descriptor, byte[] bytes) throws Errno {
    call(
        "write",
        (arena, state) ->
            (long)
                write.invokeExact(
                    state, descriptor, arena.allocateFrom(JAVA_BYTE, bytes), (long) bytes.length));
  }

  void close(int descriptor) {
    try {
      call("close", (arena, state) -> (int) close.invokeExact(state, descriptor));
    } catch (Errno gone) {
      // Linux frees the descriptor whatever close answers.
    }
  }

  private Descriptor descriptor(long number) {
    return new Descriptor(this, (int) number);
  }

  /** One call: gets memory that lives as long as it, and where to leave the error number. */
  private interface Call {
    long run(Arena arena, MemorySegment state) throws Throwable;
  }

  private static long call(String name, Call call) throws Errno {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result = call.run(arena, state);
      if (result < 0) {
        throw new Errno(name, (int) ERRNO.get(state, 0L));
      }
      return result;
    } catch (Errno | RuntimeException | Error known) {
      throw known;
    } catch (Throwable impossible) {
      throw new IllegalStateException(name, impossible);
    }
  }
}
