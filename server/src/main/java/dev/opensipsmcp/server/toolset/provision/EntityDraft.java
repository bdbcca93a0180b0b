package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.server.secret.SecretForm;
import dev.opensipsmcp.server.toolset.provision.Field.Kind;
import dev.opensipsmcp.server.toolset.reload.RowProof;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entity while it is being written down. Used by one thread. */
public final class EntityDraft {
  private final String name;
  private final String toolset;
  private final String table;
  private final String module;
  private final List<Field> fields = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final Map<Verb, List<String>> aliases = new EnumMap<>(Verb.class);
  private final Map<Verb, List<String>> examples = new EnumMap<>(Verb.class);
  private List<String> key = List.of();
  private String noun = "";
  private String plural = "";
  private String purpose = "";
  private Activation activation = new Activation.ByReload(Optional.empty());
  private boolean main = true;

  EntityDraft(String name, String toolset, String table, String module) {
    this.name = name;
    this.toolset = toolset;
    this.table = table;
    this.module = module;
  }

  /**
   * Says what one and several are called, and what it is for.
   *
   * @param one without an article
   * @param several without an article
   * @param what a clause such as {@code where calls of a set are sent}
   */
  public EntityDraft is(String one, String several, String what) {
    noun = one;
    plural = several;
    purpose = what;
    return this;
  }

  /** Says by which columns a person names one. */
  public EntityDraft key(String... columns) {
    key = List.of(columns);
    return this;
  }

  /** Adds a column of text. */
  public EntityDraft text(String column, String meaning) {
    return add(column, new Kind.Text(), meaning, false);
  }

  /** Adds a column of text that a new row must have. */
  public EntityDraft needs(String column, String meaning) {
    return add(column, new Kind.Text(), meaning, true);
  }

  /** Adds a column of whole numbers. */
  public EntityDraft number(String column, String meaning, long least, long most) {
    return add(column, new Kind.Whole(least, most), meaning, false);
  }

  /** Adds a column of whole numbers that a new row must have. */
  public EntityDraft needsNumber(String column, String meaning, long least, long most) {
    return add(column, new Kind.Whole(least, most), meaning, true);
  }

  /** Adds a column of numbers with a fraction. */
  public EntityDraft decimal(String column, String meaning, boolean required) {
    return add(column, new Kind.Decimal(), meaning, required);
  }

  /** Adds a column of times. */
  public EntityDraft time(String column, String meaning) {
    return add(column, new Kind.Time(), meaning, false);
  }

  /** Adds a column that says when the row was written. */
  public EntityDraft stamp(String column, String meaning) {
    return add(column, new Kind.Stamp(), meaning, false);
  }

  /** Adds a column that holds a password. */
  public EntityDraft secret(String column, String meaning, boolean required) {
    return add(column, new Kind.Secret(SecretForm.PASSWORD), meaning, required);
  }

  /** Adds a column that holds a password which a peer has set. */
  public EntityDraft givenSecret(String column, String meaning, boolean required) {
    return add(column, new Kind.Secret(SecretForm.GIVEN), meaning, required);
  }

  /** Adds a column that holds a secret of several lines, such as a private key. */
  public EntityDraft secretText(String column, String meaning, boolean required) {
    return add(column, new Kind.Secret(SecretForm.TEXT), meaning, required);
  }

  /** Adds a column that holds a secret which follows from another column's. */
  public EntityDraft derived(String column, String meaning) {
    return add(column, new Kind.Derived(), meaning, false);
  }

  /** Adds a column whose text comes from a file. */
  public EntityDraft document(String column, String meaning, boolean required) {
    return add(column, new Kind.Document(), meaning, required);
  }

  /** From here on, columns are no arguments of their own. */
  public EntityDraft more() {
    main = false;
    return this;
  }

  private EntityDraft add(String column, Kind kind, String meaning, boolean required) {
    fields.add(new Field(column, kind, meaning, required, main));
    return this;
  }

  /** A reload makes rows active, and a list shows them. */
  public EntityDraft provenBy(RowProof proof) {
    activation = new Activation.ByReload(Optional.of(proof));
    return this;
  }

  /** The node reads the table at each request. */
  public EntityDraft atOnce(String how) {
    activation = new Activation.AtOnce(how);
    return this;
  }

  /** Something that this server does not do reads the table. */
  public EntityDraft otherwise(String how) {
    activation = new Activation.Otherwise(how);
    return this;
  }

  /** Adds a place where one is named. */
  public EntityDraft namedIn(Reference reference) {
    references.add(reference);
    return this;
  }

  /** Adds unlisted names of a tool. */
  public EntityDraft alias(Verb verb, String... names) {
    aliases.put(verb, List.of(names));
    return this;
  }

  /** Adds prompts that lead to a tool. */
  public EntityDraft asked(Verb verb, String... prompts) {
    examples.put(verb, List.of(prompts));
    return this;
  }

  /** {@return the entity} */
  public Entity entity() {
    return new Entity(
        name,
        toolset,
        noun,
        purpose,
        table,
        module,
        key,
        fields,
        activation,
        references,
        new EntityWords(plural, aliases, examples));
  }
}
