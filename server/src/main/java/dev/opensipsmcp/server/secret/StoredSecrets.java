package dev.opensipsmcp.server.secret;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.files.AppendedFile;
import dev.opensipsmcp.server.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The secrets that a person put there beforehand: one sealed file each, readable by their owner
 * only, gone once taken or lapsed. Several processes may use them at the same time.
 */
public final class StoredSecrets {
  /** A directory that somebody fills without using it ends here. */
  private static final int MOST = 100;

  private static final String SUFFIX = ".json";

  private static final Set<String> MEMBERS = Set.of("name", "lapses", "released", "sealed");

  private final Path directory;
  private final AppendedFile lock;
  private final Sealer sealer;
  private final InstantSource clock;

  StoredSecrets(Path directory, Sealer sealer, InstantSource clock) {
    this.directory = directory;
    this.lock = new AppendedFile(directory.resolve(".lock"));
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * What is known of a stored secret without opening it.
   *
   * @param name its name
   * @param lapses when it is gone
   * @param released whether digests of it may be shown
   */
  public record About(String name, Instant lapses, boolean released) {
    private String context() {
      return "stored " + name + " until " + lapses.getEpochSecond() + " " + released;
    }
  }

  /** One as it lies there. */
  private record Sealed(About about, String text) {}

  /**
   * Puts a secret there, in place of one of the same name.
   *
   * @param name of the form that words take
   * @param released whether digests of it may be shown
   * @throws IOException when it can't be kept, or too many are
   */
  public About put(String name, String secret, Duration lifetime, boolean released)
      throws IOException {
    Instant lapses = Instant.ofEpochSecond(clock.instant().plus(lifetime).getEpochSecond());
    About about = new About(name, lapses, released);
    String sealed = sealer.seal(secret, about.context());
    return lock.locked(_ -> {
      List<Sealed> others = live();
      others.removeIf(other -> other.about().name().equals(name));
      if (others.size() >= MOST) {
        throw new IOException(MOST + " secrets are stored already; drop some");
      }
      write(new Sealed(about, sealed));
      return about;
    });
  }

  /** {@return those that are there, by name; lapsed ones are deleted} */
  public List<About> list() throws IOException {
    return Files.isDirectory(directory)
        ? lock.locked(_ -> live()).stream().map(Sealed::about).toList()
        : List.of();
  }

  /** {@return whether it was there and is gone now} */
  public boolean drop(String name) throws IOException {
    return Files.isDirectory(directory) && lock.locked(_ -> Files.deleteIfExists(path(name)));
  }

  /** What was found under a name. */
  sealed interface Found {
    record Text(String text, boolean released) implements Found {
      @Override
      public String toString() {
        return "Text[***]";
      }
    }

    record None() implements Found {}

    record Tampered() implements Found {}
  }

  /** {@return what it holds; whoever gets it is the only one} */
  Found take(String name) throws IOException {
    return found(name, true);
  }

  /** {@return what it holds; it stays} */
  Found look(String name) throws IOException {
    return found(name, false);
  }

  private Found found(String name, boolean remove) throws IOException {
    if (!Files.isDirectory(directory)) {
      return new Found.None();
    }
    Optional<Sealed> sealed =
        lock.locked(_ -> {
          Optional<Sealed> one =
              live().stream().filter(stored -> stored.about().name().equals(name)).findFirst();
          if (remove && one.isPresent()) {
            Files.delete(path(name));
            OwnerOnly.sync(directory);
          }
          return one;
        });
    if (sealed.isEmpty()) {
      return new Found.None();
    }
    // Opened outside of the lock: the key has a lock of its own.
    About about = sealed.get().about();
    return sealer
        .open(sealed.get().text(), about.context())
        .<Found>map(text -> new Found.Text(text, about.released()))
        .orElseGet(Found.Tampered::new);
  }

  private List<Sealed> live() throws IOException {
    List<Sealed> live = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        Optional<Sealed> sealed = read(file);
        if (sealed.isPresent() && clock.instant().isBefore(sealed.get().about().lapses())) {
          live.add(sealed.get());
        } else {
          Files.deleteIfExists(file);
        }
      }
    }
    live.sort(Comparator.comparing(sealed -> sealed.about().name()));
    return live;
  }

  private static Optional<Sealed> read(Path file) throws IOException {
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      if (!json.keySet().containsAll(MEMBERS)) {
        return Optional.empty();
      }
      String name = json.get("name").getAsString();
      return Optional.of(
              new Sealed(
                  new About(
                      name,
                      Instant.ofEpochSecond(json.get("lapses").getAsLong()),
                      json.get("released").getAsBoolean()),
                  json.get("sealed").getAsString()))
          .filter(_ -> file.endsWith(name + SUFFIX));
    } catch (NoSuchFileException
        | JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void write(Sealed sealed) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("name", sealed.about().name());
    json.addProperty("lapses", sealed.about().lapses().getEpochSecond());
    json.addProperty("released", sealed.about().released());
    json.addProperty("sealed", sealed.text());
    Path fresh = directory.resolve("." + sealed.about().name() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.file(fresh))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(json.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, path(sealed.about().name()), StandardCopyOption.ATOMIC_MOVE);
    OwnerOnly.sync(directory);
  }

  private Path path(String name) {
    return directory.resolve(name + SUFFIX);
  }
}
