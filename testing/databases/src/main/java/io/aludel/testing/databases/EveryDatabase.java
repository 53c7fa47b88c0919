// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** What {@link OnEveryDatabase} does: one invocation of a method or class per database. */
final class EveryDatabase implements TestTemplateInvocationContextProvider, ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        // On a class this extension is also asked about the class's parameterized tests, which are none of its
        // business.
        boolean onMethod =
                findAnnotation(context.getTestMethod(), OnEveryDatabase.class).isPresent();
        if (onMethod
                && findAnnotation(context.getTestClass(), OnEveryDatabase.class).isPresent()) {
            throw new ExtensionConfigurationException(
                    "@OnEveryDatabase is on the class already; make %s a @Test.".formatted(context.getDisplayName()));
        }
        return onMethod;
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return findAnnotation(context.getTestClass(), OnEveryDatabase.class).isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return rounds(context).map(round -> round);
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        return rounds(context);
    }

    private static Stream<Round> rounds(ExtensionContext context) {
        TestDatabase[] named = findAnnotation(context.getElement(), OnEveryDatabase.class)
                .orElseThrow()
                .value();
        Set<TestDatabase> databases = EnumSet.allOf(TestDatabase.class);
        if (named.length > 0) databases.retainAll(Arrays.asList(named));
        databases.retainAll(TestDatabase.selected());
        if (databases.isEmpty()) return Stream.of(new Round("no database", new Skipped(Arrays.toString(named))));
        return databases.stream().map(database -> new Round(database.key(), new FreshDatabaseParameter(database)));
    }

    /** One round: its name in reports, and the extension that is registered for as long as it lasts. */
    private record Round(String name, Extension extension)
            implements TestTemplateInvocationContext, ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(extension);
        }

        /** Both interfaces have an empty default; Java wants to be told which. */
        @Override
        public void prepareInvocation(ExtensionContext context) {}
    }

    /** JUnit refuses a template without invocations; one that is skipped says why in the report. */
    private record Skipped(String named) implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return ConditionEvaluationResult.disabled("for %s, and %s is \"%s\""
                    .formatted(named, TestDatabase.SELECTION, System.getProperty(TestDatabase.SELECTION)));
        }
    }
}
