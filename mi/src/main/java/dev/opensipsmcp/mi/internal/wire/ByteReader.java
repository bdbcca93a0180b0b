package dev.opensipsmcp.mi.internal.wire;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;

/**
 * Reads JSON off bytes several times as fast as its parent does off characters: a dump of a large
 * node is hundreds of megabytes, most of which is passed over. Strict (RFC 8259), but for control
 * characters within strings, which are taken as they are.
 */
final class ByteReader extends JsonReader {
  private static final int DEEPEST = 255;

  /** Where in its surroundings the reader stands. */
  private enum Place {
    EMPTY_DOCUMENT,
    FULL_DOCUMENT,
    EMPTY_ARRAY,
    FULL_ARRAY,
    EMPTY_OBJECT,
    FULL_OBJECT,
    BEHIND_NAME
  }

  private final JsonBytes bytes;
  private final InputStream in;
  private Place[] places = new Place[16];
  private String[] names = new String[16];
  private int[] indices = new int[16];
  private int depth = 1;

  /** The token that comes next, if somebody looked; its first byte is taken. */
  private JsonToken ahead = JsonToken.END_DOCUMENT;

  private boolean looked;
  private boolean flag;

  ByteReader(InputStream in) {
    super(Reader.nullReader());
    this.bytes = new JsonBytes(in);
    this.in = in;
    places[0] = Place.EMPTY_DOCUMENT;
    Arrays.fill(names, "");
  }

  @Override
  public JsonToken peek() throws IOException {
    if (!looked) {
      ahead = look();
      looked = true;
    }
    return ahead;
  }

  private JsonToken look() throws IOException {
    int top = depth - 1;
    return switch (places[top]) {
      case EMPTY_DOCUMENT -> {
        places[top] = Place.FULL_DOCUMENT;
        yield value(bytes.next());
      }
      case FULL_DOCUMENT -> {
        if (bytes.next() < 0) {
          yield JsonToken.END_DOCUMENT;
        }
        throw malformed("text behind the end");
      }
      case EMPTY_ARRAY -> {
        places[top] = Place.FULL_ARRAY;
        int next = bytes.next();
        yield next == ']' ? JsonToken.END_ARRAY : value(next);
      }
      case FULL_ARRAY -> {
        int next = bytes.next();
        if (next == ']') {
          yield JsonToken.END_ARRAY;
        }
        if (next != ',') {
          throw wrong(next, "an array goes on with no comma");
        }
        yield value(bytes.next());
      }
      case EMPTY_OBJECT, FULL_OBJECT -> member(top);
      case BEHIND_NAME -> {
        places[top] = Place.FULL_OBJECT;
        int next = bytes.next();
        if (next != ':') {
          throw wrong(next, "a name has no colon");
        }
        yield value(bytes.next());
      }
    };
  }

  private JsonToken member(int top) throws IOException {
    int next = bytes.next();
    if (next == '}') {
      return JsonToken.END_OBJECT;
    }
    if (places[top] == Place.FULL_OBJECT) {
      if (next != ',') {
        throw wrong(next, "an object goes on with no comma");
      }
      next = bytes.next();
    }
    if (next != '"') {
      throw wrong(next, "a member has no name");
    }
    places[top] = Place.BEHIND_NAME;
    return JsonToken.NAME;
  }

  private JsonToken value(int first) throws IOException {
    return switch (first) {
      case '{' -> JsonToken.BEGIN_OBJECT;
      case '[' -> JsonToken.BEGIN_ARRAY;
      case '"' -> JsonToken.STRING;
      case 't' -> {
        bytes.expect("rue");
        flag = true;
        yield JsonToken.BOOLEAN;
      }
      case 'f' -> {
        bytes.expect("alse");
        flag = false;
        yield JsonToken.BOOLEAN;
      }
      case 'n' -> {
        bytes.expect("ull");
        yield JsonToken.NULL;
      }
      default -> {
        if (first == '-' || (first >= '0' && first <= '9')) {
          bytes.back();
          yield JsonToken.NUMBER;
        }
        throw wrong(first, "no JSON value");
      }
    };
  }

  private IOException wrong(int next, String what) {
    return next < 0 ? new EOFException("End of input at path " + getPath()) : malformed(what);
  }

