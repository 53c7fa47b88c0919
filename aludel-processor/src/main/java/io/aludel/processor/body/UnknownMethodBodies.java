// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.body;

import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Where the compiler does not show its sources. */
final class UnknownMethodBodies implements MethodBodies {
    @Override
    public Answer returnsOneOf(ExecutableElement method, Set<String> fields) {
        return Answer.UNKNOWN;
    }

    @Override
    public Answer usesNoneOf(ExecutableElement method, Set<String> fields, Set<String> methods) {
        return Answer.UNKNOWN;
    }

    @Override
    public Answer callsGetClass(ExecutableElement method) {
        return Answer.UNKNOWN;
    }

    @Override
    public void warnOfReachingInto(Map<String, Set<String>> identifiers) {}
}
