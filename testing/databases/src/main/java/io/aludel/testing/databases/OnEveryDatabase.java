// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method, or each test of a class, once per database.
 *
 * <p>On a method, instead of {@code @Test}:
 *
 * <pre>
 * &#64;OnEveryDatabase
 * void readsBackWhatWasWritten(FreshDatabase database) throws SQLException { … }
 * </pre>
 *
 * <p>On a class, beside {@code @Test}, {@code @ParameterizedTest} and {@code @Nested}: all its tests run for SQLite,
 * then for H2, then for PostgreSQL. Every test has a database of its own, the same one in its constructor, {@code @BeforeEach} and
 * {@code @AfterEach}. ({@code @BeforeAll} runs once, before the first database, and gets none.)
 *
 * <pre>
 * &#64;OnEveryDatabase
 * class SavepointTest {
 *     private final Engine engine;
 *
 *     SavepointTest(FreshDatabase database) { engine = Engine.of(database.dsn()); }
 *
 *     &#64;AfterEach
 *     void close() { engine.close(); }
 * </pre>
 *
 * <p>The database is closed after {@code @AfterEach}; what is still connected to it then fails the test. A database that
 * the system property {@code aludel.databases} leaves out is not run; if that leaves none, the test counts as skipped.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ClassTemplate
@ExtendWith(EveryDatabase.class)
public @interface OnEveryDatabase {
    /** The databases to run on; none named: all. For what only some of them have, and no capability says so. */
    TestDatabase[] value() default {};
}
