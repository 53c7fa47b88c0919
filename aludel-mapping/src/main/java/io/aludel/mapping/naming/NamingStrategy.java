// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.naming;

import java.util.Locale;

/**
 * How tables and columns are called where no annotation says; a name that an annotation gives is taken as it stands. Constraints and indexes
 * are named by {@link io.aludel.core.name.NamingConvention}. Safe to share between threads.
 */
public interface NamingStrategy {
    /** Lower case, words parted by underscores: {@code receivedOn} is {@code received_on}, {@code URLPath} is {@code url_path}. */
    NamingStrategy SNAKE_CASE = NamingStrategy::snakeCase;

    /** Names exactly as Java has them. */
    NamingStrategy AS_WRITTEN = name -> name;

    /** The database's name for an entity's or an attribute's name. */
    String name(String javaName);

    default String table(String entityName) {
        return name(entityName);
    }

    default String column(String attribute) {
        return name(attribute);
    }

    /** A foreign key's column: {@code student_id}. */
    default String joinColumn(String attribute, String referencedColumn) {
        return name(attribute) + "_" + referencedColumn;
    }

    private static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter) && i > 0 && beginsWord(name, i)) {
                snake.append('_');
            }
            snake.append(letter);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    /** After a small letter or a digit, or as the last capital of several: {@code URLPath} is two words. */
    private static boolean beginsWord(String name, int at) {
        char before = name.charAt(at - 1);
        boolean endsAbbreviation =
                Character.isUpperCase(before) && at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return Character.isLowerCase(before) || Character.isDigit(before) || endsAbbreviation;
    }
}
