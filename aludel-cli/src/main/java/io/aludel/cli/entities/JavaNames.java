// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;

/** Names of the database as names in Java. The same name always gives the same. */
final class JavaNames {
    /** Methods that every object has, whose names an accessor cannot have. */
    private static final Set<String> OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private JavaNames() {}

    /** The words of a name, lower case: {@code order_items}, {@code OrderItems} and {@code ORDER ITEMS} are two each. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int[] letters = name.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            if (!isPart(letters[i])) {
                end(word, words);
                continue;
            }
            if (i > 0 && isPart(letters[i - 1]) && beginsWord(letters, i)) {
                end(word, words);
            }
            word.appendCodePoint(letters[i]);
        }
        end(word, words);
        return words;
    }

    private static boolean isPart(int letter) {
        return Character.isLetterOrDigit(letter) && Character.isJavaIdentifierPart(letter);
    }

    private static boolean beginsWord(int[] letters, int at) {
        if (!Character.isUpperCase(letters[at])) {
            return false;
        }
        boolean endsAbbreviation = Character.isUpperCase(letters[at - 1])
                && at + 1 < letters.length
                && Character.isLowerCase(letters[at + 1]);
        return Character.isLowerCase(letters[at - 1]) || endsAbbreviation;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    /** {@code orderItems}: an attribute's name, which is no keyword. */
    static String attribute(List<String> words) {
        String name = camel(words, "unnamed");
        String legal = Character.isJavaIdentifierStart(name.codePointAt(0)) ? name : "n" + name;
        return SourceVersion.isKeyword(legal) || OF_OBJECTS.contains(legal) ? legal + "Value" : legal;
    }

    /** {@code OrderItem}: a class's name, of ASCII letters only, as it is a file's too. */
    static String type(List<String> words) {
        String name = capitalised(ascii(camel(words, "unnamed")));
        return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "N" + name;
    }

    /** {@code PG_13}: the name of an enum's constant. */
    static String constant(String label) {
        String name = String.join("_", words(label)).toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return "UNNAMED";
        }
        return Character.isJavaIdentifierStart(name.codePointAt(0)) ? name : "N" + name;
    }

    private static String camel(List<String> words, String otherwise) {
        if (words.isEmpty()) {
            return otherwise;
        }
        StringBuilder name = new StringBuilder(words.get(0));
        words.subList(1, words.size()).forEach(word -> name.append(capitalised(word)));
        return name.toString();
    }

    static String capitalised(String word) {
        int first = word.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(word.substring(Character.charCount(first)))
                .toString();
    }

    static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Letters without their marks; what is no ASCII then, by its number. */
    private static String ascii(String name) {
        StringBuilder ascii = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFD).codePoints().forEach(letter -> {
            if (letter < 0x80) {
                ascii.appendCodePoint(letter);
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                ascii.append("u%04x".formatted(letter));
            }
        });
        return ascii.isEmpty() ? "unnamed" : ascii.toString();
    }

    /** The name, or with the first number behind it that makes it free. */
    static String free(String name, Predicate<String> isTaken) {
        String free = name;
        for (int number = 2; isTaken.test(free); number++) {
            free = name + number;
        }
        return free;
    }
}
