// SPDX-License-Identifier: Apache-2.0
package io.aludel.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of every error that Aludel raises on purpose. Its message says what was attempted, where, and what to do; a
 * lasting error also carries a code such as {@code MAP-001}, which is a heading in {@code docs/errors.md}.
 *
 * <p>Each module has one subclass of its own ({@code SchemaException}, {@code MappingException}, …).
 */
public abstract class AludelException extends RuntimeException {
    private final @Nullable String code;
    private volatile String notes = "";

    protected AludelException(String message) {
        this(null, message, null);
    }

    protected AludelException(@Nullable String code, String message, @Nullable Throwable cause) {
        super(code == null ? message : code + ": " + message, cause);
        this.code = code;
        Objects.requireNonNull(message, "message");
    }

    /** Adds a sentence to the message: what was being done when this happened, which whoever threw it could not know. */
    public final void addNote(String note) {
        notes += " " + Objects.requireNonNull(note, "note");
    }

    @Override
    public String getMessage() {
        return super.getMessage() + notes;
    }

    /** The heading of this error in {@code docs/errors.md}, or null where it has none. */
    public @Nullable String code() {
        return code;
    }
}
