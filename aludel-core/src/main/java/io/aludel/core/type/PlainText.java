// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

/** Which texts databases keep as they are: all but those with the character NUL or half a surrogate pair. */
public final class PlainText {
    private PlainText() {}

    /** What is wrong with the text, in words that follow "the database has no"; empty if nothing is. */
    public static String problem(String text) {
        if (text.indexOf('\0') >= 0) {
            return "text with the character NUL";
        }
        return hasLoneSurrogate(text) ? "text with half a surrogate pair" : "";
    }

    /** Whether some databases fill up texts of this type with blanks, which are no part of them then. */
    public static boolean isFilledUp(SqlType type) {
        return type instanceof StandardType standard && standard.kind() == TypeKind.CHAR;
    }

    /** The text without blanks at its end: what stands in a {@code char(n)} column on every database. */
    public static String withoutFilling(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Whether a half stands alone: UTF-8 has no form for it, and drivers write a question mark. */
    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
