// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.op.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Texts in a few characters, the same in every process: two that are equal come from equal texts. */
public final class Checksum {
    /** Says which reading of operations a checksum was made by, should it ever have to change. */
    private static final String FORMAT = "1:";

    private Checksum() {}

    /** Of operations as a script says them, whatever its layout. */
    public static String of(List<Operation> operations) {
        OperationPrinter printer = new OperationPrinter(new Imports());
        StringBuilder text = new StringBuilder();
        operations.forEach(operation -> text.append(printer.print(operation).unwrapped()));
        return FORMAT + of(text.toString());
    }

    /** Of a text: 32 hexadecimal digits. */
    public static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
