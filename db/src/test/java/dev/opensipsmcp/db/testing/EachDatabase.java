package dev.opensipsmcp.db.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test that runs once on each kind of database that this machine has. Its parameter, a {@link
 * TestDatabase}, is empty, its own, and gone afterwards. For a whole class there is
 * {@code @ParameterizedClass @ArgumentsSource(FreshDatabases.class)}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(FreshDatabases.class)
public @interface EachDatabase {}
