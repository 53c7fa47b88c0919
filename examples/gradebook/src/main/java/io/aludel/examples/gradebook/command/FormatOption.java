// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.question.AnswerFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --format}, for the verbs that print answers: a field with {@code @Mixin}. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            converter = ByName.class,
            description = "table (the default), json or csv.")
    private AnswerFormat format = AnswerFormat.TABLE;

    AnswerFormat format() {
        return format;
    }

    /** Takes any case, and says which formats there are. */
    static final class ByName implements ITypeConverter<AnswerFormat> {
        @Override
        public AnswerFormat convert(String name) {
            try {
                return AnswerFormat.of(name);
            } catch (GradebookException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
