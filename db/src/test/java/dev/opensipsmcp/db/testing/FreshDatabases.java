package dev.opensipsmcp.db.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives an empty database of each kind; JUnit closes it after the test that took it. */
public final class FreshDatabases implements ArgumentsProvider {

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return DatabaseKind.available().stream().map(kind -> Arguments.of(TestDatabase.of(kind)));
  }
}
