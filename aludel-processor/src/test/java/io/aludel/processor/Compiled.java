// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What came of a compilation.
 *
 * @param outputs generated sources by class name with {@code .java}, resources by path, classes by name
 */
record Compiled(
        boolean isSuccessful, List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, byte[]> outputs) {

    /** The text of a generated class or resource. */
    String text(String name) {
        assertThat(outputs).containsKey(name);
        return new String(outputs.get(name), StandardCharsets.UTF_8);
    }

    /** Errors and warnings, one line each: {@code Student.java:12 error: …}. */
    String messages() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Compiled::message)
                .collect(Collectors.joining("\n"));
    }

    private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
        String place = diagnostic.getSource() == null
                ? ""
                : diagnostic.getSource().getName().substring(1) + ":" + diagnostic.getLineNumber() + " ";
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        return place + kind + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    Compiled successful() {
        assertThat(messages()).isEmpty();
        assertThat(isSuccessful).isTrue();
        return this;
    }

    /** Loads the compiled classes; each call gives new ones. */
    ClassLoader load() {
        return new ClassLoader(Compiled.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = outputs.get(name);
                if (bytes == null) throw new ClassNotFoundException(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }
}
