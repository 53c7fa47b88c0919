// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.body;

import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/** What methods do, as far as their source tells. */
public interface MethodBodies {
    /** An answer that may not be known. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Whether the method is no more than {@code return field;} with one of these fields. */
    Answer returnsOneOf(ExecutableElement method, Set<String> fields);

    /** Whether the method uses none of these names by itself: fields, and methods that cannot be overridden. Nor {@code super}. */
    Answer usesNoneOf(ExecutableElement method, Set<String> fields, Set<String> methods);

    /** Whether the method asks for the class of an object. */
    Answer callsGetClass(ExecutableElement method);

    /**
     * From now on warns of each place where one object reaches past the methods of another one, into its fields or private methods: a lazy
     * reference would not notice that.
     *
     * @param identifiers the entities that can be lazy references, by full name, and the fields that these have from the beginning
     */
    void warnOfReachingInto(Map<String, Set<String>> identifiers);

    /** The answers of this compiler. */
    static MethodBodies of(ProcessingEnvironment environment) {
        try {
            return new JavacMethodBodies(environment);
        } catch (IllegalArgumentException | NoClassDefFoundError otherCompiler) {
            return new UnknownMethodBodies();
        }
    }
}
