// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import io.aludel.mapping.EntityIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * The list of a module's entities, {@link EntityIndex}: one binary name per line, sorted, so that the same entities give the same
 * file. A compiler that sees only the classes that changed adds them to those that are still there.
 */
record IndexFile(Filer filer) {
    /**
     * @param compiled the binary names of the entities that were compiled
     * @param isEntity whether there is (still) an entity of this name
     */
    void write(Set<String> compiled, Predicate<String> isEntity) throws IOException {
        Set<String> before = before();
        Set<String> all = new TreeSet<>(compiled);
        before.stream().filter(isEntity).forEach(all::add);
        if (all.equals(before)) return;
        try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", EntityIndex.RESOURCE)
                .openWriter()) {
            for (String name : all) out.write(name + "\n");
        }
    }

    /** The names that an earlier compilation wrote; none where there was none. */
    private Set<String> before() {
        Set<String> names = new TreeSet<>();
        try (BufferedReader in =
                new BufferedReader(filer.getResource(StandardLocation.CLASS_OUTPUT, "", EntityIndex.RESOURCE)
                        .openReader(true))) {
            in.lines().filter(line -> !line.isBlank()).forEach(names::add);
        } catch (IOException | UncheckedIOException | IllegalArgumentException firstCompilation) {
            return Set.of();
        }
        return names;
    }
}
