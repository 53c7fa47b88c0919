// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.modulepath;

import io.aludel.core.dialect.Dialect;
import java.lang.module.ModuleDescriptor;
import java.util.ServiceLoader;

/** Prints the modules of Aludel that it runs on, and the dialects that it finds, one on each line. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Main.class.getModule().getLayer().modules().stream()
                .map(Module::getDescriptor)
                .filter(module -> module.name().startsWith("io.aludel."))
                .map(module -> kind(module) + " " + module.name())
                .sorted()
                .forEach(System.out::println);
        ServiceLoader.load(Dialect.class).stream()
                .map(provider -> "dialect " + provider.get().name())
                .sorted()
                .forEach(System.out::println);
    }

    /** An automatic module is a jar without {@code module-info}: none of ours may be one. */
    private static String kind(ModuleDescriptor module) {
        return module.isAutomatic() ? "automatic" : "module";
    }
}
