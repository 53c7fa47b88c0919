// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads a JSON document and gives the one text of {@link Json}. One document each. */
final class JsonReader {
    private static final int MOST_LEVELS = 500;

    /** Digits that a number may have when its exponent is written out. */
    private static final int MOST_DIGITS = 1_000;

    private static final char END = '\uffff';

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    String document() {
        StringBuilder out = new StringBuilder(text.length());
        value(out, 1);
        blanks();
        if (at < text.length()) {
            throw wrong("The document has ended, but more follows");
        }
        return out.toString();
    }

    private void value(StringBuilder out, int level) {
        if (level > MOST_LEVELS) {
            throw wrong("More than " + MOST_LEVELS + " levels");
        }
        blanks();
        switch (peek()) {
            case '{' -> object(out, level);
            case '[' -> array(out, level);
            case '"' -> quote(out, string());
            case 't' -> word(out, "true");
            case 'f' -> word(out, "false");
            case 'n' -> word(out, "null");
            default -> number(out);
        }
    }

    private void object(StringBuilder out, int level) {
        Map<String, String> members = new TreeMap<>(JsonReader::compare);
        at++;
        blanks();
        if (!skip('}')) {
            do {
                blanks();
                String name = string();
                blanks();
                require(':');
                StringBuilder member = new StringBuilder();
                value(member, level + 1);
                members.put(name, member.toString());
                blanks();
            } while (skip(','));
            require('}');
        }
        out.append('{');
        String separator = "";
        for (Map.Entry<String, String> member : members.entrySet()) {
            out.append(separator);
            quote(out, member.getKey());
            out.append(':').append(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private static int compare(String one, String other) {
        int[] left = one.codePoints().toArray();
        int[] right = other.codePoints().toArray();
        return Arrays.compare(left, right);
    }

    private void array(StringBuilder out, int level) {
        out.append('[');
        at++;
        blanks();
        if (!skip(']')) {
            value(out, level + 1);
            blanks();
            while (skip(',')) {
                out.append(',');
                value(out, level + 1);
                blanks();
            }
            require(']');
        }
        out.append(']');
    }

    private void word(StringBuilder out, String word) {
        if (!text.startsWith(word, at)) {
            throw wrong("Expected a value");
        }
        at += word.length();
        out.append(word);
    }

    private void number(StringBuilder out) {
        int start = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        out.append(plain(text.substring(start, at), start));
    }

    private String plain(String digits, int start) {
        try {
            BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
            if (number.signum() == 0) {
                return "0";
            }
            if (Math.abs((long) number.scale()) + number.precision() <= MOST_DIGITS) {
                return number.toPlainString();
            }
        } catch (NumberFormatException e) { // an exponent beyond an int
        }
        at = start;
        throw wrong("A number of more than " + MOST_DIGITS + " digits");
    }

    private void digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("Expected a value");
        }
    }

    private String string() {
        require('"');
        StringBuilder value = new StringBuilder();
        while (!skip('"')) {
            char c = peek();
            if (at >= text.length() || c < ' ') {
                throw wrong("A string without its end");
            }
            at++;
            value.append(c == '\\' ? escaped() : c);
        }
        String found = value.toString();
        if (found.indexOf('\0') >= 0 || PlainText.hasLoneSurrogate(found)) {
            throw wrong("A string with the character NUL or half a surrogate pair");
        }
        return found;
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourDigits();
            default -> {
                at--;
                throw wrong("An escape that JSON does not have");
            }
        };
    }

    private char fourDigits() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw wrong("Expected four hexadecimal digits");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private static void quote(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void blanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void require(char c) {
        if (!skip(c)) {
            throw wrong("Expected '" + c + "'");
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("The text is no JSON document that every database keeps: " + what
                + " at character " + (Math.min(at, text.length()) + 1) + ".");
    }
}
