// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One mistake.
 *
 * @param className the binary name of the class it is in
 * @param member the name of the field or method it is about; null where it is about the class
 * @param message what is wrong and what to do, in whole sentences, without the code and the place
 */
public record MappingProblem(
        MappingCode code,
        Severity severity,
        String className,
        @Nullable String member,
        String message) {
    public enum Severity {
        ERROR,
        /** The model can be used; what it says is worth a look. */
        WARNING
    }

    public MappingProblem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(message, "message");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Where it is: {@code Student.fullName}, without the package; an inner class with its outer one. */
    public String place() {
        String simple = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
        return member == null ? simple : simple + "." + member;
    }

    /** For people: {@code MAP-010 Student: It has no identifier. …}. */
    @Override
    public String toString() {
        return code.code() + " " + place() + ": " + message;
    }
}
