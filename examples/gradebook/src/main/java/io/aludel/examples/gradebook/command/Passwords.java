// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

/** A DSN that stands where none is expected, {@code --url} forgotten perhaps, is repeated in messages without its secrets. */
final class Passwords {
    private Passwords() {}

    static String hidden(String text) {
        return text.replaceAll("//[^\\s/]*:[^\\s]*@", "//****@")
                .replaceAll("(?i)((?:pass|pwd|secret|token)[a-z]*=)[^&\\s']*", "$1****");
    }
}
