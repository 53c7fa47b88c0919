// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
final class EveryDatabase
        implements TestTemplateInvocationContextProvider, ClassTemplateInvocationContextProvider, ExecutionCondition {
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

    /** A class for none of the selected databases is skipped as a whole: its tests could not be made without one. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<OnEveryDatabase> onClass = context.getTestMethod().isPresent()
                ? Optional.empty()
                : findAnnotation(context.getTestClass(), OnEveryDatabase.class);
        return onClass.isPresent() && databases(onClass.get()).isEmpty()
                ? Skipped.reason(onClass.get())
                : ConditionEvaluationResult.enabled("for databases that are selected");
    }

    private static Stream<Round> rounds(ExtensionContext context) {
        OnEveryDatabase annotation =
                findAnnotation(context.getElement(), OnEveryDatabase.class).orElseThrow();
        Set<TestDatabase> databases = databases(annotation);
        if (databases.isEmpty()) return Stream.of(new Round("no database", new Skipped(annotation)));
        return databases.stream().map(database -> new Round(database.key(), new FreshDatabaseParameter(database)));
    }

    private static Set<TestDatabase> databases(OnEveryDatabase annotation) {
        Set<TestDatabase> databases = EnumSet.allOf(TestDatabase.class);
        if (annotation.value().length > 0) databases.retainAll(Arrays.asList(annotation.value()));
        databases.retainAll(TestDatabase.selected());
        return databases;
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
    private record Skipped(OnEveryDatabase annotation) implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return reason(annotation);
        }

        static ConditionEvaluationResult reason(OnEveryDatabase annotation) {
            return ConditionEvaluationResult.disabled("for %s, and %s is \"%s\""
                    .formatted(
                            Arrays.toString(annotation.value()),
                            TestDatabase.SELECTION,
                            System.getProperty(TestDatabase.SELECTION)));
        }
    }
}
