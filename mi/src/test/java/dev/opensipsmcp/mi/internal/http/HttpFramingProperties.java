package dev.opensipsmcp.mi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.internal.wire.Envelope;
import dev.opensipsmcp.mi.internal.wire.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** An answer means the same wherever it is split, and nothing where it is cut. */
class HttpFramingProperties {
  private static final int ID = 7;

  /** How a body's end is told. */
  enum Framing {
    LENGTH,
    CHUNKED,
    CLOSE
  }

  @Property(tries = 300)
  void splitAtAnyByteItIsTheSame(
      @ForAll @From("texts") String text,
      @ForAll Framing framing,
      @ForAll @IntRange(min = 1, max = 40) int piece)
      throws IOException {
    byte[] answer = answer(text, framing, piece);
    assertThat(read(new Pieces(answer, piece)).value()).isEqualTo(expected(text));
  }

  @Property(tries = 300)
  void cutAtAnyByteItNeverHangsAndIsNeverASuccess(
      @ForAll @From("texts") String text,
      @ForAll Framing framing,
      @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
    byte[] answer = answer(text, framing, 9);
    int end = lastBrace(answer);
    byte[] cut = Arrays.copyOf(answer, seed % end);
    assertThat(outcome(cut)).isEqualTo("failed");
  }

  @Property(tries = 300)
  void anyBytesAreReadToAnEnd(@ForAll @StringLength(max = 300) String garbage) {
    String head = "HTTP/1.1 200 OK\r\n";
    assertThat(outcome((head + garbage).getBytes(StandardCharsets.UTF_8))).isEqualTo("failed");
  }

  @Property(tries = 500)
  void textsComeBackFromARequestAsTheyWere(@ForAll @From("texts") String text) {
    JsonObject params = new JsonObject();
    params.addProperty("callid", text);
    params.addProperty(text, 5);
    byte[] request = Envelope.request("dlg_list", params, ID);
    JsonObject read =
        JsonParser.parseString(new String(request, StandardCharsets.UTF_8)).getAsJsonObject();
    assertThat(read.getAsJsonObject("params")).isEqualTo(params);
    assertThat(read.get("id").getAsInt()).isEqualTo(ID);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\uD7FF')
        .withCharRange('\uE000', '\uFFFD')
        .ofMaxLength(60);
  }

  private static JsonElement expected(String text) {
    JsonObject result = new JsonObject();
    result.addProperty("text", text);
    return result;
  }

  private static String outcome(byte[] bytes) {
    try {
      return read(new ByteArrayInputStream(bytes)).toString();
    } catch (IOException | IllegalStateException | NumberFormatException failed) {
      return "failed";
    }
  }

  private static Reply.Result<JsonElement> read(InputStream bytes) throws IOException {
    HttpInput in = new HttpInput(new Connection(bytes), Duration.ofSeconds(5));
    HttpHead head = HttpHead.read(in);
    return (Reply.Result<JsonElement>) Envelope.reply(head.body(in), ID, MiReader.tree());
  }

  private static byte[] answer(String text, Framing framing, int chunk) {
    JsonObject answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("result", expected(text));
    answer.addProperty("id", ID);
    byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    return switch (framing) {
      case LENGTH -> joined(head + "Content-Length: " + body.length + "\r\n\r\n", body);
      case CLOSE -> joined(head + "\r\n", body);
      case CHUNKED -> joined(head + "Transfer-Encoding: chunked\r\n\r\n", chunks(body, chunk));
    };
  }

  /** The closing chunk is left out, as real servers do for long. */
  private static byte[] chunks(byte[] body, int size) {
    byte[] all = new byte[0];
    for (int at = 0; at < body.length; at += size) {
      byte[] chunk = Arrays.copyOfRange(body, at, Math.min(at + size, body.length));
      all = joined(all, joined(Integer.toHexString(chunk.length) + "\r\n", chunk));
      all = joined(all, "\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return all;
  }

  private static byte[] joined(String head, byte[] body) {
    return joined(head.getBytes(StandardCharsets.US_ASCII), body);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static int lastBrace(byte[] answer) {
    int at = answer.length - 1;
    while (answer[at] != '}') {
      at--;
    }
    return at;
  }

  /** A connection whose bytes are at hand. */
  private static final class Connection extends Socket {
    private final InputStream in;

    Connection(InputStream in) {
      this.in = in;
    }

    @Override
    public InputStream getInputStream() {
      return in;
    }

    @Override
    public synchronized void setSoTimeout(int millis) {
      // These bytes never wait.
    }
  }

  /** Gives its bytes in pieces of a size. */
  private static final class Pieces extends ByteArrayInputStream {
    private final int size;

    Pieces(byte[] bytes, int size) {
      super(bytes);
      this.size = size;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, size));
    }
  }
}
