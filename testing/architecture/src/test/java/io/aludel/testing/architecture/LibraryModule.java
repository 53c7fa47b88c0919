// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.architecture;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of modules: who uses whom, and which libraries. Whoever changes it says why in an ADR. */
enum LibraryModule {
    CORE(uses(), libraries()),
    DIALECTS(uses(CORE), libraries()),
    ENGINE(uses(CORE), libraries("org.slf4j", "com.zaxxer.hikari")),
    MAPPING(uses(CORE), libraries("jakarta.persistence")),
    ORM(uses(MAPPING, ENGINE), libraries("jakarta.persistence", "org.slf4j")),
    PROCESSOR(uses(MAPPING), libraries("jakarta.persistence")),
    MIGRATE(uses(MAPPING, ENGINE), libraries("jakarta.persistence", "org.slf4j")),
    TESTKIT(
            uses(ENGINE),
            libraries("org.assertj.core", "org.junit.jupiter.api", "org.junit.platform.commons", "org.opentest4j")),
    MICROMETER(uses(ENGINE), libraries("io.micrometer.core")),
    CLI(uses(MIGRATE, PROCESSOR), libraries("picocli", "org.slf4j", "org.eclipse.elk", "org.eclipse.emf"));

    private final Set<LibraryModule> uses;
    private final Set<String> libraries;

    LibraryModule(Set<LibraryModule> uses, Set<String> libraries) {
        this.uses = uses;
        this.libraries = libraries;
    }

    private static Set<LibraryModule> uses(LibraryModule... modules) {
        return Set.of(modules);
    }

    private static Set<String> libraries(String... packages) {
        return Set.of(packages);
    }

    /** The folder, which is also the artifact: {@code aludel-core}. */
    String folder() {
        return "aludel-" + name().toLowerCase(Locale.ROOT);
    }

    /** The root package, which is also the Java module: {@code io.aludel.core}. */
    String rootPackage() {
        return "io.aludel." + name().toLowerCase(Locale.ROOT);
    }

    /** The modules of its row, and nothing else: what its POM must say. */
    Set<String> artifactsUsed() {
        return uses.stream().map(LibraryModule::folder).collect(Collectors.toSet());
    }

    /** Itself, its row and what these use in turn: a type of core may pass through mapping into orm. */
    Set<LibraryModule> reach() {
        Set<LibraryModule> reach = EnumSet.of(this);
        uses.forEach(module -> reach.addAll(module.reach()));
        return reach;
    }

    /** Patterns of the packages that its classes may depend on. */
    String[] packagesAllowed() {
        Stream<String> ours = reach().stream().map(LibraryModule::rootPackage);
        Stream<String> jdk = Stream.of("java", "javax", "com.sun.source");
        Stream<String> everywhere = Stream.of("org.jspecify.annotations");
        return Stream.of(ours, jdk, everywhere, libraries.stream())
                .flatMap(packages -> packages)
                .map(name -> name + "..")
                .toArray(String[]::new);
    }

    static List<LibraryModule> all() {
        return Arrays.asList(values());
    }
}