  private IOException malformed(String what) {
    return JsonBytes.malformed(what + " at path " + getPath());
  }

  @Override
  public boolean hasNext() throws IOException {
    JsonToken next = peek();
    return next != JsonToken.END_OBJECT
        && next != JsonToken.END_ARRAY
        && next != JsonToken.END_DOCUMENT;
  }

  private void take(JsonToken expected) throws IOException {
    if (peek() != expected) {
      throw unexpected(expected.toString());
    }
    looked = false;
  }

  private IllegalStateException unexpected(String expected) {
    return new IllegalStateException(
        "Expected " + expected + " but was " + ahead + " at path " + getPath());
  }

  private void push(Place place) throws IOException {
    if (depth > DEEPEST) {
      throw malformed("nested deeper than " + DEEPEST);
    }
    if (depth == places.length) {
      places = Arrays.copyOf(places, 2 * depth);
      names = Arrays.copyOf(names, 2 * depth);
      indices = Arrays.copyOf(indices, 2 * depth);
    }
    places[depth] = place;
    names[depth] = "";
    indices[depth] = 0;
    depth++;
  }

  private void pop() {
    depth--;
    indices[depth - 1]++;
  }

  @Override
  public void beginArray() throws IOException {
    take(JsonToken.BEGIN_ARRAY);
    push(Place.EMPTY_ARRAY);
  }

  @Override
  public void endArray() throws IOException {
    take(JsonToken.END_ARRAY);
    pop();
  }

  @Override
  public void beginObject() throws IOException {
    take(JsonToken.BEGIN_OBJECT);
    push(Place.EMPTY_OBJECT);
  }

  @Override
  public void endObject() throws IOException {
    take(JsonToken.END_OBJECT);
    pop();
  }

  @Override
  public String nextName() throws IOException {
    take(JsonToken.NAME);
    String name = bytes.string();
    names[depth - 1] = name;
    return name;
  }

  @Override
  public String nextString() throws IOException {
    JsonToken next = peek();
    if (next == JsonToken.STRING) {
      looked = false;
      indices[depth - 1]++;
      return bytes.string();
    }
    if (next == JsonToken.NUMBER) {
      looked = false;
      indices[depth - 1]++;
      return bytes.number();
    }
    throw unexpected("STRING");
  }

  @Override
  public boolean nextBoolean() throws IOException {
    take(JsonToken.BOOLEAN);
    indices[depth - 1]++;
    return flag;
  }

  @Override
  public void nextNull() throws IOException {
    take(JsonToken.NULL);
    indices[depth - 1]++;
  }

  @Override
  public double nextDouble() throws IOException {
    return Double.parseDouble(nextString());
  }

  @Override
  public long nextLong() throws IOException {
    return Long.parseLong(nextString());
  }

  @Override
  public int nextInt() throws IOException {
    return Integer.parseInt(nextString());
  }

  @Override
  public void skipValue() throws IOException {
    int until = depth;
    do {
      switch (peek()) {
        case BEGIN_OBJECT -> beginObject();
        case BEGIN_ARRAY -> beginArray();
        case END_OBJECT -> endObject();
        case END_ARRAY -> endArray();
        case NAME -> {
          looked = false;
          bytes.skipString();
        }
        case STRING -> {
          looked = false;
          indices[depth - 1]++;
          bytes.skipString();
        }
        case NUMBER -> nextString();
        case BOOLEAN -> nextBoolean();
        case NULL -> nextNull();
        case END_DOCUMENT -> {
          return;
        }
      }
    } while (depth > until);
  }

  @Override
  public String getPath() {
    StringBuilder path = new StringBuilder("$");
    for (int i = 1; i < depth; i++) {
      switch (places[i]) {
        case EMPTY_ARRAY, FULL_ARRAY -> path.append('[').append(indices[i]).append(']');
        case EMPTY_OBJECT, FULL_OBJECT, BEHIND_NAME -> path.append('.').append(names[i]);
        case EMPTY_DOCUMENT, FULL_DOCUMENT -> path.append("");
      }
    }
    return path.toString();
  }

  @Override
  public String getPreviousPath() {
    return getPath();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  @Override
  public String toString() {
    return "ByteReader at path " + getPath();
  }
}
