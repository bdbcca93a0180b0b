package dev.opensipsmcp.lab.internal.event;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends events as nodes do: nothing is repeated, and nobody is told of what did not arrive. */
final class EventSinks implements AutoCloseable {
  private final DatagramSocket udp;
  private final Map<InetSocketAddress, EventStream> streams = new ConcurrentHashMap<>();

  EventSinks() {
    try {
      udp = new DatagramSocket();
    } catch (IOException e) {
      throw new UncheckedIOException("no socket for events", e);
    }
  }

  /**
   * Sends one event.
   *
   * @param target where
   * @param event its name
   * @param params what it carries, as JSON; empty when nothing
   */
  void send(Target target, String event, String params) {
    switch (target) {
      case Target.Datagram datagram -> {
        byte[] bytes = notification(event, params);
        try {
          udp.send(
              new DatagramPacket(
                  bytes, bytes.length, new InetSocketAddress(datagram.host(), datagram.port())));
        } catch (IOException | IllegalArgumentException e) {
          // A datagram that goes nowhere.
        }
      }
      case Target.Stream stream -> {
        String method = stream.method().isEmpty() ? event : stream.method();
        streams
            .computeIfAbsent(new InetSocketAddress(stream.host(), stream.port()), EventStream::to)
            .send(notification(method, params));
      }
      case Target.Elsewhere _ -> {}
    }
  }

  private static byte[] notification(String method, String params) {
    StringBuilder text = new StringBuilder(128);
    text.append("{\"jsonrpc\":\"2.0\",\"method\":").append(new JsonPrimitive(method));
    if (!params.isEmpty()) {
      text.append(",\"params\":").append(params);
    }
    return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    udp.close();
    streams.values().forEach(EventStream::close);
  }
}
