// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What must not be repeated, known by its look: by the name of an option (password, sslpassword, passphrase, secret, token), or by its place
 * between user and host. For text of which nobody says what in it is secret; in doubt more is hidden.
 */
public final class Confidential {
    private static final String MASK = "$1****";
    private static final Pattern NAME = Pattern.compile("pass|pwd|secret|token");
    private static final Pattern OPTION =
            Pattern.compile("(?i)([a-z_]*(?:" + NAME + ")[a-z_]*=)(?:[^&;,\\s'}\\])]|'(?!,|$))+");
    /** Up to the last at sign of the line: a password that was not encoded may hold anything. */
    private static final Pattern AFTER_USER = Pattern.compile("(//[^/@:\\s]*:).*(?=@)");

    private Confidential() {}

    /** Whether an option of this name holds something secret. */
    public static boolean isOption(String name) {
        return NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** The text with a mask in place of what looks like a secret. */
    public static String hidden(String text) {
        return AFTER_USER.matcher(OPTION.matcher(text).replaceAll(MASK)).replaceAll(MASK);
    }
}
