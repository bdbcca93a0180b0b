package dev.opensipsmcp.mi.replay;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The node's end of a UNIX datagram socket. As real servers do, it answers from another socket than
 * the one that it listens at, so a connected client would get no answer.
 */
public final class UnixNode implements AutoCloseable {
  private static final int BUFFER = 65_536;

  private final MethodHandle socket = function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private final MethodHandle bind = function("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle receive =
      function("recvfrom", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS);
  private final MethodHandle send =
      function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle shutdown = function("shutdown", JAVA_INT, JAVA_INT, JAVA_INT);
  private final MethodHandle close = function("close", JAVA_INT, JAVA_INT);
  private final int descriptor;
  private final int answering;
  private final Thread thread;
  private volatile boolean ended;

  /**
   * Starts it.
   *
   * @param path the socket
   * @param script what each request gets
   */
  public UnixNode(Path path, Function<String, Optional<String>> script) {
    try (Arena arena = Arena.ofConfined()) {
      descriptor = (int) socket.invokeExact(1, 2, 0);
      answering = (int) socket.invokeExact(1, 2, 0);
      MemorySegment address = arena.allocate(110, 2);
      address.set(JAVA_SHORT, 0, (short) 1);
      byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
      MemorySegment.copy(name, 0, address, JAVA_BYTE, 2, name.length);
      if ((int) bind.invokeExact(descriptor, address, 110) != 0) {
        throw new IllegalStateException("bind");
      }
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
    thread = Thread.ofPlatform().daemon().start(() -> serve(script));
  }

  @SuppressWarnings("restricted") // The build allows native access to the tests.
  private static MethodHandle function(String name, ValueLayout result, ValueLayout... types) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, types));
  }

  private void serve(Function<String, Optional<String>> script) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(BUFFER);
      MemorySegment from = arena.allocate(110, 2);
      MemorySegment length = arena.allocate(JAVA_INT);
      while (!ended) {
        length.set(JAVA_INT, 0, 110);
        long count = (long) receive.invokeExact(descriptor, buffer, (long) BUFFER, 0, from, length);
        if (count <= 0) {
          return;
        }
        byte[] request = buffer.asSlice(0, count).toArray(JAVA_BYTE);
        Optional<String> answer = script.apply(new String(request, StandardCharsets.UTF_8));
        if (answer.isPresent()) {
          byte[] bytes = answer.get().getBytes(StandardCharsets.UTF_8);
          try (Arena once = Arena.ofConfined()) {
            MemorySegment sent = once.allocateFrom(JAVA_BYTE, bytes);
            long done =
                (long)
                    send.invokeExact(
                        answering, sent, (long) bytes.length, 0, from, length.get(JAVA_INT, 0));
            if (done != bytes.length) {
              throw new IllegalStateException("sendto");
            }
          }
        }
      }
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    ended = true;
    try {
      int unused = (int) shutdown.invokeExact(descriptor, 2);
      thread.join(5000);
      unused = (int) close.invokeExact(descriptor);
      unused = (int) close.invokeExact(answering);
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }
}
