// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.cli.entities.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where sources are written.
 *
 * @param folder of all packages
 * @param packageName empty for none
 */
record SourceFolder(Path folder, String packageName) {
    /**
     * Writes all, or nothing.
     *
     * @return the files, in order
     * @throws CommandException if there is a file already, unless it may be overwritten; if a file cannot be written
     */
    List<Path> write(List<SourceText> sources, boolean overwrite) {
        Path place = folder.resolve(packageName.replace('.', '/'));
        List<Path> files = sources.stream()
                .map(source -> place.resolve(source.className() + ".java"))
                .toList();
        List<Path> present = files.stream().filter(Files::exists).toList();
        if (!present.isEmpty() && !overwrite) {
            throw new CommandException(
                    "CLI-035",
                    "Nothing was written, as there is "
                            + present.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + " already. Give another folder or package, or --overwrite.");
        }
        List<Path> written = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            written.add(write(files.get(i), sources.get(i).text()));
        }
        return written;
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandException("CLI-039", "Cannot write " + file + ": " + e.getMessage() + ".");
        }
    }
}
