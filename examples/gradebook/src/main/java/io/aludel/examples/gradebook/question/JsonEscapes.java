// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.aludel.examples.gradebook.OneLine;
import org.jspecify.annotations.Nullable;

/** Escapes in JSON what no reader must have escaped, but no terminal should get: all that {@link OneLine} hides. */
final class JsonEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    /** Asked for each half of a surrogate pair too; these stay as they are. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int unit) {
        return OneLine.isHidden(unit) && !Character.isSurrogate((char) unit)
                ? new SerializedString(String.format("\\u%04x", unit))
                : null;
    }
}
