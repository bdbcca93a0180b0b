package dev.opensipsmcp.server.secret;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.redact.KnownSecrets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that tools need for secrets. Whatever secret passes through here is known to the redactor for
 * the rest of the process's life, so that it leaves by no other way than the one result that shows
 * it. Nothing is read or made before it is used. Safe for many threads.
 */
public final class Secrets {
  private final SecretSource source;
  private final StoredSecrets stored;
  private final Sealer sealer;
  private final KnownSecrets known;

  /**
   * Makes them.
   *
   * @param stateDirectory where the key and the stored secrets lie
   * @param directory the directory of secrets, if one is configured
   * @param variables the environment, of which only variables made for this are read
   * @param known has every secret found that passes
   * @param clock tells when stored secrets lapse
   */
  public Secrets(
      Path stateDirectory,
      Optional<Path> directory,
      Map<String, String> variables,
      KnownSecrets known,
      InstantSource clock) {
    this.sealer = new Sealer(stateDirectory.resolve("seal.key"));
    this.stored = new StoredSecrets(stateDirectory.resolve("secrets"), sealer, clock);
    this.source = new SecretSource(new SecretFiles(directory), variables, stored);
    this.known = known;
  }

  /**
   * {@return why the secret that a word stands for can't be had, if so} Uses nothing up, so that a
   * plan can ask.
   */
  public Optional<SecretResult.Refused> check(String word, SecretForm form) {
    return switch (look(word, form)) {
      case SecretResult.Refused refused -> Optional.of(refused);
      case SecretResult.Given _ -> Optional.empty();
    };
  }

  /**
   * {@return the secret that a word stands for; a stored one stays, and one that is made now is
   * another one than {@link #take} makes}
   */
  public SecretResult look(String word, SecretForm form) {
    SecretResult result = source.find(word, form, SecretSource.Use.LOOK);
    // Nobody gets to see one that is made for a look.
    return result instanceof SecretResult.Given(_, boolean made) && made
        ? result
        : known(form, result);
  }

  /** {@return the secret that a word stands for; a stored one is used up} */
  public SecretResult take(String word, SecretForm form) {
    return known(form, source.find(word, form, SecretSource.Use.TAKE));
  }

  /**
   * {@return the secret that came as an argument all the same, as the earlier server took it} It is
   * not made known: its caller could otherwise blind every result to a word of its choice.
   *
   * @param text the argument
   */
  public SecretResult given(String text, SecretForm form) {
    return SecretSource.fit(text, form, Secret.Release.RELEASED);
  }

  /**
   * {@return the hashes for the columns that the version's table {@code subscriber} has, by column}
   */
  public Map<String, Secret> hashes(Version version, String user, String realm, Secret password) {
    Map<String, Secret> hashes = new LinkedHashMap<>();
    Ha1.columns(version, user, realm, password)
        .forEach((column, hash) -> hashes.put(column, secret(hash)));
    return hashes;
  }

  /** {@return a text of this server's own making as a secret, known from now on} */
  public Secret secret(String text) {
    known.add(text);
    return new Secret(text, Secret.Release.RELEASED);
  }

  /** {@return what seals and marks} */
  public Sealer sealer() {
    return sealer;
  }

  /** {@return what persons put there} */
  public StoredSecrets stored() {
    return stored;
  }

  /** A certificate that nobody could be shown any more would be of no use. */
  private SecretResult known(SecretForm form, SecretResult result) {
    if (form != SecretForm.DOCUMENT
        && result instanceof SecretResult.Given(Secret secret, boolean _)) {
      known.add(secret.reveal());
    }
    return result;
  }
}
