package dev.opensipsmcp.lab.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The registered users, in the one table {@code location}. One command at a time touches them.
 *
 * <p>Where AORs carry a domain, one without is refused; where they do not, it is cut off.
 */
public final class Contacts {
  /** The table's name. */
  public static final String TABLE = "location";

  private final boolean domains;
  private final Map<String, List<Contact>> aors = new TreeMap<>();
  private final GeneratedContacts generated;

  /**
   * The users at the start.
   *
   * @param domains whether AORs carry a domain
   * @param generated how many more are generated
   * @param now the node's time, in seconds since 1970
   */
  public Contacts(boolean domains, int generated, long now) {
    this.domains = domains;
    this.generated = new GeneratedContacts(generated, domains);
    SeedContacts.all(now)
        .forEach((user, contacts) ->
            aors.put(
                domains ? user : user.substring(0, user.indexOf('@')), new ArrayList<>(contacts)));
  }

  /** {@return how many users there are} */
  public int users() {
    return aors.size() + generated.size();
  }

  /** {@return how many contacts there are} */
  public int contacts() {
    return aors.values().stream().mapToInt(List::size).sum() + generated.size();
  }

  /**
   * {@return the AOR that a parameter means; empty when its domain is missing}
   *
   * @param aor as sent
   */
  public Optional<String> key(String aor) {
    int at = aor.indexOf('@');
    if (domains) {
      return at < 0 ? Optional.empty() : Optional.of(aor);
    }
    return Optional.of(at < 0 ? aor : aor.substring(0, at));
  }

  /**
   * {@return whether there is such a user}
   *
   * @param key an AOR from {@link #key}
   */
  public boolean has(String key) {
    return aors.containsKey(key) || generated.find(key).isPresent();
  }

  /**
   * {@return a user with its contacts as printed, if there is one}
   *
   * @param key an AOR from {@link #key}
   * @param now the node's time, in seconds since 1970
   */
  public Optional<JsonObject> show(String key, long now) {
    Optional<Integer> number = generated.find(key);
    if (number.isPresent()) {
      return Optional.of(json(key, List.of(generated.get(number.get(), now)), now, false));
    }
    return Optional.ofNullable(aors.get(key)).map(contacts -> json(key, contacts, now, false));
  }

  /**
   * Removes a user, if there is one.
   *
   * @param key an AOR from {@link #key}
   */
  public void remove(String key) {
    aors.remove(key);
    generated.find(key).ifPresent(generated::remove);
  }

  /**
   * {@return whether there was such a contact to remove} A user without contacts is removed too.
   *
   * @param key an AOR from {@link #key}
   * @param uri the contact
   * @param now the node's time, in seconds since 1970
   */
  public boolean remove(String key, String uri, long now) {
    boolean there = keep(key, now).removeIf(contact -> contact.uri().equals(uri));
    if (keep(key, now).isEmpty()) {
      aors.remove(key);
    }
    return there;
  }

  /**
   * Adds a contact, or sets one anew.
   *
   * @param key an AOR from {@link #key}
   * @param order what it shall be
   * @param now the node's time, in seconds since 1970
   */
  public void add(String key, Order order, long now) {
    long until = order.expires() == 0 ? 0 : now + order.expires();
    List<Contact> contacts = keep(key, now);
    for (int i = 0; i < contacts.size(); i++) {
      if (contacts.get(i).uri().equals(order.uri())) {
        contacts.set(i, contacts.get(i).updated(order.q(), order.flags(), order.methods(), until));
        return;
      }
    }
    contacts.addFirst(Contact.added(order.uri(), order.q(), order.flags(), order.methods(), until));
  }

  /**
   * A contact as MI sets it.
   *
   * @param uri the contact
   * @param expires rest of life in seconds; 0 for ever
   * @param q its preference as printed
   * @param flags a bit mask
   * @param methods a bit mask of 32 bits
   */
  public record Order(String uri, int expires, String q, int flags, long methods) {}

  /** Takes a user out of the generated ones, so that it can be changed. */
  private List<Contact> keep(String key, long now) {
    Optional<Integer> number = generated.find(key);
    if (number.isPresent()) {
      Contact contact = generated.get(number.get(), now);
      generated.remove(number.get());
      aors.put(key, new ArrayList<>(List.of(contact)));
    }
    return aors.computeIfAbsent(key, _ -> new ArrayList<>());
  }

  /**
   * Marks contacts as written to the database, or as to be written.
   *
   * @param which an AOR; all users when empty
   * @param done whether they are written
   */
  public void written(Optional<String> which, boolean done) {
    aors.forEach((key, contacts) -> {
      if (which.isEmpty() || which.get().equals(key)) {
        contacts.replaceAll(contact -> contact.written(done));
      }
    });
  }

  /**
   * {@return all users as JSON, the generated ones written as they are read}
   *
   * @param now the node's time, in seconds since 1970
   * @param brief whether contacts are left out
   */
  public Payload dump(long now, boolean brief) {
    StringBuilder head =
        new StringBuilder("{\"Domains\":[{\"name\":\"location\",\"hash_size\":512,\"AORs\":[");
    boolean[] first = {true};
    aors.forEach((key, contacts) -> {
      if (!first[0]) {
        head.append(',');
      }
      first[0] = false;
      head.append(json(key, contacts, now, brief));
    });
    GeneratedContacts.Page rest = generated.page(now, brief);
    if (!first[0] && rest.size() > 0) {
      head.append(',');
    }
    return new Dump(head.toString().getBytes(StandardCharsets.UTF_8), rest);
  }

  private static JsonObject json(String key, List<Contact> contacts, long now, boolean brief) {
    JsonObject json = new JsonObject();
    json.addProperty("AOR", key);
    if (!brief) {
      JsonArray printed = new JsonArray();
      contacts.forEach(contact -> printed.add(contact.json(now)));
      json.add("Contacts", printed);
    }
    return json;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, only written
  private record Dump(byte[] head, GeneratedContacts.Page rest) implements Payload {
    private static final byte[] END = {']', '}', ']', '}'};

    @Override
    public long length() {
      return head.length + rest.length() - (rest.size() > 0 ? 1 : 0) + END.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(head);
      rest.writeTo(out);
      out.write(END);
    }
  }
}
